/** Project files as the command line makes and reads them: ready before the app starts, read back exactly after it. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test } from '../fixtures/app.ts';
import { CHECKOUT } from '../fixtures/running-host.ts';

const run = promisify(execFile);

/** A span as it stands in an exported document; offsets count code points. */
export interface SpanRecord {
  readonly id: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly note?: string;
}

/** An event or directive of an exported document. */
export interface FrameRecord {
  readonly id: string;
  readonly label: string;
  readonly text?: string;
  readonly trigger?: { readonly text: string };
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly arguments: readonly { readonly role: string; readonly target: string }[];
}

/** The part of an exported document that the specs look at. */
export interface DocumentRecord {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly status: string;
  readonly labels: readonly string[];
  readonly meta: Readonly<Record<string, unknown>>;
  readonly entities: readonly SpanRecord[];
  readonly events: readonly FrameRecord[];
  readonly directives: readonly FrameRecord[];
}

/** Runs the built command line and gives its standard output. @throws where it ends with another status than 0 */
export async function zhupi(...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join(CHECKOUT, 'out', 'main', 'cli.js'), ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** Makes a project of newspaper pages, given as file name and text. */
export async function makeProject(file: string, pages: Readonly<Record<string, string>>): Promise<void> {
  await zhupi('new', '--project', file);
  const folder = await mkdtemp(join(tmpdir(), 'zhupi-pages-'));
  try {
    const paths = Object.keys(pages).map((name) => join(folder, name));
    await Promise.all(Object.values(pages).map((text, at) => writeFile(paths[at] ?? '', text)));
    await zhupi('import', '--project', file, ...paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The documents of a project in its order, as they are exported. The app may have it open; what is saved is seen. */
export async function readDocuments(file: string): Promise<readonly DocumentRecord[]> {
  const list = JSON.parse(await zhupi('documents', '--json', '--project', file)) as readonly { readonly id: string }[];
  const documents: DocumentRecord[] = [];
  for (const { id } of list) documents.push(JSON.parse(await zhupi('show', '--project', file, id)) as DocumentRecord);
  return documents;
}

/** A `test` whose app opens a project of these pages, in a folder of its own. */
export function testOnPages(
  pages: Readonly<Record<string, string>>,
  { isReadOnly = false }: { readonly isReadOnly?: boolean } = {},
): typeof test {
  return test.extend({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
    async appProject({}, use, testInfo) {
      const folder = await mkdtemp(join(tmpdir(), 'zhupi-e2e-project-'));
      const file = join(folder, 'project.zhupi');
      await makeProject(file, pages);
      const allow = isReadOnly ? await forbidWriting(file) : async () => undefined;
      testInfo.skip(allow === null, 'this machine lets root write every file');
      await use(file);
      await allow?.();
      await rm(folder, { recursive: true, force: true });
    },
  }) as typeof test;
}

/** Takes away the right to write a file; gives the way back, or null where this machine cannot. Root needs the immutable flag. */
async function forbidWriting(file: string): Promise<(() => Promise<void>) | null> {
  if (process.getuid?.() !== 0) {
    await chmod(file, 0o444);
    return () => chmod(file, 0o644);
  }
  try {
    await run('chattr', ['+i', file]);
  } catch {
    return null;
  }
  return async () => void (await run('chattr', ['-i', file]));
}
