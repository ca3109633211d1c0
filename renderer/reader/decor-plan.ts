/** What stands around a paragraph's text: chips, margin bars of directives, rings. Reads layout, writes nothing. */
import { piecesWithin } from '#shared/text/segments.ts';
import { BADGE_WIDTH, type ChipRequest, placeChips } from './chip-layout.ts';
import { lineDepth } from './highlight-rules.ts';
import type { PlacedMark } from './mark-store.ts';
import type { GlyphBox, Ruler } from './ruler.ts';
import type { Paragraph } from './text-body.ts';
import type { ChipMode, Mark } from './types.ts';

/** What decides the looks besides the marks. */
export interface DecorView {
  readonly chips: ChipMode;
  readonly active: string | null;
  /** Linked marks with the roles they fill; an empty role is not shown. */
  readonly linked: ReadonlyMap<string, string>;
  readonly glyph: GlyphBox;
  /** CSS font of chips. */
  readonly chipFont: string;
}

/** A chip; positions in px from the paragraph's top left corner. A badge stands for several marks. */
export interface ChipPlan {
  readonly key: string;
  readonly marks: readonly Mark[];
  readonly isBadge: boolean;
  readonly isActive: boolean;
  readonly role: string;
  readonly x: number;
  readonly y: number;
}

/** A directive's bar in the margin; `lane` 0 is nearest to the text. */
export interface BarPlan {
  readonly mark: Mark;
  readonly lane: number;
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
}

/** One line of a ring; open at the sides where the mark goes on. */
export interface RingPlan {
  readonly kind: 'active' | 'linked';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** All that is drawn around a paragraph. */
export interface DecorPlan {
  readonly chips: readonly ChipPlan[];
  readonly bars: readonly BarPlan[];
  readonly rings: readonly RingPlan[];
}

/** Height of a chip in px; it stands in the gap above the characters. */
export const CHIP_HEIGHT = 12;
/** Room for chips right of the text, in px. */
const RIGHT_ROOM = 24;
/** Padding and border of a chip, and what its signs add, in px; as in reader.css. */
const CHIP_PADDING = 8;
const SIGN_WIDTH = 8;

/** Reads the rectangles of the paragraph's marks and decides what stands where. */
export function planDecor(
  ruler: Ruler,
  paragraph: Paragraph,
  placed: readonly PlacedMark[],
  view: DecorView,
): DecorPlan {
  const frame = paragraph.element.getBoundingClientRect();
  const requests: ChipRequest[] = [];
  const chipMarks = new Map<string, Mark>();
  const bars: Omit<BarPlan, 'lane'>[] = [];
  const rings: RingPlan[] = [];
  const length = paragraph.end - paragraph.start;

  // Larger marks first, so that at one place the outer chip comes first.
  for (let i = placed.length - 1; i >= 0; i--) {
    const item = placed[i];
    if (item === undefined) continue;
    const { mark } = item;
    const isActive = mark.id === view.active;
    const isLinked = view.linked.has(mark.id);
    const isDirective = mark.style.layer === 'directive';
    const hasChip =
      view.chips === 'all' || ((isActive || isLinked) && (view.chips === 'active' || view.linked.get(mark.id) !== ''));
    if (!(hasChip || isDirective || isActive || isLinked)) continue;
    const pieces = piecesWithin(mark.fragments, paragraph.start, paragraph.start + length);
    for (const piece of pieces) {
      const needsAll = isDirective || isActive || isLinked;
      if (!needsAll && !piece.isFirst) continue;
      const boxes = ruler.boxes(paragraph, piece.start, needsAll ? piece.end : Math.min(piece.end, piece.start + 1));
      const [first] = boxes;
      const last = boxes.at(-1);
      if (first === undefined || last === undefined) continue;
      if (hasChip && piece.isFirst) {
        const role = view.linked.get(mark.id) ?? '';
        chipMarks.set(mark.id, mark);
        requests.push({
          key: mark.id,
          line: Math.round(first.top - frame.top),
          x: first.left - frame.left,
          width: chipWidth(ruler, mark, role, view.chipFont),
          isPinned: isActive || isLinked,
        });
      }
      if (isDirective) {
        const top = first.top + view.glyph.top - frame.top;
        bars.push({ mark, isActive, top, height: last.top + view.glyph.bottom - frame.top - top });
      }
      if (isActive || isLinked)
        for (const [at, box] of boxes.entries())
          rings.push({
            kind: isActive ? 'active' : 'linked',
            left: box.left - frame.left,
            width: box.width,
            top: box.top - frame.top + view.glyph.top,
            height: view.glyph.baseline - view.glyph.top + lineDepth(item.level) * view.glyph.em,
            isFirst: at === 0,
            isLast: at === boxes.length - 1,
          });
    }
  }
  const chips = placeChips(requests, frame.width + RIGHT_ROOM).map((place): ChipPlan => {
    const marks = place.keys.flatMap((key) => chipMarks.get(key) ?? []);
    const [key = ''] = place.keys;
    return {
      key: place.isBadge ? `+${key}` : key,
      marks,
      isBadge: place.isBadge,
      isActive: !place.isBadge && key === view.active,
      role: place.isBadge ? '' : (view.linked.get(key) ?? ''),
      x: place.x,
      y: place.line + view.glyph.top - CHIP_HEIGHT - 1,
    };
  });
  return { chips, bars: inLanes(bars), rings };
}

/** Bars beside each other where they would overlap; those that begin first and reach furthest stand nearest to the text. */
function inLanes(bars: readonly Omit<BarPlan, 'lane'>[]): BarPlan[] {
  const ends: number[] = [];
  return [...bars]
    .sort((a, b) => a.top - b.top || b.height - a.height)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.top);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = bar.top + bar.height;
      return { ...bar, lane };
    });
}

function chipWidth(ruler: Ruler, mark: Mark, role: string, font: string): number {
  let width = CHIP_PADDING + ruler.textWidth(mark.chip, font);
  if (mark.style.layer === 'event') width += SIGN_WIDTH;
  if (mark.hasProblem === true) width += SIGN_WIDTH;
  if (role !== '') width += CHIP_PADDING + ruler.textWidth(role, font);
  if ((mark.count ?? 0) > 0) width += 4 + ruler.textWidth(String(mark.count), font);
  return Math.max(BADGE_WIDTH, Math.ceil(width));
}
