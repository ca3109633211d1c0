/** Asks for the name of a new project, and makes it. */
import { useId, useState } from 'react';
import type { ZhupiError } from '#shared/api/errors.ts';
import type { Grant } from '#shared/api/events.ts';
import { useClient } from '../../commands/context.ts';
import { useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { asZhupiError, ErrorNote } from '../import/error-note.tsx';
import { firstFocus } from './first-focus.ts';

/** Longest name a project may have, in UTF-16 code units. */
const MAX_NAME = 120;

/** The dialog behind "New project" where the host has no save dialog. */
export function NewProjectDialog() {
  const store = useAppStore();
  return <NameProjectDialog files={[]} onClose={() => store.getState().openDialog(null)} />;
}

interface NameProjectDialogProps {
  /** Files that wait for the project: they are shown for bringing in when it is there. */
  readonly files: readonly Grant[];
  readonly onClose: () => void;
}

/** Names and makes a project; with files, goes on to bring them in. */
export function NameProjectDialog({ files, onClose }: NameProjectDialogProps) {
  const t = useText();
  const id = useId();
  const create = useCreateProject(files);
  const [name, setName] = useState(() => nameFor(files));
  const [error, setError] = useState<ZhupiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const trimmed = name.trim();

  async function submit(): Promise<void> {
    if (trimmed === '' || isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await create(trimmed);
    } catch (thrown) {
      setError(asZhupiError(thrown));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={files.length > 0 ? t('start.new.titleForFiles') : t('start.new.title')}
      closeLabel={t('common.close')}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" type="submit" form={`${id}-form`} disabled={trimmed === '' || isBusy}>
            {t('start.new.create')}
          </Button>
        </>
      }
    >
      <form
        id={`${id}-form`}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {files.length > 0 && <p>{t('start.new.forFiles', { n: files.length })}</p>}
        <label className="labelled" htmlFor={`${id}-name`}>
          <span>{t('start.new.name')}</span>
          <input
            id={`${id}-name`}
            className="field"
            ref={firstFocus}
            value={name}
            maxLength={MAX_NAME}
            aria-describedby={`${id}-hint`}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <p id={`${id}-hint`} className="quiet">
          {t('start.new.hint')}
        </p>
        {error !== null && <ErrorNote error={error} />}
      </form>
    </Dialog>
  );
}

function useCreateProject(files: readonly Grant[]): (name: string) => Promise<void> {
  const client = useClient();
  const store = useAppStore();
  return async (name) => {
    const state = store.getState();
    await state.settled();
    const project = await client.call('project.create', { file: null, name });
    if ((await state.changeProject(async () => project)) && files.length > 0)
      state.openDialog({ kind: 'import', files });
  };
}

/** The first file's name without its ending. */
function nameFor(files: readonly Grant[]): string {
  return (files[0]?.name ?? '').replace(/\.[^.]+$/, '').slice(0, MAX_NAME);
}
