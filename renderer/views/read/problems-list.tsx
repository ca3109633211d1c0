/** What breaks the tagset's rules in this document: open required roles, disallowed fillers, unknown labels. */
import { useMemo } from 'react';
import { checkState, type Finding } from '#shared/edit/check.ts';
import { encodeMessage, messageText } from '#shared/i18n/message.ts';
import { isTextKey } from '#shared/i18n/text.ts';
import { isFrameId, isSpanId } from '#shared/model/ids.ts';
import { useApp } from '../../state/store.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { markText } from './marks.ts';

/** The problems of the open document; computed again when its marks or the tagset change. */
export function useProblems(): readonly Finding[] {
  const state = useApp((s) => s.editor?.state);
  const tagset = useApp((s) => s.tagset);
  return useMemo(() => (state === undefined || tagset === null ? [] : checkState(state, tagset)), [state, tagset]);
}

/** The list; a click goes to the mark. */
export function ProblemsList({ problems }: { readonly problems: readonly Finding[] }) {
  const t = useText();
  const language = useLanguage();
  const state = useApp((s) => s.editor?.state);
  const activate = useApp((s) => s.activate);
  if (state === undefined || problems.length === 0)
    return (
      <p className="quiet inspector-empty">
        <Icon name="check" size={14} /> {t('read.noProblems')}
      </p>
    );
  return (
    <ul className="problems">
      {problems.map((problem) => {
        const { mark } = problem;
        const key = `problem.${problem.code}`;
        const target = mark !== null && (isSpanId(mark) || isFrameId(mark)) ? mark : null;
        return (
          <li key={`${mark}-${problem.code}-${JSON.stringify(problem.details)}`}>
            <button type="button" className="problem-row" onClick={() => target !== null && activate(target)}>
              <Icon name="warning" size={14} />
              <span>
                {isTextKey(key) ? messageText(language, encodeMessage(key, problem.details)) : problem.code}
                {target !== null && <span className="quiet"> {markText(state, target, 20)}</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
