/** Files sent by the page: streamed to a short-lived folder, or for projects to the folder where projects live. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { constants, copyFile, mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { closeProjectFile, openProjectFile } from '#core/store/open.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import type { Grant } from '#shared/api/events.ts';
import { translate } from '#shared/i18n/text.ts';
import type { Language } from '#shared/model/settings.ts';
import { sendAnswer } from './answer.ts';
import { BodyError, type BodyLimits, discardRest, readPieces } from './body.ts';
import { freePath, safeName } from './file-names.ts';
import type { Workshop } from './server-options.ts';

/** What an uploaded file is for. A project stays after the host has ended; everything else does not. */
export type UploadPurpose = 'import' | 'project' | 'tagset' | 'backup';

/**
 * POST /api/upload?name=…&purpose=…: one file a request, its bytes as the body. Answers with its grant, or with
 * file-too-large, file-unreadable (broken off), disk-full, disk-error or bad-input. On failure nothing is left behind.
 */
export async function answerUpload(
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
  shop: Workshop,
): Promise<void> {
  const limits: BodyLimits = { bytes: shop.limits.uploadBytes, silence: shop.limits.silence };
  const name = safeName(query.get('name') ?? '', 'file');
  try {
    const grant = await takeUpload(request, name, uploadPurpose(query.get('purpose')), limits, shop.ports);
    sendAnswer(response, { ok: true, value: grant });
  } catch (cause) {
    const error = uploadError(cause, name, request, limits, shop.language);
    if (cause instanceof BodyError) response.setHeader('Connection', 'close');
    else await discardRest(request, limits.silence);
    sendAnswer(response, { ok: false, error: error.toValue() }, error.code === 'file-too-large' ? 413 : 200);
  }
}

function uploadPurpose(value: string | null): UploadPurpose {
  if (value === null) return 'import';
  if (value === 'import' || value === 'project' || value === 'tagset' || value === 'backup') return value;
  throw new ZhupiError('bad-input', { path: 'purpose', reason: value.slice(0, 40) });
}

async function takeUpload(
  request: IncomingMessage,
  name: string,
  purpose: UploadPurpose,
  limits: BodyLimits,
  { folders, grants }: Workshop['ports'],
): Promise<Grant> {
  const folder = join(folders.temporary, 'uploads', randomUUID());
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeBody(request, path, limits);
    if (purpose !== 'project') return grants.grant(path);
    judge(path, name);
    const kept = await keepProject(path, name, folders.projects);
    await rm(folder, { recursive: true, force: true });
    return grants.grant(kept);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A file that cannot be opened is refused before it is kept. @throws ZhupiError as openProjectFile, under its own name */
function judge(path: string, name: string): void {
  try {
    closeProjectFile(openProjectFile(path).db);
  } catch (error) {
    throw error instanceof ZhupiError
      ? new ZhupiError(error.code, { ...error.details, file: name }, { cause: error })
      : error;
  }
}

async function writeBody(request: IncomingMessage, path: string, limits: BodyLimits): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const done = finished(file);
  // Awaited below; before that a failing disk must not become an unhandled rejection.
  done.catch(() => undefined);
  try {
    for await (const piece of readPieces(request, limits)) {
      if (file.destroyed) break;
      if (!file.write(piece)) await Promise.race([once(file, 'drain'), done]);
    }
    file.end();
  } catch (error) {
    file.destroy();
    throw error;
  }
  await done;
}

/** Copies without overwriting, even where another program takes the free name in between. */
async function keepProject(path: string, name: string, projects: string): Promise<string> {
  const full = extname(name).toLowerCase() === '.zhupi' ? name : `${name}.zhupi`;
  for (let tries = 0; ; tries += 1) {
    const target = freePath(projects, full);
    try {
      await copyFile(path, target, constants.COPYFILE_EXCL);
      return target;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST' && tries < 100) continue;
      await removeUnlessTaken(error, target);
      throw error;
    }
  }
}

async function removeUnlessTaken(error: unknown, target: string): Promise<void> {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(target, { force: true });
}

function uploadError(
  error: unknown,
  file: string,
  request: IncomingMessage,
  limits: BodyLimits,
  language: Language,
): ZhupiError {
  if (error instanceof ZhupiError) return error;
  if (error instanceof BodyError) {
    if (error.fault !== 'too-large')
      return new ZhupiError('file-unreadable', { file, reason: translate(language, 'host.fileStalled') });
    const bytes = Number(request.headers['content-length'] ?? limits.bytes + 1);
    return new ZhupiError('file-too-large', { file, bytes, limit: limits.bytes });
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new ZhupiError('disk-full', { file }, { cause: error });
  if (code !== undefined) return new ZhupiError('disk-error', { file, reason: code }, { cause: error });
  throw error;
}
