/** Where chips go so that no two on a line touch: shifted to the right a little, or gathered under a "+n". Pure. */

/** A chip that wants a place; lengths in px. */
export interface ChipRequest {
  readonly key: string;
  /** The line of text it belongs to: any number that is equal for chips of one line. */
  readonly line: number;
  readonly x: number;
  /** At least `BADGE_WIDTH`. */
  readonly width: number;
  /** True for chips that may be shifted any distance rather than gathered. */
  readonly isPinned: boolean;
}

/** A placed chip: one key is the chip itself, several are a "+n" badge that stands for all of them. */
export interface ChipPlace {
  readonly keys: readonly string[];
  readonly line: number;
  readonly x: number;
  readonly width: number;
  readonly isBadge: boolean;
}

/** Width of a "+n" badge, the least of any chip, in px. */
export const BADGE_WIDTH = 20;
const GAP = 2;
const GREATEST_SHIFT = 48;

interface Place extends ChipPlace {
  readonly keys: string[];
}

/**
 * Places chips line by line; requests at the same x keep their order. Nothing is placed beyond `right`; every key appears in exactly one
 * place. A lone chip that does not fit stands at the right end.
 */
export function placeChips(requests: readonly ChipRequest[], right: number): ChipPlace[] {
  const places: Place[] = [];
  const ordered = [...requests].sort((a, b) => a.line - b.line || a.x - b.x);
  let last: Place | undefined;
  for (const request of ordered) {
    if (last !== undefined && last.line !== request.line) last = undefined;
    const free = last === undefined ? Number.NEGATIVE_INFINITY : last.x + last.width + GAP;
    const x = Math.max(free, Math.min(request.x, right - request.width));
    const isNear = request.isPinned || x - request.x <= GREATEST_SHIFT;
    if (last === undefined || (isNear && x + request.width <= right)) {
      last = { keys: [request.key], line: request.line, x, width: request.width, isBadge: false };
      places.push(last);
    } else if (last.isBadge) {
      last.keys.push(request.key);
    } else if (free + BADGE_WIDTH <= right) {
      last = { keys: [request.key], line: request.line, x: free, width: BADGE_WIDTH, isBadge: true };
      places.push(last);
    } else {
      places.pop();
      last = { ...last, keys: [...last.keys, request.key], width: BADGE_WIDTH, isBadge: true };
      places.push(last);
    }
  }
  return places;
}
