/** Checks a person's changes against the page and puts them into lookup form. */
import { ZhupiError } from '#shared/api/errors.ts';
import type { PageAdjustments } from '#shared/model/page.ts';
import type { Changes } from './article.ts';
import { isBlank, type SourceLine } from './lines.ts';

/**
 * The start lines asked for, ascending and without repetition; undefined if the guess is to stand.
 * @throws ZhupiError `page-adjustment` {line} for a line that does not exist or is blank.
 */
export function checkStarts(
  adjustments: PageAdjustments | undefined,
  lines: readonly SourceLine[],
): readonly number[] | undefined {
  if (adjustments?.starts === undefined) return undefined;
  for (const line of adjustments.starts) refuseUnlessWritten(lines, line);
  return [...new Set(adjustments.starts)].sort((a, b) => a - b);
}

/**
 * Everything else that was changed. `starts`: where articles start in the end; `isText`: whether a line can be in a text.
 * @throws ZhupiError `page-adjustment` {line}.
 */
export function checkChanges(
  adjustments: PageAdjustments | undefined,
  lines: readonly SourceLine[],
  starts: ReadonlySet<number>,
  isText: (line: number) => boolean,
): Changes {
  const refuseUnlessStart = (line: number): void => {
    if (!starts.has(line)) throw new ZhupiError('page-adjustment', { line });
  };
  for (const line of adjustments?.dropped ?? []) refuseUnlessStart(line);
  for (const { line } of adjustments?.titles ?? []) refuseUnlessStart(line);
  for (const { line } of adjustments?.breaks ?? []) {
    refuseUnlessWritten(lines, line);
    if (!isText(line)) throw new ZhupiError('page-adjustment', { line });
  }
  return {
    titles: new Map(adjustments?.titles?.map(({ line, title }) => [line, title])),
    dropped: new Set(adjustments?.dropped),
    breaks: new Map(adjustments?.breaks?.map(({ line, joined }) => [line, joined])),
  };
}

function refuseUnlessWritten(lines: readonly SourceLine[], number: number): void {
  const line = lines[number - 1];
  if (line === undefined || isBlank(line)) throw new ZhupiError('page-adjustment', { line: number });
}
