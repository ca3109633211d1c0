/** Small conversions between JSON columns and values. The core wrote these columns; broken ones mean a damaged file. */
import { z } from 'zod';
import { ZhupiError } from '#shared/api/errors.ts';
import { Attributes } from '#shared/model/attributes.ts';
import { Meta } from '#shared/model/document.ts';
import { type Fragments, Fragments as FragmentsSchema, hull } from '#shared/model/span.ts';

const Texts = z.array(z.string());
const TextMap = z.record(z.string(), z.string());
const EMPTY: Attributes = Object.freeze({});

/** Parses a JSON column. @throws ZhupiError project-damaged */
export function parseColumn<T extends z.ZodType>(schema: T, json: string, column: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(json));
  } catch (cause) {
    throw new ZhupiError('project-damaged', { file: '', reason: column }, { cause });
  }
}

/** A mark's attributes. */
export function readAttributes(json: string): Attributes {
  return json === '{}' ? EMPTY : parseColumn(Attributes, json, 'attributes');
}

/** A document's metadata. */
export function readMeta(json: string): Meta {
  return json === '{}' ? {} : parseColumn(Meta, json, 'meta');
}

/** A list of texts (labels, aliases). */
export function readTexts(json: string): readonly string[] {
  return json === '[]' ? [] : parseColumn(Texts, json, 'list');
}

/** A map of texts (external ids). */
export function readTextMap(json: string): Readonly<Record<string, string>> {
  return json === '{}' ? {} : parseColumn(TextMap, json, 'map');
}

/** Fragments from their columns. */
export function readFragments(start: number, end: number, json: string | null): Fragments {
  return json === null ? [[start, end]] : parseColumn(FragmentsSchema, json, 'fragments');
}

/** Fragments as the columns start, end, fragments. */
export function fragmentColumns(fragments: Fragments): readonly [number, number, string | null] {
  const [start, end] = hull(fragments);
  return [start, end, fragments.length === 1 ? null : JSON.stringify(fragments)];
}
