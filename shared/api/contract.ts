/** The one list of what the app can do. IPC, HTTP and command line are thin transports over it. */
import { z } from 'zod';
import { Edit, SimpleEdit } from '../edit/edit.ts';
import { AnnotationSnapshot } from '../model/annotation-set.ts';
import { AuthorityRecord } from '../model/authority.ts';
import { Document, DocumentRow, SourceRange, Status } from '../model/document.ts';
import { EncodingName } from '../model/encoding.ts';
import { DocumentId } from '../model/ids.ts';
import { PageAdjustments } from '../model/page.ts';
import { Problem, ProjectInfo, ProjectStats, RecentProject } from '../model/project.ts';
import { Settings } from '../model/settings.ts';
import { Tagset } from '../model/tagset.ts';
import {
  ExportCounts,
  ExportLoss,
  ExportReport,
  ExportRequest,
  FormatInfo,
  ImportFile,
  ImportPreview,
  ImportReport,
  SplitMode,
} from '../model/transfer.ts';
import { OffsetUnit } from '../text/offsets.ts';
import { Grant } from './events.ts';

/** `query` reads, `command` writes at once, `job` runs off the main thread with progress and cancel. */
export type MethodKind = 'query' | 'command' | 'job';

/** Who answers: the core, or the host around it (dialogs, windows, downloads). */
export type MethodOwner = 'core' | 'host';

interface Method<K extends MethodKind, I extends z.ZodType, O extends z.ZodType, W extends MethodOwner> {
  readonly kind: K;
  readonly owner: W;
  readonly input: I;
  readonly output: O;
}

function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'query', I, O, 'core'> {
  return { kind: 'query', owner: 'core', input, output };
}
function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'command', I, O, 'core'> {
  return { kind: 'command', owner: 'core', input, output };
}
function job<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'job', I, O, 'core'> {
  return { kind: 'job', owner: 'core', input, output };
}
function host<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'command', I, O, 'host'> {
  return { kind: 'command', owner: 'host', input, output };
}

const Nothing = z.object({});
const Token = z.string().min(1).max(200);
/** A job's id is chosen by the caller, so that progress can be shown and cancel can name it. */
const JobId = z.string().min(1).max(64);
/** Null means the project's current annotator. */
const Annotator = z.string().min(1).max(64).nullable().default(null);
const SetRef = z.object({ document: DocumentId, annotator: Annotator });

/** What the page gets when it opens a document. `lastNumbers`: the highest id number ever given, per letter. */
export const OpenDocument = z
  .object({
    document: Document,
    annotator: z.string(),
    snapshot: AnnotationSnapshot,
    revision: z.int(),
    lastNumbers: z.object({ T: z.int(), E: z.int(), D: z.int(), R: z.int() }).readonly(),
    canUndo: z.boolean(),
    canRedo: z.boolean(),
    position: z.int(),
    total: z.int(),
    previous: DocumentId.nullable(),
    next: DocumentId.nullable(),
  })
  .readonly();
export type OpenDocument = z.infer<typeof OpenDocument>;

/** The answer to an edit, undo or redo. `snapshot` is there when the page must take the store's state instead of its own. */
export const EditAnswer = z
  .object({
    revision: z.int(),
    canUndo: z.boolean(),
    canRedo: z.boolean(),
    savedAt: z.string(),
    /** For undo and redo: the change that was made. */
    applied: Edit.nullable(),
    snapshot: AnnotationSnapshot.nullable(),
  })
  .readonly();
export type EditAnswer = z.infer<typeof EditAnswer>;

/** One step of a document's history, newest first. */
export const HistoryEntry = z
  .object({
    id: z.int(),
    at: z.string(),
    annotator: z.string(),
    edit: Edit,
    state: z.enum(['applied', 'undone', 'dropped']),
  })
  .readonly();
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** A finding in a tagset or ops file. `line` and `column` are 1-based. */
export const FileFinding = z
  .object({ line: z.int(), column: z.int(), path: z.string(), rule: z.string(), message: z.string() })
  .readonly();
export type FileFinding = z.infer<typeof FileFinding>;

/** One hit of a search; offsets are code points in the document's text or title. */
export const SearchHit = z
  .object({
    document: z.string(),
    title: z.string(),
    in: z.enum(['text', 'title']),
    start: z.int(),
    end: z.int(),
    left: z.string(),
    match: z.string(),
    right: z.string(),
  })
  .readonly();
