/** How the host answers: the headers that every answer carries, JSON, and plain texts. */
import type { ServerResponse } from 'node:http';
import { PAGE_POLICY } from '#hosts/node/page-policy.ts';
import type { CallAnswer } from '#shared/api/call.ts';
import type { ErrorCode, ErrorDetails } from '#shared/api/errors.ts';

/** Sets what every answer carries. */
export function setCommonHeaders(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', PAGE_POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
}

/** Sends a call's answer. Errors of the app have status 200, since they are values; `status` is for refusals of the transport. */
export function sendAnswer(response: ServerResponse, answer: CallAnswer, status = 200): void {
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.byteLength });
  response.end(body);
}

/** An answer that is an error. */
export function errorAnswer(code: ErrorCode, details: ErrorDetails = {}): CallAnswer {
  return { ok: false, error: { code, details } };
}

/** Sends one plain line. */
export function sendLine(response: ServerResponse, status: number, line: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${line}\n`);
}
