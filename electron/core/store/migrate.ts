/** Brings a project file up to date: a copy first, then one transaction per step. */
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { ZhupiError } from '#shared/api/errors.ts';
import type { WritableDatabase } from './database.ts';
import type { Migration } from './migrations/index.ts';

/** The name of the copy made before a file of version `version` is changed: `<name>.before-v<N>.zhupi`. */
export function backupName(file: string, next: number): string {
  return `${file.replace(/\.zhupi$/i, '')}.before-v${next}.zhupi`;
}

/**
 * Runs every step above the file's `user_version`. With `file`, a copy of it is put beside it first (never over an older
 * copy); null is for new files. A step that fails leaves the version before it.
 */
export function migrate(db: WritableDatabase, file: string | null, migrations: readonly Migration[]): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  const steps = migrations.filter((step) => step.version > from);
  if (steps.length === 0) return;
  if (file !== null) copyBeside(db, file, backupName(file, migrations.length));
  for (const step of steps) {
    const at = Number(db.pragma('user_version', { simple: true }));
    if (step.version !== at + 1) throw new ZhupiError('internal', { where: 'migration', from: at, to: step.version });
    db.pragma('foreign_keys = OFF');
    try {
      db.transaction(() => {
        db.exec(step.up);
        const broken = db.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0)
          throw new ZhupiError('internal', { where: 'migration', to: step.version, broken: broken.length });
        db.pragma(`user_version = ${step.version}`);
      }).immediate();
    } finally {
      db.pragma('foreign_keys = ON');
    }
  }
}

function copyBeside(db: WritableDatabase, file: string, target: string): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  let free = target;
  for (let n = 2; existsSync(free); n += 1) free = target.replace(/\.zhupi$/, ` ${n}.zhupi`);
  copyFileSync(file, free);
  const handle = openSync(free, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
