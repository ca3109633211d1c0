/** The app's mark: a vermilion seal with a brush stroke under a line of text. */

/** Drawn in the theme's colours; `size` in CSS pixels. Silent for screen readers. */
export function BrandMark({ size = 72 }: { readonly size?: number }) {
  return (
    <svg className="brand-mark" width={size} height={size} viewBox="0 0 72 72" aria-hidden="true" focusable="false">
      <rect className="brand-seal" x="4" y="4" width="64" height="64" rx="15" />
      <path className="brand-line" d="M19 22h34M19 32h34" />
      <path className="brand-stroke" d="M18 47c6-5 12 3 18-1s10-5 18-2" />
      <circle className="brand-dot" cx="52" cy="55" r="3" />
    </svg>
  );
}
