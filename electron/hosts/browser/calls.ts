/** POST /api/call: a method's name and input in, a call's answer out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { CallAnswer } from '#shared/api/call.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import { translate } from '#shared/i18n/text.ts';
import { errorAnswer, sendAnswer } from './answer.ts';
import { BodyError, readText } from './body.ts';
import { callHost, isHostMethod } from './host-methods.ts';
import type { Workshop } from './server-options.ts';

const CallBody = z.object({ name: z.string().max(100), input: z.unknown() });

/** Answers one call. Refusals of the app are values with status 200; 4xx says that the request itself is wrong. */
export async function answerCall(request: IncomingMessage, response: ServerResponse, shop: Workshop): Promise<void> {
  const { callBytes, silence } = shop.limits;
  const refuse = (status: number, key: 'host.bodyNotJson' | 'host.bodyTooLarge' | 'host.bodySlow') => {
    const reason = translate(shop.language, key, { limit: callBytes });
    sendAnswer(response, errorAnswer('bad-input', { path: 'body', reason }), status);
  };
  try {
    const text = await readText(request, { bytes: callBytes, silence });
    const body = CallBody.safeParse(isJson(request) ? parseJson(text) : undefined);
    if (body.success) sendAnswer(response, await call(body.data.name, body.data.input, response, shop));
    else refuse(400, 'host.bodyNotJson');
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    response.setHeader('Connection', 'close');
    if (error.fault === 'too-large') refuse(413, 'host.bodyTooLarge');
    else refuse(408, 'host.bodySlow');
  }
}

async function call(name: string, input: unknown, response: ServerResponse, shop: Workshop): Promise<CallAnswer> {
  if (!isHostMethod(name)) return shop.core.call(name, input);
  try {
    return callHost(name, input, {
      version: shop.ports.version,
      platform: shop.platform,
      systemLanguage: shop.language,
      folders: shop.ports.folders,
      grants: shop.ports.grants,
      downloads: shop.downloads,
      quit: () => void response.once('finish', shop.onQuit),
    });
  } catch (error) {
    if (error instanceof ZhupiError) return { ok: false, error: error.toValue() };
    throw error;
  }
}

function isJson(request: IncomingMessage): boolean {
  return /^application\/json\b/i.test(request.headers['content-type'] ?? '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
