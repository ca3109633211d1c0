/** Settings of the app on this machine; every change applies at once. */
import { type ReactNode, useId, useState } from 'react';
import type { ZhupiError } from '#shared/api/errors.ts';
import type { Settings } from '#shared/model/settings.ts';
import { useClient } from '../../commands/context.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { asZhupiError, ErrorNote } from '../import/error-note.tsx';
import { ReadingSettings } from './reading-settings.tsx';
import { Segments } from './segments.tsx';

/** The dialog. */
export function SettingsDialog() {
  const t = useText();
  const store = useAppStore();
  const settings = useApp((state) => state.settings);
  const hasProject = useApp((state) => state.project !== null);
  const change = (part: Partial<Settings>) => void store.getState().changeSettings(part);
  const close = () => store.getState().openDialog(null);
  return (
    <Dialog
      title={t('settings.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={close}
      footer={
        <>
          <p className="footer-note quiet">{t('settings.atOnce')}</p>
          <Button tone="primary" onClick={close}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <div className="settings">
        <Section title={t('settings.app')}>
          <Segments
            name={t('settings.language')}
            value={settings.language}
            choices={[
              ['system', t('settings.system')],
              ['zh-CN', t('settings.language.zh')],
              ['en', t('settings.language.en')],
            ]}
            onChange={(language) => change({ language })}
          />
          <Segments
            name={t('settings.theme')}
            value={settings.theme}
            choices={[
              ['system', t('settings.system')],
              ['light', t('settings.theme.light')],
              ['dark', t('settings.theme.dark')],
            ]}
            onChange={(theme) => change({ theme })}
          />
        </Section>
        <Section title={t('settings.reading')}>
          <ReadingSettings settings={settings} onChange={change} />
        </Section>
        <Section title={t('settings.marking')}>
          <Segments
            name={t('settings.chips')}
            value={settings.chips}
            choices={[
              ['all', t('settings.chips.all')],
              ['active', t('settings.chips.active')],
              ['none', t('settings.chips.none')],
            ]}
            onChange={(chips) => change({ chips })}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={settings.trimSelection}
              onChange={(event) => change({ trimSelection: event.target.checked })}
            />
            <span>{t('settings.trim')}</span>
          </label>
          {hasProject && <AnnotatorField />}
        </Section>
      </div>
    </Dialog>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="settings-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <div className="settings-fields">{children}</div>
    </section>
  );
}

/** The name under which this person's marks are kept. Stored when the field is left or Enter is pressed. */
function AnnotatorField() {
  const t = useText();
  const id = useId();
  const client = useClient();
  const store = useAppStore();
  const current = useApp((state) => state.project?.annotator ?? '');
  const isReadOnly = useApp((state) => state.project?.isReadOnly === true);
  const [typed, setTyped] = useState(current);
  const [error, setError] = useState<ZhupiError | null>(null);

  async function save(): Promise<void> {
    const name = typed.trim();
    if (name === '' || name === current) return setTyped(current);
    setError(null);
    try {
      const state = store.getState();
      await state.settled();
      await client.call('project.setAnnotator', { name });
      await Promise.all([state.refreshProject(), state.refreshLibrary()]);
    } catch (thrown) {
      setError(asZhupiError(thrown));
    }
  }

  return (
    <div className="labelled">
      <label htmlFor={id}>{t('settings.annotator')}</label>
      <input
        id={id}
        className="field"
        value={typed}
        maxLength={64}
        disabled={isReadOnly}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save();
        }}
      />
      <span id={`${id}-hint`} className="quiet field-hint">
        {t('settings.annotator.hint')}
      </span>
      {error !== null && <ErrorNote error={error} />}
    </div>
  );
}
