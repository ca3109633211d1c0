/** From the click on a long document full of spans to its text and marks on the screen, beside the same text without spans. */
import { atMost, interleave, type Measured, makeFigure, quantile } from './figure.ts';
import { makeSpans, makeText } from './generate.ts';
import { timePaint, withPage } from './page.ts';
import { type Bench, entityLabels, fillProject, makePorts, makeProject } from './workbench.ts';

const CHARACTERS = 20_000;
const SPANS = 1000;

/** Medians in milliseconds. A short document is opened between any two, so that each opening changes the screen. */
export async function measureOpenDocument(bench: Bench): Promise<readonly Measured[]> {
  const ports = makePorts(bench.folder);
  const text = makeText(1, CHARACTERS);
  const short = makeText(3, 200);
  const project = makeProject(ports, 'open-document');
  fillProject(ports, project, [
    { title: 'short', text: short, spans: [] },
    { title: 'annotated', text, spans: makeSpans(2, text, SPANS, entityLabels(ports)) },
    { title: 'plain', text, spans: [] },
  ]);

  const samples = await withPage(bench, project, async (page) => {
    await page.getByText('short', { exact: true }).first().click();
    const row = (title: string) => page.locator(`.document-button[title="${title}"]`);
    await row('short').waitFor();
    const open = async (title: string, whole: string, hasMarks: boolean) => {
      const firstParagraph = whole.split('\n', 1)[0] ?? '';
      const watch = { event: 'click', isControl: false, firstParagraph, mark: hasMarks ? 'any' : null } as const;
      return timePaint(page, watch, () => row(title).click());
    };
    const openAnd = async (title: string, hasMarks: boolean) => {
      const took = await open(title, text, hasMarks);
      await open('short', short, false);
      return took;
    };
    return interleave(
      bench.isQuick ? 5 : 30,
      3,
      () => openAnd('annotated', true),
      () => openAnd('plain', false),
    );
  });
  const value = quantile(samples.value, 0.5);
  const control = quantile(samples.control, 0.5);
  return [
    {
      figure: makeFigure('open-document', 'ms', value, control, atMost(3)),
      note: `from the click’s time stamp to the end of the frame with text and marks, median, ${CHARACTERS} characters, ${SPANS} spans; control: the same text without spans, in the same app`,
    },
  ];
}
