import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId } from '#shared/model/ids.ts';
import { addDocuments, addFrame, addRelation, addSpan, edit, withDatabase } from '../testing/builders.ts';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';

const TEXT = '云溪县县长林见山到柳湾镇检查防汛工作。';

let test: TestCore;
beforeEach(async () => {
  test = await makeTestCore();
});
afterEach(() => test.end());

const addMarked = async () => {
  const [id] = (await addDocuments(test, [{ title: '检查', text: TEXT }, { text: '𠮷县' }])) as [DocumentId];
  await test.call('edit.apply', {
    document: id,
    base: 0,
    edit: edit({
      kind: 'batch',
      edits: [
        addSpan('T1', 'PER', 5, 8),
        addSpan('T2', 'LOC', 9, 12),
        addFrame('E1', 'Inspection', 12, 14, [['agent', 'T1']]),
        addFrame('D1', 'requirement', 0, 3, [['issuer', 'T1']]),
        addRelation('R1', 'same_as', 'T1', 'T2'),
        { kind: 'set.change', set: { status: 'done', labels: ['politics'] } },
      ],
    }),
  });
  return id;
};

describe('project.create', () => {
  it('makes a file with the built-in tagset and opens it', async () => {
    const info = await test.call('project.current', {});
    expect(info).toEqual({
      id: 'p_00000000000000000000000001',
      name: 'test',
      path: test.path('test.zhupi'),
      isSample: false,
      isReadOnly: false,
      schemaVersion: 1,
      annotator: 'annotator',
      documents: 0,
      byStatus: { todo: 0, in_progress: 0, done: 0, flagged: 0 },
    });
    const { tagset } = await test.call('tagset.get', {});
    expect(tagset).toEqual((await test.call('tagset.builtIn', {})).tagset);
  });

  it('puts a project without a place into the folder for projects, under a name every system accepts', async () => {
    const info = await test.call('project.create', { file: null, name: ' 区报: 2021/11 “要闻”. ' });
    expect(info.path).toBe(join(test.ports.folders.projects, '区报_ 2021_11 “要闻”.zhupi'));
    expect(info.name).toBe(' 区报: 2021/11 “要闻”. ');
    expect((await test.refused('project.create', { file: null, name: ' 区报: 2021/11 “要闻”. ' })).code).toBe(
      'project-exists',
    );
  });

  it('refuses to write over a file, and keeps the open project open', async () => {
    writeFileSync(test.path('b.zhupi'), 'something');
    expect(await test.refused('project.create', { file: test.token('b.zhupi'), name: 'b' })).toEqual({
      code: 'project-exists',
      details: { file: test.path('b.zhupi') },
    });
    expect(readFileSync(test.path('b.zhupi'), 'utf8')).toBe('something');
    expect((await test.call('project.current', {}))?.name).toBe('test');
  });

  it('refuses a tagset that breaks a rule, and makes no file', async () => {
    const { tagset } = await test.call('tagset.builtIn', {});
    const broken = { ...tagset, entities: [...tagset.entities, ...tagset.entities.slice(0, 1)] };
    const answer = await test.refused('project.create', { file: test.token('c.zhupi'), name: 'c', tagset: broken });
    expect(answer).toMatchObject({ code: 'tagset-invalid', details: { rule: 'label-twice', message: 'PER' } });
    expect(existsSync(test.path('c.zhupi'))).toBe(false);
  });
});

