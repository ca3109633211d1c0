/** Whichever dialog is open. */
import { useApp } from '../state/store.ts';
import { ExportDialog } from './export/export-dialog.tsx';
import { AboutDialog } from './help/about-dialog.tsx';
import { PaletteDialog } from './help/palette-dialog.tsx';
import { ShortcutsDialog } from './help/shortcuts-dialog.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { SourceDialog } from './read/source-dialog.tsx';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { NewProjectDialog } from './start/new-project-dialog.tsx';

/** The dialog layer. */
export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  switch (dialog?.kind) {
    case 'import':
      return <ImportDialog files={dialog.files} />;
    case 'export':
      return <ExportDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'palette':
      return <PaletteDialog />;
    case 'about':
      return <AboutDialog />;
    case 'new-project':
      return <NewProjectDialog />;
    case 'source':
      return <SourceDialog />;
    default:
      return null;
  }
}
