/** The few pages that the host itself shows, in both languages: the person's settings are out of reach there. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { translate } from '#shared/i18n/text.ts';
import type { Language } from '#shared/model/settings.ts';

/** What a notice is about. */
export type Notice = 'enter' | 'session' | 'site' | 'missing';

const STYLE = `:root{color-scheme:light dark}
body{max-width:34rem;margin:18vh auto 0;padding:0 1.5rem;font:1rem/1.7 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
h1{font-size:1.25rem;margin:0 0 .25rem}
section+section{margin-top:2rem}`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

/** Sends a notice with its HTTP status; `isIn` where this browser was let in before and can just go on. */
export function sendNotice(response: ServerResponse, status: number, notice: Notice, isIn = false): void {
  const body = Buffer.from(noticePage(notice, isIn));
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.byteLength,
    'Content-Security-Policy': POLICY,
  });
  response.end(body);
}

/** The page of a notice; its texts hold nothing from the request. */
function noticePage(notice: Notice, isIn: boolean): string {
  const sections = LANGUAGES.map((language) => {
    const title = translate(language, `host.notice.${notice}Title`);
    const body = translate(language, `host.notice.${notice}Body`);
    const link = isIn ? `<p><a href="/">${translate(language, 'host.notice.openLink')}</a></p>` : '';
    return `<section lang="${language}"><h1>${title}</h1><p>${body}</p>${link}</section>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>朱批 Zhupi</title><style>${STYLE}</style></head><body><main>${sections.join('')}</main></body></html>`;
}
