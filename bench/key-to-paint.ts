/** From the press of a label's key to its mark on the screen, in a long document full of spans, beside an empty frame. */
import type { Page } from '@playwright/test';
import { atMost, interleave, type Measured, makeFigure, quantile } from './figure.ts';
import { makeSpans, makeText } from './generate.ts';
import { timePaint, withPage } from './page.ts';
import { type Bench, entityLabels, fillProject, makePorts, makeProject } from './workbench.ts';

const CHARACTERS = 20_000;
const SPANS = 1000;
/** Paragraphs in the middle of the document, as many as stand on one screen. */
const PARAGRAPHS = [62, 63];

/** Offsets in a paragraph. */
interface Place {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** p95 in milliseconds. Every mark is undone before the next. */
export async function measureKeyToPaint(bench: Bench): Promise<readonly Measured[]> {
  const ports = makePorts(bench.folder);
  const labels = entityLabels(ports);
  const text = makeText(1, CHARACTERS);
  const paragraphs = text.split('\n');
  const places = PARAGRAPHS.flatMap((paragraph) => findPlaces(paragraph, paragraphs[paragraph] ?? ''));
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const free = places.map(({ paragraph, start, end }) => {
    const base = lineStarts[paragraph] ?? 0;
    return [base + start, base + end] as const;
  });
  const project = makeProject(ports, 'key-to-paint');
  fillProject(ports, project, [{ title: 'long', text, spans: makeSpans(2, text, SPANS, labels, free) }]);

  const rounds = bench.isQuick ? 20 : 100;
  const samples = await withPage(bench, project, async (page) => {
    await page.getByText('long', { exact: true }).first().click();
    await page.locator('.reader-article p').first().waitFor();
    await scrollTo(page, PARAGRAPHS[0] ?? 0);
    let at = 0;
    const press = async (isControl: boolean) => {
      const place = places[at++ % places.length] ?? { paragraph: 0, start: 0, end: 1 };
      await select(page, place);
      const watch = { event: 'keydown', isControl, firstParagraph: null, mark: place } as const;
      const took = await timePaint(page, watch, () => page.keyboard.press('p'));
      if (!isControl) await undo(page);
      return took;
    };
    return interleave(
      rounds,
      10,
      () => press(false),
      () => press(true),
    );
  });
  const value = quantile(samples.value, 0.95);
  const control = quantile(samples.control, 0.95);
  const medians = [samples.value, samples.control].map((list) => quantile(list, 0.5).toFixed(1));
  return [
    {
      figure: makeFigure('key-to-paint', 'ms', value, control, atMost(1, 16, 'ms')),
      note: `from the key’s time stamp to the end of the frame with the mark, p95 of ${rounds} (medians ${medians.join(' and ')}), ${CHARACTERS} characters, ${SPANS} spans; control: the same key where nothing listens, an empty frame`,
    },
  ];
}

/** Places to be marked, which are kept free of spans. Four Chinese characters: what is trimmed off a selection is none of them. */
function findPlaces(paragraph: number, text: string): readonly Place[] {
  return [12, 32, 52, 72, 92, 112].flatMap((from) => {
    const at = text.slice(from).search(/\p{Script=Han}{4}/u);
    return at < 0 || at > 12 ? [] : [{ paragraph, start: from + at, end: from + at + 4 }];
  });
}

async function scrollTo(page: Page, paragraph: number): Promise<void> {
  // Twice: sections get their true heights only when they come near.
  for (let i = 0; i < 3; i += 1) {
    await page.evaluate((index) => {
      document.querySelectorAll('.reader-article p')[index]?.scrollIntoView({ block: 'start' });
    }, paragraph);
    await page.waitForTimeout(100);
  }
}

/** Selects a stretch of text and waits until the app knows, and has drawn what it draws then. */
async function select(page: Page, place: Place): Promise<void> {
  await page.evaluate(async ({ paragraph, start, end }) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    document.querySelector<HTMLElement>('.reader')?.focus({ preventScroll: true });
    const node = document.querySelectorAll('.reader-article p')[paragraph]?.firstChild;
    if (node === null || node === undefined) throw new Error(`no paragraph ${paragraph}`);
    const heard = new Promise((resolve) => document.addEventListener('selectionchange', resolve, { once: true }));
    document.getSelection()?.setBaseAndExtent(node, start, node, end);
    await heard;
    await frame();
    await frame();
  }, place);
}

/** Takes the mark back and waits until both edits are on disk. */
async function undo(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().postData()?.includes('"edit.undo"') === true);
  await page.keyboard.press('ControlOrMeta+z');
  await answered;
  await page.waitForTimeout(50);
}
