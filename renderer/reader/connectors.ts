/** Draws the lines from the active frame to its arguments, behind the text. */
import { type Box, type Connector, connect } from './connector.ts';
import { lineDepth } from './highlight-rules.ts';
import type { PlacedMark } from './mark-store.ts';
import type { GlyphBox, Ruler } from './ruler.ts';
import type { TextBody } from './text-body.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The lines to draw, relative to the page. Reads layout; arguments inside the anchor need no line. */
export function planConnectors(
  page: Element,
  body: TextBody,
  ruler: Ruler,
  glyph: GlyphBox,
  anchor: PlacedMark,
  targets: readonly PlacedMark[],
): Connector[] {
  const origin = page.getBoundingClientRect();
  const boxOf = (placed: PlacedMark, which: 0 | -1): Box | null => {
    const fragment = placed.mark.fragments.at(which);
    if (fragment === undefined) return null;
    const paragraph = body.paragraphOf(which === 0 ? fragment[0] : Math.max(fragment[0], fragment[1] - 1));
    const start = Math.max(0, fragment[0] - paragraph.start);
    const end = Math.min(paragraph.end, fragment[1]) - paragraph.start;
    const box = end > start ? ruler.boxes(paragraph, start, end).at(which) : undefined;
    if (box === undefined) return null;
    return {
      left: box.left - origin.left,
      right: box.right - origin.left,
      top: box.top - origin.top + glyph.top - 1,
      bottom: box.top - origin.top + glyph.baseline + lineDepth(placed.level) * glyph.em + 2,
    };
  };
  const anchorStart = anchor.mark.fragments[0]?.[0] ?? 0;
  return targets.flatMap((target) => {
    const start = target.mark.fragments[0]?.[0] ?? 0;
    if (anchor.mark.fragments.some(([from, to]) => from <= start && start < to)) return [];
    const from = boxOf(anchor, start < anchorStart ? 0 : -1);
    const to = boxOf(target, 0);
    return from === null || to === null ? [] : [connect(from, to)];
  });
}

/** Shows these lines and no others, each with a dot at the argument. Writes only. */
export function drawConnectors(svg: SVGSVGElement, connectors: readonly Connector[]): void {
  svg.replaceChildren(
    ...connectors.flatMap(({ curve, end: [x, y] }) => {
      const line = svg.ownerDocument.createElementNS(SVG, 'path');
      line.setAttribute('d', curve);
      const dot = svg.ownerDocument.createElementNS(SVG, 'circle');
      dot.setAttribute('cx', x.toFixed(1));
      dot.setAttribute('cy', y.toFixed(1));
      dot.setAttribute('r', '2.5');
      return [line, dot];
    }),
  );
}

/** The empty drawing that `drawConnectors` fills. */
export function createConnectorLayer(document: Document): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'reader-connectors');
  svg.ariaHidden = 'true';
  return svg;
}
