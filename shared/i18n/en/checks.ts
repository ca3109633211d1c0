/** What a check found in a mark, in one sentence. */
export const checks = {
  'problem.check-role-open': '“{label}” has no “{role}” yet.',
  'problem.check-attribute-missing': '“{label}” has no value for “{attribute}” yet.',
  'problem.edit-label-unknown': 'The tagset has no {layer} label “{label}”.',
  'problem.edit-role-unknown': '“{label}” has no role “{role}” in the tagset.',
  'problem.edit-filler': '“{role}” takes {allowed}, not {label}.',
  'problem.edit-attribute': '“{label}” does not take {attribute} = {value}.',
  'problem.edit-argument-taken': '“{role}” takes one filler only.',
  'problem.edit-offsets': 'The range {fragments} lies outside the text.',
  'problem.edit-cuts-character': 'An edge at {offset} is inside a character.',
  'problem.edit-id-missing': '{id} does not exist in this document.',
  'problem.edit-cycle': '{id} is a part of itself.',
  'problem.check-counts': 'The counts kept beside the marks are not right ({what}).',
  'problem.check-authority-missing': 'The record {entity} of the authority file does not exist.',
  'problem.edit-id-taken': '{id} is already used in this document.',
  'problem.edit-text-mismatch': 'At {start}–{end} the text is “{found}”, not “{expected}”.',
} as const;
