/** The right pane: the selected mark above, and below it all marks, problems and history of the document. */
import { useState } from 'react';
import { isFrameId, isSpanId } from '#shared/model/ids.ts';
import { useApp } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { FrameCard } from './frame-card.tsx';
import { HistoryList } from './history-list.tsx';
import { MarksList } from './marks-list.tsx';
import { ProblemsList, useProblems } from './problems-list.tsx';
import { SpanCard } from './span-card.tsx';

type Tab = 'marks' | 'problems' | 'history';

/** The pane. */
export function Inspector() {
  const t = useText();
  const active = useApp((state) => state.editor?.active ?? null);
  const count = useApp((state) =>
    state.editor === null
      ? 0
      : state.editor.state.spans.size + state.editor.state.frames.size + state.editor.state.relations.size,
  );
  const [tab, setTab] = useState<Tab>('marks');
  const problems = useProblems();
  const tabs: readonly { readonly id: Tab; readonly text: string; readonly n: number | null }[] = [
    { id: 'marks', text: t('read.marks'), n: count },
    { id: 'problems', text: t('read.problems'), n: problems.length },
    { id: 'history', text: t('read.history'), n: null },
  ];
  return (
    <aside className="inspector" aria-label={t('read.inspector')}>
      <h2 className="visually-hidden">{t('read.inspector')}</h2>
      <div className="inspector-card">
        {active === null ? (
          <p className="inspector-empty quiet">{t('read.nothingSelected')}</p>
        ) : isFrameId(active) ? (
          <FrameCard key={active} id={active} />
        ) : isSpanId(active) ? (
          <SpanCard key={active} id={active} />
        ) : null}
      </div>
      <div className="tabs" role="tablist" aria-label={t('read.inspector')}>
        {tabs.map((entry) => (
          <button
            key={entry.id}
            type="button"
            role="tab"
            id={`tab-${entry.id}`}
            aria-selected={tab === entry.id}
            aria-controls="inspector-list"
            onClick={() => setTab(entry.id)}
          >
            {entry.text}
            {entry.n !== null && (
              <span className={entry.id === 'problems' && entry.n > 0 ? 'tab-count tab-count-warn' : 'tab-count'}>
                {entry.n}
              </span>
            )}
          </button>
        ))}
      </div>
      <div className="inspector-list" id="inspector-list" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'marks' && <MarksList />}
        {tab === 'problems' && <ProblemsList problems={problems} />}
        {tab === 'history' && <HistoryList />}
      </div>
    </aside>
  );
}
