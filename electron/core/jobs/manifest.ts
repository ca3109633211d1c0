/** The manifest beside an exported corpus: what made it, from what, how much, and the hash of every file. No clock time. */
import type { ExportRequest } from '#shared/model/transfer.ts';
import type { StoredTagset } from '../store/tagsets.ts';
import { countsOf, type LabelCounts, type Tally } from './export-corpus.ts';
import type { WrittenFile } from './staged-files.ts';

/** The value of `format` in a manifest. */
export const MANIFEST_FORMAT = 'zhupi.manifest/1';

/** What the manifest tells. `parts`: of a split, by name. */
export interface ManifestFacts {
  readonly version: string;
  /** The name of the format with its version, such as `zhupi.document/1`. */
  readonly formatVersion: string;
  readonly request: ExportRequest;
  readonly tagset: StoredTagset;
  readonly tally: Tally;
  readonly parts: readonly (readonly [string, Tally])[];
  readonly files: readonly WrittenFile[];
}

/** The text of `manifest.json`, with a line end. */
export function manifestText(facts: ManifestFacts): string {
  const { request, tagset, tally } = facts;
  const { filter, split, offsetUnit, format } = request;
  const manifest = {
    format: MANIFEST_FORMAT,
    tool: { name: 'zhupi', version: facts.version },
    corpus: {
      format,
      version: facts.formatVersion,
      offset_unit: offsetUnit,
      options: sorted(Object.entries(request.options)),
    },
    tagset: { name: tagset.tagset.name, version: tagset.tagset.version, sha256: tagset.hash },
    filter: {
      status: filter.status,
      annotator: filter.annotator,
      labels: filter.labels,
      documents: filter.documents,
    },
    split: split === null ? null : { train: split.train, dev: split.dev, test: split.test, seed: split.seed },
    counts: numbersOf(tally),
    ...(facts.parts.length === 0
      ? {}
      : { parts: Object.fromEntries(facts.parts.map(([name, part]) => [name, numbersOf(part)])) }),
    files: facts.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function numbersOf(tally: Tally) {
  const { labels } = tally;
  const layers = [
    'entities',
    'events',
    'directives',
    'relations',
    'documents',
  ] as const satisfies readonly (keyof LabelCounts)[];
  return { ...countsOf(tally), labels: Object.fromEntries(layers.map((layer) => [layer, sorted(labels[layer])])) };
}

/** As an object with its keys in UTF-16 order. */
function sorted<V>(entries: Iterable<readonly [string, V]>): Record<string, V> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
