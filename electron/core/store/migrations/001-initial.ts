/** Migration 1: the tables of a project file. Landed migrations are never edited. */
import type { Migration } from './index.ts';

/**
 * `document.num` orders nothing: `ord` does. The text and its source map live in their own table, so that the list of
 * documents reads few pages. Offsets are UTF-16 code units. A mark's `fragments` is null where it is the one piece [start, end).
 */
export const initial: Migration = {
  version: 1,
  up: `
CREATE TABLE project (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE tagset_version (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE annotator (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  encoding TEXT NOT NULL,
  size INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  compression TEXT NOT NULL CHECK (compression IN ('none', 'zstd', 'deflate')),
  bytes BLOB,
  UNIQUE (sha256, file, encoding)
) STRICT;

CREATE TABLE document (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  characters INTEGER NOT NULL,
  source_id TEXT REFERENCES source (id),
  source_index INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  trashed_at TEXT,
  meta TEXT NOT NULL
) STRICT;
CREATE INDEX document_order ON document (ord, trashed_at);
CREATE INDEX document_source ON document (source_id, source_index);

CREATE TABLE document_text (
  document_num INTEGER PRIMARY KEY REFERENCES document (num) ON DELETE CASCADE,
  text TEXT NOT NULL,
  source_map TEXT NOT NULL
) STRICT;

CREATE TABLE annotation_set (
  id INTEGER PRIMARY KEY,
  document_num INTEGER NOT NULL REFERENCES document (num) ON DELETE CASCADE,
  annotator_id INTEGER NOT NULL REFERENCES annotator (id),
  status TEXT NOT NULL CHECK (status IN ('todo', 'in_progress', 'done', 'flagged')),
  labels TEXT NOT NULL,
  note TEXT,
  revision INTEGER NOT NULL,
  last_t INTEGER NOT NULL,
  last_e INTEGER NOT NULL,
  last_d INTEGER NOT NULL,
  last_r INTEGER NOT NULL,
  span_count INTEGER NOT NULL,
  event_count INTEGER NOT NULL,
  directive_count INTEGER NOT NULL,
  relation_count INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (document_num, annotator_id)
) STRICT;

CREATE TABLE span (
  set_id INTEGER NOT NULL REFERENCES annotation_set (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  fragments TEXT,
  attributes TEXT NOT NULL,
  entity TEXT,
  note TEXT,
  provenance TEXT NOT NULL,
  PRIMARY KEY (set_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE frame (
  set_id INTEGER NOT NULL REFERENCES annotation_set (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  fragments TEXT,
  attributes TEXT NOT NULL,
  note TEXT,
  provenance TEXT NOT NULL,
  PRIMARY KEY (set_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE argument (
  set_id INTEGER NOT NULL,
  frame_id TEXT NOT NULL,
  ord INTEGER NOT NULL,
  role TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (set_id, frame_id, ord),
  FOREIGN KEY (set_id, frame_id) REFERENCES frame (set_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE relation (
  set_id INTEGER NOT NULL REFERENCES annotation_set (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  attributes TEXT NOT NULL,
  note TEXT,
  provenance TEXT NOT NULL,
  PRIMARY KEY (set_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE authority (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  external TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES annotation_set (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('applied', 'undone', 'dropped')),
  at TEXT NOT NULL,
  annotator_id INTEGER NOT NULL REFERENCES annotator (id),
  group_id TEXT,
  edit TEXT NOT NULL,
  inverse TEXT NOT NULL
) STRICT;
CREATE INDEX history_by_set ON history (set_id, id, state);
`,
};