describe('project.open', () => {
  it('closes the project before: its single file stays, and comes back whole', async () => {
    await addMarked();
    await test.call('project.create', { file: test.token('b.zhupi'), name: 'b' });
    expect(readdirSync(test.folder).filter((name) => name.startsWith('test'))).toEqual(['test.zhupi']);
    const info = await test.call('project.open', { file: test.token('test.zhupi') });
    expect(info).toMatchObject({
      name: 'test',
      documents: 2,
      byStatus: { todo: 1, in_progress: 0, done: 1, flagged: 0 },
    });
  });

  it('keeps the open project where the other cannot be opened', async () => {
    writeFileSync(test.path('x.zhupi'), 'nothing of ours');
    expect((await test.refused('project.open', { file: test.token('x.zhupi') })).code).toBe('project-not-zhupi');
    expect((await test.refused('project.open', { file: test.token('y.zhupi') })).code).toBe('project-missing');
    expect((await test.refused('project.open', { file: 'made up' })).code).toBe('grant-unknown');
    expect((await test.call('project.current', {}))?.name).toBe('test');
  });

  it('opens a file that cannot be written for reading, and refuses every change', async () => {
    const id = await addMarked();
    await test.call('project.close', {});
    chmodSync(test.path('test.zhupi'), 0o444);
    const before = readFileSync(test.path('test.zhupi'));
    expect((await test.call('project.open', { file: test.token('test.zhupi') })).isReadOnly).toBe(true);
    expect((await test.call('document.open', { document: id })).snapshot.spans).toHaveLength(2);
    const refused = { code: 'project-read-only', details: { file: test.path('test.zhupi') } };
    expect(await test.refused('edit.apply', { document: id, base: 1, edit: addSpan('T3', 'LOC', 0, 3) })).toEqual(
      refused,
    );
    expect(await test.refused('edit.undo', { document: id })).toEqual(refused);
    expect(await test.refused('document.trash', { documents: [id] })).toEqual(refused);
    expect(await test.refused('project.setAnnotator', { name: 'x' })).toEqual(refused);
    expect(await test.refused('tagset.set', await test.call('tagset.get', {}))).toEqual(refused);
    expect((await test.call('project.validate', {})).isSound).toBe(true);
    await test.call('project.close', {});
    expect(readFileSync(test.path('test.zhupi')).equals(before)).toBe(true);
  });

  it('answers calls without a project with a refusal', async () => {
    await test.call('project.close', {});
    expect(await test.call('project.current', {})).toBeNull();
    expect(await test.refused('document.list', {})).toEqual({ code: 'no-project', details: {} });
    expect((await test.refused('edit.undo', { document: 'd_1' })).code).toBe('no-project');
  });
});

describe('project.recent', () => {
  it('lists projects newest first, marks those that are gone, opens and forgets them', async () => {
    await test.call('project.create', { file: test.token('b.zhupi'), name: 'b' });
    await test.call('project.open', { file: test.token('test.zhupi') });
    rmSync(test.path('b.zhupi'));
    const recent = await test.call('project.recent', {});
    expect(recent.map(({ name, isMissing }) => [name, isMissing])).toEqual([
      ['test', false],
      ['b', true],
    ]);
    expect((await test.refused('project.openRecent', { id: recent[1]?.id ?? '' })).code).toBe('project-missing');
    await test.call('project.close', {});
    expect((await test.call('project.openRecent', { id: recent[0]?.id ?? '' })).name).toBe('test');
    await test.call('project.forget', { id: recent[1]?.id ?? '' });
    expect((await test.call('project.recent', {})).map(({ name }) => name)).toEqual(['test']);
  });

  it('starts afresh from a broken list, which is kept aside and logged', async () => {
    const file = join(test.ports.folders.state, 'recent.json');
    writeFileSync(file, '[{"name": ');
    expect(await test.call('project.recent', {})).toEqual([]);
    expect(readFileSync(`${file}.broken`, 'utf8')).toBe('[{"name": ');
    expect(test.logged.join()).toContain('state file broken');
  });
});

describe('project.stats', () => {
  it('counts labels, statuses, characters in code points and annotators', async () => {
    await addMarked();
    expect(await test.call('project.stats', {})).toEqual({
      documents: 2,
      characters: 21,
      sources: 0,
      status: { todo: 1, in_progress: 0, done: 1, flagged: 0 },
      documentLabels: { politics: 1 },
      entities: { LOC: 1, PER: 1 },
      events: { Inspection: 1 },
      directives: { requirement: 1 },
      relations: { same_as: 1 },
      annotators: { annotator: { documents: 1, spans: 2, events: 1, directives: 1, relations: 1 } },
    });
  });
});

describe('project.validate', () => {
  it('finds nothing wrong with what edits made, only work left to do', async () => {
    const id = await addMarked();
    await test.call('edit.apply', { document: id, base: 1, edit: addFrame('E2', 'Inspection', 12, 14) });
    expect(await test.call('project.validate', {})).toEqual({
      isSound: true,
      problems: [
        {
          document: id,
          annotator: 'annotator',
          mark: 'E2',
          code: 'check-role-open',
          details: { label: 'Inspection', role: 'agent' },
          severity: 'warning',
        },
      ],
    });
  });

  it('finds marks outside the text, counts that are off and entities that nobody knows', async () => {
    const id = await addMarked();
    await withDatabase(test, (db) => {
      db.exec("UPDATE span SET end = 99 WHERE id = 'T2'; UPDATE span SET entity = 'a_none' WHERE id = 'T1'");
      db.exec('UPDATE annotation_set SET event_count = 5, last_t = 1');
      db.exec("UPDATE document SET characters = 20 WHERE title = '检查'");
    });
    const { problems, isSound } = await test.call('project.validate', {});
    expect(isSound).toBe(false);
    expect(problems.map(({ document, mark, code, details }) => [document, mark, code, details])).toEqual([
      [id, null, 'check-counts', { what: 'characters' }],
      [id, null, 'check-counts', { what: 'events' }],
      [id, null, 'check-counts', { what: 'T' }],
      [id, 'T2', 'edit-offsets', { fragments: '[[9,99]]', length: 19 }],
      [id, 'T1', 'check-authority-missing', { entity: 'a_none' }],
    ]);
  });

  it('finds rows whose document is gone', async () => {
    await addMarked();
    await test.call('project.close', {});
    await test.call('project.open', { file: test.token('test.zhupi') });
    const { path } = (await test.call('project.current', {})) ?? { path: '' };
    const { default: Database } = await import('better-sqlite3');
    const db = new Database(path);
    db.pragma('foreign_keys = OFF');
    db.exec("DELETE FROM document WHERE title = '检查'");
    db.close();
    const { problems } = await test.call('project.validate', {});
    expect(problems[0]).toMatchObject({ document: null, code: 'project-damaged', severity: 'error' });
    expect(problems.map(({ details }) => details.reason)).toContain('foreign key in annotation_set');
  });
});

