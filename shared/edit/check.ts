/** checkState: everything in a set that breaks a rule, for the editor's warnings and for `validate`. */
import { type ErrorDetails, ZhupiError } from '../api/errors.ts';
import type { AnnotationState } from '../model/annotation-set.ts';
import type { Attributes } from '../model/attributes.ts';
import { frameKind } from '../model/frame.ts';
import type { MarkId } from '../model/ids.ts';
import { type AttributeDefinition, findFrameLabel, findLabel, type Tagset } from '../model/tagset.ts';
import {
  checkArgument,
  checkAttributes,
  checkDocumentLabels,
  checkFragments,
  checkRelation,
  refuseCycle,
} from './rules.ts';

/**
 * Something that breaks a rule. `code`: an `edit-…` error code, or `check-role-open` (a required role nobody fills, details
 * label, role), `check-attribute-missing` (a required attribute without value, details label, attribute). `mark` null: the
 * set as a whole. Warnings are work left to do; errors are wrong.
 */
export interface Finding {
  readonly mark: MarkId | null;
  readonly code: string;
  readonly details: ErrorDetails;
  readonly severity: 'error' | 'warning';
}

/** All findings, in the order spans, frames, relations, set. */
export function checkState(state: AnnotationState, tagset: Tagset): readonly Finding[] {
  const findings: Finding[] = [];
  const check = (mark: MarkId | null, rule: () => void) => {
    try {
      rule();
    } catch (error) {
      if (!(error instanceof ZhupiError)) throw error;
      findings.push({ mark, code: error.code, details: error.details, severity: 'error' });
    }
  };
  const warn = (mark: MarkId, code: string, details: ErrorDetails) =>
    findings.push({ mark, code, details, severity: 'warning' });
  const unknown = (mark: MarkId, label: string, layer: string) =>
    findings.push({ mark, code: 'edit-label-unknown', details: { label, layer }, severity: 'error' });
  const checkValues = (
    mark: MarkId,
    label: string,
    definitions: readonly AttributeDefinition[],
    attributes: Attributes,
  ) => {
    for (const [name, value] of Object.entries(attributes))
      check(mark, () => checkAttributes(definitions, { [name]: value }, label));
    for (const { name, required } of definitions)
      if (required && !Object.hasOwn(attributes, name))
        warn(mark, 'check-attribute-missing', { label, attribute: name });
  };

  for (const { id, label, fragments, attributes } of state.spans.values()) {
    check(id, () => checkFragments(state.text, fragments));
    const definition = findLabel(tagset, 'entity', label);
    if (definition === undefined) unknown(id, label, 'entity');
    else checkValues(id, label, definition.attributes, attributes);
  }
  for (const frame of state.frames.values()) {
    const { id, label, fragments, attributes } = frame;
    check(id, () => checkFragments(state.text, fragments));
    const definition = findFrameLabel(tagset, frameKind(id), label);
    if (definition === undefined) unknown(id, label, frameKind(id));
    else {
      checkValues(id, label, definition.attributes, attributes);
      for (const { name, required } of definition.roles)
        if (required && !frame.arguments.some((argument) => argument.role === name))
          warn(id, 'check-role-open', { label, role: name });
    }
    for (const argument of frame.arguments) {
      check(id, () => checkArgument(state, definition === undefined ? null : tagset, frame, argument));
      check(id, () => refuseCycle(state, id, argument.target));
    }
  }
  for (const relation of state.relations.values()) check(relation.id, () => checkRelation(state, tagset, relation));
  check(null, () => checkDocumentLabels(tagset, state.labels));
  return findings;
}
