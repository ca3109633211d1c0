/** What the page says about its articles: publication, page number and date, by where the article starts. */
import type { Page } from './content.ts';
import { type PageHeader, readHeader } from './furniture.ts';
import { lineText } from './lines.ts';

const NOTHING: PageHeader = { publication: null, page: null, date: null };

/**
 * For each start line (ascending) the last header above it; what no header above says, the first one on the page says.
 * Linear time.
 */
export function readHeaders(page: Page, startLines: readonly number[]): PageHeader[] {
  const found = page.furniture.flatMap((line) => {
    const header = readHeader(lineText(page.text, line, 80));
    return header ? [{ line: line.number, header }] : [];
  });
  const first = found.reduceRight((sum, { header }) => overlay(sum, header), NOTHING);
  let next = 0;
  let current = NOTHING;
  return startLines.map((startLine) => {
    for (let entry = found[next]; entry && entry.line < startLine; entry = found[next]) {
      current = overlay(current, entry.header);
      next += 1;
    }
    return overlay(first, current);
  });
}

function overlay(under: PageHeader, over: PageHeader): PageHeader {
  return {
    publication: over.publication ?? under.publication,
    page: over.page ?? under.page,
    date: over.date ?? under.date,
  };
}
