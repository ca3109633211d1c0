import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { initial } from './001-initial.ts';

describe('migration 1', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  db.exec(initial.up);
  db.exec(`
    INSERT INTO annotator (id, name) VALUES (1, 'annotator');
    INSERT INTO document (num, id, ord, title, language, characters, source_index, added_at, meta)
      VALUES (1, 'd_1', 1, '', 'zh', 3, 0, '', '{}');
    INSERT INTO document_text VALUES (1, '柳湾镇', '[]');
    INSERT INTO annotation_set VALUES (1, 1, 1, 'todo', '[]', NULL, 0, 1, 1, 0, 0, 1, 1, 0, 0, '');
    INSERT INTO span VALUES (1, 'T1', 'LOC', 0, 3, NULL, '{}', NULL, NULL, 'manual');
    INSERT INTO frame VALUES (1, 'E1', 'Other', 0, 1, NULL, '{}', NULL, 'manual');
    INSERT INTO argument VALUES (1, 'E1', 0, 'place', 'T1');
    INSERT INTO history (set_id, state, at, annotator_id, edit, inverse) VALUES (1, 'applied', '', 1, '{}', '{}');
  `);

  it.each([
    [
      'a second set of an annotator for a document',
      "INSERT INTO annotation_set VALUES (2, 1, 1, 'todo', '[]', NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')",
    ],
    ['a status that does not exist', "UPDATE annotation_set SET status = 'finished'"],
    ['a span of no set', "INSERT INTO span VALUES (9, 'T1', 'LOC', 0, 3, NULL, '{}', NULL, NULL, 'manual')"],
    ['two spans with one id', "INSERT INTO span VALUES (1, 'T1', 'LOC', 0, 3, NULL, '{}', NULL, NULL, 'manual')"],
    [
      'text where a number belongs',
      "INSERT INTO span VALUES (1, 'T2', 'LOC', 'x', 3, NULL, '{}', NULL, NULL, 'manual')",
    ],
    ['an argument of no frame', "INSERT INTO argument VALUES (1, 'E9', 0, 'place', 'T1')"],
    [
      'two documents with one id',
      "INSERT INTO document SELECT 2, id, 2, '', 'zh', 0, NULL, 0, '', NULL, '{}' FROM document",
    ],
    ['taking away an annotator who has work', 'DELETE FROM annotator'],
  ])('refuses %s', (_what, statement) => {
    expect(() => db.exec(statement)).toThrow();
  });

  it('takes arguments away with their frame, and everything of a document with it', () => {
    const count = (table: string) => (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
    db.exec("DELETE FROM frame WHERE id = 'E1'");
    expect(count('argument')).toBe(0);
    db.exec('DELETE FROM document');
    expect(['document_text', 'annotation_set', 'span', 'history'].map(count)).toEqual([0, 0, 0, 0]);
  });
});
