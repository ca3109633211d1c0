/** Cutting a long name in two, so that the middle can be left out and both ends stay in sight. */
import { graphemeSegmenter } from '#shared/text/graphemes.ts';

/** Length of the kept end, in characters as a person counts them. */
const TAIL = 8;

/**
 * The two parts of a name: the first may shrink, the second never does. Together they are the name. Names too short
 * to be worth it have no second part. `tail` is the wished length of the second part in graphemes.
 */
export function splitName(name: string, tail: number = TAIL): readonly [string, string] {
  if (name.length <= tail * 2) return [name, ''];
  const starts = Array.from(graphemeSegmenter().segment(name), (segment) => segment.index);
  const cut = starts.length > tail * 2 ? starts[starts.length - tail] : undefined;
  return cut === undefined ? [name, ''] : [name.slice(0, cut), name.slice(cut)];
}
