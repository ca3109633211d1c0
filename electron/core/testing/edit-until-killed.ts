/** A program for the crash test: edits one document without end and prints the revision of each answer, until it is killed. */
import { writeSync } from 'node:fs';
import { addSpan } from './builders.ts';
import { makeTestCore } from './make-test-core.ts';

const [folder = '', document = ''] = process.argv.slice(2);
const test = await makeTestCore({ folder, project: null });
await test.call('project.open', { file: test.token('test.zhupi') });
let { revision, lastNumbers } = await test.call('document.open', { document });
for (let number = lastNumbers.T + 1; ; number += 1) {
  const start = number % 10;
  const edit = addSpan(`T${number}`, 'LOC', start, start + 1);
  ({ revision } = await test.call('edit.apply', { document, base: revision, edit }));
  writeSync(1, `${revision}\n`);
}
