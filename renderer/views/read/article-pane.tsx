/** The article: its title and metadata, the text with its marks, and the label palette under it. */
import { useState } from 'react';
import { Status } from '#shared/model/document.ts';
import { useCommand } from '../../commands/context.ts';
import { AfterPaint } from '../../state/after-paint.tsx';
import { useApp, useAppStore } from '../../state/store.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { LabelPalette } from './label-palette.tsx';
import { ReaderHost } from './reader-host.tsx';

/** The middle pane. */
export function ArticlePane() {
  const t = useText();
  const language = useLanguage();
  const id = useApp((state) => state.editor?.document.id);
  return (
    <section className="article" aria-label={t('read.article')}>
      <AfterPaint>
        <ArticleHeader key={id} />
      </AfterPaint>
      <ReaderHost key={language} />
      <AfterPaint>
        <LabelPalette />
      </AfterPaint>
    </section>
  );
}

function ArticleHeader() {
  const t = useText();
  const title = useApp((state) => state.editor?.state.title ?? '');
  const position = useApp((state) => state.editor?.position ?? 0);
  const total = useApp((state) => state.editor?.total ?? 0);
  const previous = useCommand('document.previous');
  const next = useCommand('document.next');
  const undo = useCommand('edit.undo');
  const redo = useCommand('edit.redo');
  const canUndo = useApp((state) => state.editor?.canUndo === true || state.editor?.save === 'saving');
  const canRedo = useApp((state) => state.editor?.canRedo === true);
  const first = useApp((state) => state.editor?.previous === null);
  const last = useApp((state) => state.editor?.next === null);
  return (
    <header className="article-header">
      <div className="article-tools">
        <div className="article-steps">
          <IconButton icon="left" label={t('command.document.previous')} onClick={previous.run} disabled={first} />
          <span className="numeric" title={t('read.position', { position, total })}>
            {position}/{total}
          </span>
          <IconButton icon="right" label={t('command.document.next')} onClick={next.run} disabled={last} />
        </div>
        <div className="article-steps">
          <IconButton icon="undo" label={t('command.edit.undo')} onClick={undo.run} disabled={!canUndo} />
          <IconButton icon="redo" label={t('command.edit.redo')} onClick={redo.run} disabled={!canRedo} />
        </div>
        <StatusSelect />
      </div>
      <Title title={title} />
      <MetaLine />
      <DocumentLabels />
    </header>
  );
}

function Title({ title }: { readonly title: string }) {
  const t = useText();
  const store = useAppStore();
  const [draft, setDraft] = useState<string | null>(null);
  const save = () => {
    const value = draft?.trim();
    if (value !== undefined && value !== '' && value !== title)
      store.getState().apply({ kind: 'document.change', set: { title: value } });
    setDraft(null);
  };
  if (draft === null)
    return (
      <h1 className="article-title">
        <button type="button" title={t('read.editTitle')} onClick={() => setDraft(title)}>
          {title === '' ? t('read.untitled') : title}
        </button>
      </h1>
    );
  return (
    <input
      className="field article-title-field"
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit this title
      autoFocus
      value={draft}
      aria-label={t('read.editTitle')}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}

function MetaLine() {
  const t = useText();
  const meta = useApp((state) => state.editor?.state.meta);
  const source = useApp((state) => state.editor?.document.source);
  const show = useCommand('document.source');
  if (meta === undefined) return null;
  const byline = Array.isArray(meta['byline']) ? meta['byline'].join('、') : meta['byline'];
  const page =
    meta['page'] === null || meta['page'] === undefined || meta['page'] === ''
      ? null
      : t('read.page', { page: String(meta['page']) });
  const parts = [meta['publication'], meta['date'] ?? meta['dateText'], page, byline].filter(
    (part) => part !== null && part !== undefined && part !== '',
  );
  return (
    <p className="article-meta quiet">
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed handful of parts in a fixed order
        <span key={i}>{String(part)}</span>
      ))}
      {source !== null && source !== undefined && show.enabled && (
        <button type="button" className="text-button" onClick={show.run}>
          {t('read.source', { file: source.file })}
        </button>
      )}
    </p>
  );
}

const NO_LABELS: readonly string[] = [];

function DocumentLabels() {
  const t = useText();
  const store = useAppStore();
  const language = useLanguage();
  const definitions = useApp((state) => state.tagset?.documentLabels);
  const labels = useApp((state) => state.editor?.state.labels ?? NO_LABELS);
  if (definitions === undefined || definitions.length === 0) return null;
  const toggle = (label: string) => {
    const next = labels.includes(label) ? labels.filter((other) => other !== label) : [...labels, label];
    store.getState().apply({ kind: 'set.change', set: { labels: next } });
  };
  return (
    <fieldset className="document-labels" aria-label={t('read.documentLabels')}>
      {definitions.map((definition) => (
        <button
          key={definition.label}
          type="button"
          className="document-label"
          aria-pressed={labels.includes(definition.label)}
          onClick={() => toggle(definition.label)}
        >
          {local(definition.title, language)}
        </button>
      ))}
    </fieldset>
  );
}

function StatusSelect() {
  const t = useText();
  const status = useApp((state) => state.editor?.state.status ?? 'todo');
  const setStatus = useApp((state) => state.setStatus);
  const doneNext = useCommand('document.doneNext');
  return (
    <div className="article-status">
      <StatusMark status={status} label={t(`status.${status}`)} />
      <select
        className="select"
        value={status}
        aria-label={t('read.status')}
        onChange={(event) => setStatus(Status.parse(event.target.value))}
      >
        {Status.options.map((option) => (
          <option key={option} value={option}>
            {t(`status.${option}`)}
          </option>
        ))}
      </select>
      <button type="button" className="button" onClick={doneNext.run} title={t('command.document.doneNext')}>
        {t('read.doneNext')}
      </button>
    </div>
  );
}
