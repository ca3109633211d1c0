/** What to say for each error code: what happened, where, what was kept, what to do. */
import type { ErrorCode } from '../../api/errors.ts';

export const errors = {
  'error.internal':
    'Something went wrong inside the app. Nothing was changed. Please try again; if it stays, restart the app.',
  'error.bad-input': 'The request is not in the expected form: {path} {reason}. Nothing was changed.',
  'error.not-found': '{what} does not exist.',
  'error.cancelled': 'Cancelled. Nothing was changed.',
  'error.no-project': 'No project is open. Open or make one first.',
  'error.project-exists': 'There is already a file at {file}. It was left as it is; choose another name.',
  'error.project-not-zhupi': '{file} is not a Zhupi project. It was left untouched; choose a file that ends in .zhupi.',
  'error.project-damaged':
    '{file} is damaged ({reason}). It was left untouched; restore the newest backup with “zhupi restore”.',
  'error.project-newer':
    '{file} was made by a newer version of Zhupi (format {found}, this version knows {known}). It was left untouched; update the app to open it.',
  'error.project-read-only':
    '{file} cannot be written. You can read it, but changes are not saved; copy it to a place where you may write.',
  'error.project-missing': 'There is no project at {file}. Check the path, or make one with “zhupi new”.',
  'error.project-busy':
    '{file} is being written by another program. The change was not saved; close the other program and try again.',
  'error.disk-full':
    'The disk is full: {file} could not be written. What was saved before is safe; free some space and try again.',
  'error.disk-error':
    '{file} could not be read or written ({reason}). What was saved before is safe; check the disk or the connection.',
  'error.file-missing': '{file} does not exist. Nothing was changed.',
  'error.file-unreadable': '{file} cannot be read ({reason}). Nothing was changed; check the file’s permissions.',
  'error.file-empty': '{file} is empty. Nothing was added.',
  'error.file-binary': '{file} is not text (binary data at byte {byteOffset}). Nothing was added; choose a text file.',
  'error.file-encoding':
    '{file} is not {encoding}: byte {byteOffset} (line {line}) does not fit. Nothing was added; choose another encoding.',
  'error.file-too-large':
    '{file} is too large ({bytes} bytes; up to {limit} can be read). Nothing was added; split the file.',
  'error.file-format': '{file}: this is not {format} ({reason}). Nothing was added.',
  'error.file-line': '{file}, line {line}: {reason}. Nothing was added; mend the line and try again.',
  'error.page-adjustment':
    'Line {line} cannot be changed that way: it is not a line of this page that can start or continue an article.',
  'error.target-missing': 'The folder {folder} does not exist. Nothing was written; make it or choose another.',
  'error.target-not-writable': '{file} cannot be written ({reason}). Nothing was changed; choose another place.',
  'error.target-exists': 'There is already something at {file}. It was left as it is; choose another name.',
  'error.format-unknown': 'There is no format called “{format}”. “zhupi formats” lists them.',
  'error.format-read-only': 'The format “{format}” can be read but not written.',
  'error.format-write-only': 'The format “{format}” can be written but not read.',
  'error.labels-unknown':
    'The tagset has no label {labels}. Nothing was added; take them in with --add-labels, or change the tagset first.',
  'error.annotations-clash':
    '{title} ({id}) already has other annotations by {annotator}. Nothing was added; import under another annotator’s name.',
  'error.tagset-invalid': 'The tagset is not valid: {file} line {line}: {rule}. Nothing was changed.',
  'error.tagset-in-use':
    '{label} is used by {count} {count|mark|marks} and cannot be taken out of the tagset. The old tagset was kept; change those marks first.',
  'error.document-missing': 'There is no document {id} in this project.',
  'error.annotator-missing': 'There is no annotator called {name} in this project.',
  'error.ops-line': '{file}, line {line}: {reason}. Nothing was changed; mend the line and run it again.',
  'error.edit-offsets':
    'The range {fragments}{offset} lies outside the text or is not in order (length {length}). Nothing was changed.',
  'error.edit-cuts-character': 'Offset {offset} is inside a character. Nothing was changed; move the boundary.',
  'error.edit-text-mismatch': 'At {start}–{end} the text is “{found}”, not “{expected}”. Nothing was changed.',
  'error.edit-id-taken': '{id} is already used in this document. Nothing was changed.',
  'error.edit-id-form': '{id} is not an id of this kind (T, E, D or R and a number). Nothing was changed.',
  'error.edit-id-missing': 'There is no {id} in this document. Nothing was changed.',
  'error.edit-label-unknown': 'The tagset has no {layer} label “{label}”. Nothing was changed.',
  'error.edit-role-unknown': '“{label}” has no role “{role}”. Nothing was changed.',
  'error.edit-filler': '“{role}” takes {allowed}, not {label}. Nothing was changed.',
  'error.edit-attribute': '“{label}” does not take {attribute} = {value}. Nothing was changed.',
  'error.edit-argument-taken': '“{role}” of {id} is already filled by {target}. Nothing was changed.',
  'error.edit-argument-missing': '{target} does not fill “{role}” of {id}. Nothing was changed.',
  'error.edit-cycle': '{id} cannot be a part of itself. Nothing was changed.',
  'error.edit-stale':
    'This document was changed elsewhere in the meantime. The newer state is shown; your last change was not saved, please make it again.',
  'error.nothing-to-undo': 'There is nothing to undo in this document.',
  'error.nothing-to-redo': 'There is nothing to redo in this document.',
  'error.query-malformed': 'The search cannot be read at place {position}: {reason}.',
  'error.grant-unknown': 'The chosen file is no longer at hand. Please choose it again.',
  'error.not-allowed': 'This is not possible here: {reason}.',
  'error.backup-unverified':
    'The copy {file} could not be verified ({reason}) and was removed. The project is unharmed; try another place.',
} as const satisfies Record<`error.${ErrorCode}`, string>;