describe('project.setAnnotator', () => {
  it('changes whose work is shown; the other work stays', async () => {
    const id = await addMarked();
    expect((await test.call('project.setAnnotator', { name: '乙' })).annotator).toBe('乙');
    expect((await test.call('document.open', { document: id })).snapshot.spans).toEqual([]);
    const mine = await test.call('document.open', { document: id, annotator: 'annotator' });
    expect(mine.snapshot.spans).toHaveLength(2);
    expect((await test.call('document.list', {})).rows[0]).toMatchObject({ status: 'todo', spans: 0 });
  });
});

describe('project.backup and project.restore', () => {
  it('make a verified single file and bring it back under another name', async () => {
    const id = await addMarked();
    const report = await test.call('project.backup', { job: 'j1', target: test.token('copy.zhupi') });
    expect(report.documents).toBe(2);
    expect(report.bytes).toBe(readFileSync(test.path('copy.zhupi')).length);
    expect(readdirSync(test.folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.zhupi']);
    expect(test.events.some((event) => event.kind === 'job.progress' && event.job === 'j1')).toBe(true);
    await test.call('project.restore', {
      job: 'j2',
      backup: test.token('copy.zhupi'),
      target: test.token('back.zhupi'),
    });
    await test.call('project.open', { file: test.token('back.zhupi') });
    expect((await test.call('document.open', { document: id })).snapshot.spans).toHaveLength(2);
  });

  it('refuse to write over a project, to copy it onto itself, and to restore what is no backup', async () => {
    const own = await test.refused('project.backup', { job: 'j', target: test.token('test.zhupi') });
    expect(own.code).toBe('target-exists');
    writeFileSync(test.path('no.zhupi'), 'no');
    const restore = (backup: string, target: string) =>
      test.refused('project.restore', { job: 'j', backup: test.token(backup), target: test.token(target) });
    expect((await restore('no.zhupi', 'new.zhupi')).code).toBe('project-not-zhupi');
    await test.call('project.backup', { job: 'j', target: test.token('copy.zhupi') });
    expect((await restore('copy.zhupi', 'no.zhupi')).code).toBe('project-exists');
    expect(readFileSync(test.path('no.zhupi'), 'utf8')).toBe('no');
    expect((await restore('copy.zhupi', 'none/new.zhupi')).code).toBe('target-missing');
  });

  it('refuse a backup with a broken page, and leave no copy of it', async () => {
    await addDocuments(
      test,
      Array.from({ length: 40 }, (_, i) => ({ text: `${i}${TEXT.repeat(20)}` })),
    );
    await test.call('project.backup', { job: 'j', target: test.token('copy.zhupi') });
    const bytes = readFileSync(test.path('copy.zhupi'));
    bytes.fill(0xff, bytes.length - 3 * 4096, bytes.length - 2 * 4096);
    writeFileSync(test.path('copy.zhupi'), bytes);
    const answer = await test.refused('project.restore', {
      job: 'j',
      backup: test.token('copy.zhupi'),
      target: test.token('new.zhupi'),
    });
    expect(answer.code).toBe('backup-unverified');
    expect(readdirSync(test.folder).filter((name) => name.startsWith('new'))).toEqual([]);
  });

  it('leave an existing copy as it was when cancelled', async () => {
    writeFileSync(test.path('copy.zhupi'), 'old copy');
    const running = test.refused('project.backup', { job: 'j', target: test.token('copy.zhupi') });
    expect(await test.call('job.cancel', { job: 'j' })).toEqual({ cancelled: true });
    expect((await running).code).toBe('cancelled');
    expect(readFileSync(test.path('copy.zhupi'), 'utf8')).toBe('old copy');
    expect(await test.call('job.cancel', { job: 'j' })).toEqual({ cancelled: false });
  });
});
