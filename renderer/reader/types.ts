/** What goes into the reader and what comes out of it. */

/** How a mark looks. `hue` is 1 to 12 (`--hue-1` … in tokens.css). */
export interface MarkStyle {
  readonly hue: number;
  readonly line: 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy';
  readonly layer: 'entity' | 'event' | 'directive';
}

/** A mark to draw. Marks are compared by reference: pass the same object for a mark that did not change. */
export interface Mark {
  readonly id: string;
  readonly style: MarkStyle;
  /** Short label text. */
  readonly chip: string;
  /** What a screen reader says. */
  readonly description: string;
  /** Half-open UTF-16 ranges of the text, sorted and disjoint. */
  readonly fragments: readonly (readonly [start: number, end: number])[];
  /** Number of arguments of a frame; shown on its chip when above 0. */
  readonly count?: number;
  /** True where a rule of the tagset is broken; shown on the chip. */
  readonly hasProblem?: boolean;
}

/** A half-open range of UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A mark that the active one points to, with the role it fills (shown on its chip). */
export interface LinkedMark {
  readonly id: string;
  readonly role: string;
}

/** Which marks carry chips. */
export type ChipMode = 'all' | 'active' | 'none';

/** What the reader needs and whom it tells. */
export interface ReaderOptions {
  /** The reader fills it and scrolls inside it. */
  readonly container: HTMLElement;
  /** The article's name for assistive technology. */
  readonly labelText: string;
  /**
   * The person changed the selection; null when it collapsed. `isGrowing`: Shift is still held and more may follow; the last
   * word comes when it is let go. Never called for `select`.
   */
  onSelect(range: TextRange | null, isGrowing: boolean): void;
  /** All marks under the point, smallest first, and the chosen one; the same point again chooses the next. */
  onPick(ids: readonly string[], chosen: string | null, event: { additive: boolean }): void;
  /** The caret moved to this offset. */
  onCaret(offset: number): void;
  /** The mark under the pointer changed. */
  onHover?(id: string | null): void;
}

/** One article on the screen. Imperative: nothing is drawn but what the calls ask for. */
export interface Reader {
  /** Lays out another text; marks, selection, caret and scroll position start anew. */
  setText(text: string): void;
  /** The marks to draw from now on. Costs what changed since the last call, not what there is. */
  setMarks(marks: readonly Mark[]): void;
  /** Rings the active mark and joins it to its arguments. */
  setActive(id: string | null, linked: readonly (string | LinkedMark)[]): void;
  /** Selects a range (collapsed: moves the caret), without taking the focus. */
  select(start: number, end: number): void;
  /** Drops the selection; the caret stays. */
  clearSelection(): void;
  /** The selection, never cutting a character; it outlives the focus going elsewhere. */
  selection(): TextRange | null;
  /** Scrolls so that the offset can be read; does nothing where it is in view already. */
  reveal(offset: number): void;
  setChips(mode: ChipMode): void;
  focus(): void;
  /** Takes everything off the page that `createReader` put there. */
  destroy(): void;
}
