/** Files dropped anywhere on the window: texts are brought in, a project file is opened. */
import { type ReactNode, useState } from 'react';
import { useClient } from '../commands/context.ts';
import { useApp, useAppStore } from '../state/store.ts';
import { useText } from '../state/use-text.ts';

/** Wraps the window. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const t = useText();
  const client = useClient();
  const store = useAppStore();
  const hasProject = useApp((state) => state.project !== null);

  async function take(files: readonly File[]): Promise<void> {
    const state = store.getState();
    const isProject = files.length === 1 && files[0]?.name.toLowerCase().endsWith('.zhupi') === true;
    try {
      const grants = await client.grantFiles(files, isProject ? 'project' : 'import');
      const [first] = grants;
      if (isProject && first !== undefined)
        await state.changeProject(() => client.call('project.open', { file: first.token }));
      else if (!hasProject) state.notify('bad', 'start.dropNeedsProject');
      else if (grants.length > 0) state.openDialog({ kind: 'import', files: grants });
    } catch (error) {
      state.fail(error);
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has keyboard ways beside it: "Bring in files", "Open project"
    <div
      className="drop-zone"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver && <div className="drop-hint">{t('frame.dropHint')}</div>}
    </div>
  );
}
