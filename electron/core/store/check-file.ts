/** SQLite's own checks of a file. */
import type { ProjectDatabase } from './database.ts';
import { systemCode } from './errors.ts';

/** What `integrity_check` and `foreign_key_check` find; empty for a sound file. */
export function checkFile(db: ProjectDatabase): readonly string[] {
  try {
    const findings = texts(db.pragma('integrity_check(20)'), 'integrity_check').filter((text) => text !== 'ok');
    const broken = texts(db.pragma('foreign_key_check'), 'table').map((table) => `foreign key in ${table}`);
    return [...findings, ...broken.slice(0, 20)];
  } catch (error) {
    const code = systemCode(error);
    if (code?.startsWith('SQLITE_') === true) return [code];
    throw error;
  }
}

function texts(rows: unknown, column: string): readonly string[] {
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown) =>
    typeof row === 'object' && row !== null && column in row ? String((row as Record<string, unknown>)[column]) : '',
  );
}
