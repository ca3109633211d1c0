/** Files that a start names: by the command line, a double-click, a second start. Pure but for joining paths. */
import { resolve } from 'node:path';
import { z } from 'zod';

/** What a second start hands to the first: absolute paths. */
export const HandedOver = z.object({ files: z.array(z.string().min(1)).max(1000) });
export type HandedOver = z.infer<typeof HandedOver>;

/** Absolute paths of the files among a start's arguments. Outside a package the second argument is the app's own folder. */
export function filesOfArguments(argv: readonly string[], isPackaged: boolean, folder: string): string[] {
  const plain = argv.slice(1).filter((each) => each !== '' && !each.startsWith('-'));
  return (isPackaged ? plain : plain.slice(1)).map((file) => resolve(folder, file));
}

/** The project to open (the last one named) and the files to offer for bringing in. */
export function sortFiles(files: readonly string[]): {
  readonly project: string | null;
  readonly others: readonly string[];
} {
  const isProject = (file: string) => file.toLowerCase().endsWith('.zhupi');
  return { project: files.findLast(isProject) ?? null, others: files.filter((file) => !isProject(file)) };
}
