/** The content security policy of the page, the same in the desktop app and in the browser host. */

/** What the page may do: its own scripts, styles, fonts and requests, nothing from elsewhere, no inline script, no frame. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
