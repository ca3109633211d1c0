/** The line from a frame's anchor to an argument. Pure geometry. */

/** A rectangle in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line to draw: an SVG path and the point where it ends, at the argument. */
export interface Connector {
  readonly curve: string;
  readonly end: readonly [x: number, y: number];
}

/** How far an end keeps from the corners of its box, in px. */
const INSET = 7;

/** The line from one box to another: an arc through the gap above on the same line, an S-curve between lines. */
export function connect(from: Box, to: Box): Connector {
  const [x1, x2] = [nearestX(from, to), nearestX(to, from)];
  if (Math.abs(from.top - to.top) < (from.bottom - from.top) / 2) {
    const rise = Math.min(15, 7 + Math.abs(x2 - x1) / 24);
    const pull = Math.min(26, Math.abs(x2 - x1) / 2) * Math.sign(x2 - x1);
    return path(x1, from.top, x1 + pull, from.top - rise, x2 - pull, to.top - rise, x2, to.top);
  }
  const isBelow = to.top > from.top;
  const [y1, y2] = isBelow ? [from.bottom, to.top] : [from.top, to.bottom];
  const bend = Math.max(10, Math.min(60, Math.abs(y2 - y1) / 2)) * (isBelow ? 1 : -1);
  return path(x1, y1, x1, y1 + bend, x2, y2 - bend, x2, y2);
}

/** The point on the box, off its corners, that is nearest to the other's middle. */
function nearestX(box: Box, other: Box): number {
  const inset = Math.min(INSET, (box.right - box.left) / 2);
  const middle = (other.left + other.right) / 2;
  return Math.min(Math.max(middle, box.left + inset), box.right - inset);
}

function path(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
  x4: number,
  y4: number,
): Connector {
  const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return { curve: `M${at(x1, y1)}C${at(x2, y2)} ${at(x3, y3)} ${at(x4, y4)}`, end: [x4, y4] };
}
