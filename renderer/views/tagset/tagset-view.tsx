/** The tagset and its editor. Nothing is stored before it is saved. */
import { useMemo, useState } from 'react';
import { useApp } from '../../state/store.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../import/error-note.tsx';
import { bothLanguages } from './both-languages.ts';
import { addLabel, type LabelList, type LabelPlace, labelAt } from './draft.ts';
import { findFaults } from './faults.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { LabelEditor } from './label-editor.tsx';
import { LabelLists } from './label-list.tsx';
import { type TagsetDraft, useTagsetDraft } from './use-draft.ts';
import { useLabelUse } from './use-label-use.ts';
import { useTagsetFiles } from './use-tagset-files.ts';

/** The screen. */
export function TagsetView() {
  const own = useTagsetDraft();
  return own === null ? null : <TagsetScreen own={own} />;
}

function TagsetScreen({ own }: { readonly own: TagsetDraft }) {
  const t = useText();
  const isReadOnly = useApp((state) => state.project?.isReadOnly === true);
  const [chosen, setChosen] = useState<LabelPlace | null>({ list: 'entities', index: 0 });
  const faults = useMemo(() => findFaults(own.draft), [own.draft]);
  const use = useLabelUse();
  const files = useTagsetFiles(own);
  const label = chosen === null ? undefined : labelAt(own.draft, chosen);

  function add(list: LabelList): void {
    own.set(addLabel(own.draft, list, bothLanguages('tagset.new.label')));
    setChosen({ list, index: own.draft[list].length });
  }

  return (
    <div className="tagset">
      <TagsetHeader own={own} files={files} faults={faults.size} isReadOnly={isReadOnly} />
      {files.error !== null && <ErrorNote error={files.error} />}
      {files.findings !== null && <FindingsPanel {...files.findings} onClose={files.closeFindings} />}
      <div className="tagset-columns">
        <LabelLists
          tagset={own.draft}
          chosen={chosen}
          faults={faults}
          use={use}
          isReadOnly={isReadOnly}
          onChoose={setChosen}
          onAdd={add}
        />
        {/* A disabled fieldset makes every control inside it read-only. */}
        <fieldset className="tagset-panel" disabled={isReadOnly}>
          {chosen !== null && label !== undefined ? (
            <LabelEditor
              key={`${chosen.list}/${chosen.index}`}
              tagset={own.draft}
              place={chosen}
              faults={faults}
              use={use(chosen.list, storedName(own, chosen) ?? label.label)}
              onChange={own.set}
              onChoose={setChosen}
            />
          ) : (
            <div className="empty">
              <Icon name="tagset" size={32} />
              <h2>{t('tagset.choose')}</h2>
              <p>{t('tagset.choose.text')}</p>
            </div>
          )}
        </fieldset>
      </div>
    </div>
  );
}

/** A label in use cannot be renamed, so its name is enough to count its marks. */
function storedName(own: TagsetDraft, place: LabelPlace): string | undefined {
  const name = labelAt(own.draft, place)?.label;
  return own.stored[place.list].find((entry) => entry.label === name)?.label;
}

interface TagsetHeaderProps {
  readonly own: TagsetDraft;
  readonly files: ReturnType<typeof useTagsetFiles>;
  readonly faults: number;
  readonly isReadOnly: boolean;
}

function TagsetHeader({ own, files, faults, isReadOnly }: TagsetHeaderProps) {
  const t = useText();
  const language = useLanguage();
  const { draft, isChanged } = own;
  return (
    <header className="tagset-header">
      <div className="tagset-title">
        <h1>{local(draft.title, language)}</h1>
        <p className="quiet">
          <code>{draft.name}</code> · {t('tagset.version', { n: draft.version })}
        </p>
      </div>
      <div className="tagset-actions">
        <Button tone="quiet" disabled={isReadOnly} onClick={files.load}>
          {t('tagset.load')}
        </Button>
        <Button
          tone="quiet"
          disabled={isChanged}
          title={isChanged ? t('tagset.write.first') : undefined}
          onClick={files.write}
        >
          {t('tagset.write')}
        </Button>
        <Button tone="quiet" disabled={isReadOnly} onClick={files.takeBuiltIn}>
          {t('tagset.builtIn')}
        </Button>
        {isChanged && (
          <span className="unsaved" role="status">
            {faults > 0 ? t('tagset.problems', { n: faults }) : t('tagset.unsaved')}
          </span>
        )}
        <Button disabled={!isChanged || files.isBusy} onClick={own.revert}>
          {t('tagset.revert')}
        </Button>
        <Button tone="primary" disabled={!isChanged || faults > 0 || files.isBusy || isReadOnly} onClick={files.save}>
          {t('common.save')}
        </Button>
      </div>
    </header>
  );
}
