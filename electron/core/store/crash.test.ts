import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DocumentId } from '#shared/model/ids.ts';
import { addDocuments } from '../testing/builders.ts';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';

const ROUNDS = 12;
const PROGRAM = join(import.meta.dirname, '../testing/edit-until-killed.ts');

/** Runs the program, kills it `delay` milliseconds after its first answer, and gives the last revision that it answered. */
function editAndKill(test: TestCore, document: string, delay: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, test.folder, document], { stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let complaints = '';
    child.stderr.on('data', (chunk) => {
      complaints += String(chunk);
    });
    child.stdout.on('data', (chunk) => {
      if (printed === '') setTimeout(() => child.kill('SIGKILL'), delay);
      printed += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      const whole = printed.slice(0, printed.lastIndexOf('\n')).split('\n');
      if (signal === 'SIGKILL') resolve(Number(whole.at(-1)));
      else reject(new Error(`ended by itself: ${complaints}`));
    });
  });
}

it('a process killed at any moment loses no acknowledged edit and leaves a sound project', async () => {
  const test = await makeTestCore();
  const [document] = (await addDocuments(test, [{ text: '云溪县县长林见山到柳湾镇检查。' }])) as [DocumentId];
  let last = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await test.call('project.close', {});
    const acknowledged = await editAndKill(test, document, Math.floor(Math.random() * 60));
    expect(acknowledged).toBeGreaterThan(last);
    await test.call('project.open', { file: test.token('test.zhupi') });
    const opened = await test.call('document.open', { document });
    // The edit that was being saved may be there too: it was on disk, but nobody was told.
    expect(opened.revision - acknowledged).toBeOneOf([0, 1]);
    expect(opened.snapshot.spans).toHaveLength(opened.revision);
    expect(opened.lastNumbers.T).toBe(opened.revision);
    expect(await test.call('project.validate', {})).toEqual({ problems: [], isSound: true });
    last = opened.revision;
  }
  await test.call('edit.undo', { document });
  expect((await test.call('document.open', { document })).snapshot.spans).toHaveLength(last - 1);
  await test.end();
}, 120_000);