export type SearchHit = z.infer<typeof SearchHit>;

/** Every method: name, kind, owner, zod input and zod output. */
export const contract = {
  'settings.get': query(Nothing, Settings),
  'settings.set': command(z.object({ change: z.record(z.string(), z.unknown()) }), Settings),

  'project.current': query(Nothing, ProjectInfo.nullable()),
  'project.recent': query(Nothing, z.array(RecentProject).readonly()),
  /** `file` null: a new file named after `name` in the machine's folder for projects. Refuses to overwrite. */
  'project.create': command(
    z.object({ file: Token.nullable(), name: z.string().min(1).max(120), tagset: Tagset.nullable().default(null) }),
    ProjectInfo,
  ),
  'project.open': command(z.object({ file: Token }), ProjectInfo),
  'project.openRecent': command(z.object({ id: z.string() }), ProjectInfo),
  /** Opens the sample project, making it on first use. */
  'project.openSample': command(Nothing, ProjectInfo),
  'project.close': command(Nothing, z.object({})),
  'project.forget': command(z.object({ id: z.string() }), z.object({})),
  'project.stats': query(Nothing, ProjectStats),
  'project.validate': query(Nothing, z.object({ problems: z.array(Problem).readonly(), isSound: z.boolean() })),
  'project.backup': job(z.object({ job: JobId, target: Token }), z.object({ bytes: z.int(), documents: z.int() })),
  /** Copies a verified backup to a new project file; refuses to overwrite one. */
  'project.restore': job(
    z.object({ job: JobId, backup: Token, target: Token }),
    z.object({ bytes: z.int(), documents: z.int() }),
  ),
  'project.setAnnotator': command(z.object({ name: z.string().min(1).max(64) }), ProjectInfo),

  'tagset.get': query(Nothing, z.object({ tagset: Tagset, hash: z.string() })),
  /** Refused with `tagset-in-use` where a label that marks use would vanish. */
  'tagset.set': command(z.object({ tagset: Tagset }), z.object({ tagset: Tagset, hash: z.string() })),
  /** Reads a tagset from JSON text: either a tagset or the findings, each with its line. */
  'tagset.parse': query(
    z.object({ text: z.string() }),
    z.object({ tagset: Tagset.nullable(), findings: z.array(FileFinding).readonly() }),
  ),
  /** The same for a file the person chose. */
  'tagset.read': query(
    z.object({ file: Token }),
    z.object({ tagset: Tagset.nullable(), findings: z.array(FileFinding).readonly() }),
  ),
  'tagset.write': command(z.object({ target: Token }), z.object({ bytes: z.int() })),
  'tagset.builtIn': query(Nothing, z.object({ tagset: Tagset })),

  'document.list': query(
    z.object({
      filter: z.string().default(''),
      status: z.array(Status).readonly().default([]),
      sort: z.enum(['order', 'title', 'date', 'status', 'characters', 'marks']).default('order'),
      isDescending: z.boolean().default(false),
      offset: z.int().nonnegative().default(0),
      limit: z.int().positive().max(100_000).default(1000),
      annotator: Annotator,
    }),
    z.object({ total: z.int(), rows: z.array(DocumentRow).readonly() }),
  ),
  'document.open': query(SetRef, OpenDocument),
  /** The decoded text of the document's source around it, with the map from document ranges to source ranges. */
  'document.source': query(
    z.object({ document: DocumentId }),
    z.object({
      file: z.string(),
      encoding: EncodingName,
      text: z.string(),
      map: z.array(SourceRange).readonly(),
    }),
  ),
  /** Moves documents to the trash, from which they can be restored. */
  'document.trash': command(z.object({ documents: z.array(DocumentId).min(1) }), z.object({ changed: z.int() })),
  'document.restore': command(z.object({ documents: z.array(DocumentId).min(1) }), z.object({ changed: z.int() })),
  'document.trashed': query(
    Nothing,
    z.array(z.object({ id: DocumentId, title: z.string(), trashedAt: z.string() })).readonly(),
  ),

  /** Saves one edit. `base` is the revision it was made on. Acknowledged means on disk. */
  'edit.apply': command(SetRef.extend({ base: z.int(), edit: Edit }), EditAnswer),
  'edit.undo': command(SetRef, EditAnswer),
  'edit.redo': command(SetRef, EditAnswer),
  'edit.history': query(
    SetRef.extend({ limit: z.int().positive().max(1000).default(200), before: z.int().nullable().default(null) }),
    z.array(HistoryEntry).readonly(),
  ),
  /** Applies operations to any documents, all or none; `line` comes back in errors. Ids given by the core are returned. */
  'edit.applyOps': command(
    z.object({
      annotator: Annotator,
      ops: z.array(z.object({ line: z.int(), document: DocumentId, edit: SimpleEdit })).min(1),
    }),
    z.object({ applied: z.int(), documents: z.int() }),
  ),

  'import.preview': query(
    z.object({
      file: Token,
      format: z.string().default('auto'),
      encoding: z.union([z.literal('auto'), EncodingName]).default('auto'),
      split: SplitMode.default('auto'),
      adjustments: PageAdjustments.optional(),
    }),
    ImportPreview,
  ),
  'import.run': job(
    z.object({
      job: JobId,
      files: z.array(ImportFile).min(1),
      annotator: Annotator,
      addLabels: z.boolean().default(false),
      isDryRun: z.boolean().default(false),
    }),
    ImportReport,
  ),

  'export.preview': query(
    ExportRequest,
    z.object({ counts: ExportCounts, first: z.string(), losses: z.array(ExportLoss).readonly() }),
  ),
  /** `target`: a grant for a folder or a file; companions are written beside it. */
  'export.run': job(z.object({ job: JobId, target: Token, request: ExportRequest }), ExportReport),
  'format.list': query(Nothing, z.array(FormatInfo).readonly()),

  /** One document as a native JSONL line. */
  'document.show': query(
    SetRef.extend({ offsetUnit: OffsetUnit.default('codepoint') }),
    z.object({ line: z.string() }),
  ),

  'search.run': query(
    z.object({
      query: z.string().min(1).max(1000),
      label: z.string().nullable().default(null),
      limit: z.int().nonnegative().default(100),
      offset: z.int().nonnegative().default(0),
    }),
    z.object({ total: z.int(), documents: z.int(), hits: z.array(SearchHit).readonly() }),
  ),

  'authority.list': query(Nothing, z.array(AuthorityRecord).readonly()),

  'job.cancel': command(z.object({ job: JobId }), z.object({ cancelled: z.boolean() })),

  /** Facts about the app and its surroundings. */
  'host.info': host(
    Nothing,
    z.object({
      version: z.string(),
      host: z.enum(['desktop', 'browser']),
      platform: z.string(),
      systemLanguage: z.enum(['en', 'zh-CN']),
      hasDialogs: z.boolean(),
      isMac: z.boolean(),
    }),
  ),
  /** A dialog that chooses files to read. Only where `hasDialogs`; elsewhere the page uploads. */
  'host.pickFiles': host(
    z.object({ purpose: z.enum(['import', 'project', 'tagset', 'backup']), isMultiple: z.boolean() }),
    z.array(Grant).readonly(),
  ),
  /** A dialog that chooses where to write; without dialogs, a place to be downloaded from. Null: the person changed their mind. */
  'host.pickTarget': host(
    z.object({ purpose: z.enum(['project', 'export', 'tagset', 'backup']), suggestedName: z.string().max(200) }),
    Grant.nullable(),
  ),
  /** After writing: shows the place (desktop) or gives the address to download from (browser). */
  'host.deliver': host(
    z.object({ target: Token }),
    z.object({ url: z.string().nullable(), path: z.string().nullable() }),
  ),
  'host.quit': host(Nothing, z.object({})),
} as const;

/** The name of a method. */
export type MethodName = keyof typeof contract;

/** The names that a core answers. */
export type CoreMethodName = {
  [N in MethodName]: (typeof contract)[N]['owner'] extends 'core' ? N : never;
}[MethodName];

/** The names that a host answers. */
export type HostMethodName = Exclude<MethodName, CoreMethodName>;

/** What a caller passes (before defaults). */
export type MethodInput<N extends MethodName> = z.input<(typeof contract)[N]['input']>;

/** What a handler receives (after defaults). */
export type MethodParsed<N extends MethodName> = z.output<(typeof contract)[N]['input']>;

/** What comes back. */
export type MethodOutput<N extends MethodName> = z.output<(typeof contract)[N]['output']>;

/** True for the name of a method. */
export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}
