/** Which entries a typed word finds, best first; pure. */

/** Something that can be found by any of its texts. */
export interface Findable {
  readonly texts: readonly string[];
}

/**
 * How well a text answers the query, from 0 (not at all) to 4: the same, begins with it, a word begins with it, holds it, or
 * holds its characters in order. Blanks and letter case do not count.
 */
export function matchScore(text: string, query: string): number {
  const wanted = plain(query);
  const found = plain(text);
  if (wanted === '') return 1;
  if (found === wanted) return 4;
  if (found.startsWith(wanted)) return 3;
  const at = found.indexOf(wanted);
  if (at > 0)
    return /[\s.\-_]/.test(text.toLowerCase().charAt(text.toLowerCase().indexOf(query.trim().toLowerCase()) - 1))
      ? 2.5
      : 2;
  return isScattered(found, wanted) ? 1 : 0;
}

/** The entries that match, best first; equals keep their order. An empty query finds everything. */
export function rank<E extends Findable>(entries: readonly E[], query: string): readonly E[] {
  return entries
    .map((entry) => ({ entry, score: Math.max(0, ...entry.texts.map((text) => matchScore(text, query))) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s…]+/g, '');
}

function isScattered(text: string, query: string): boolean {
  let from = 0;
  for (const character of query) {
    const at = text.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}
