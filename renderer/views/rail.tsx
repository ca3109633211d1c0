/** The narrow rail at the left: the screens. */
import type { CommandId } from '#shared/commands/registry.ts';
import { useCommand } from '../commands/context.ts';
import type { ViewName } from '../state/app-slice.ts';
import { useApp } from '../state/store.ts';
import { useText } from '../state/use-text.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

const SCREENS: readonly { readonly view: ViewName; readonly command: CommandId; readonly icon: IconName }[] = [
  { view: 'library', command: 'view.library', icon: 'library' },
  { view: 'read', command: 'view.read', icon: 'read' },
  { view: 'tagset', command: 'view.tagset', icon: 'tagset' },
];

/** The rail. */
export function Rail() {
  const t = useText();
  return (
    <nav className="rail" aria-label={t('frame.screens')}>
      <div className="seal" aria-hidden="true">
        朱
      </div>
      {SCREENS.map((screen) => (
        <RailButton key={screen.view} {...screen} />
      ))}
      <div className="rail-end">
        <SettingsButton />
      </div>
    </nav>
  );
}

function RailButton({ view, command, icon }: (typeof SCREENS)[number]) {
  const t = useText();
  const { run } = useCommand(command);
  const isHere = useApp((state) => state.view === view);
  return (
    <button type="button" className="rail-button" aria-current={isHere ? 'page' : undefined} onClick={run}>
      <Icon name={icon} size={20} />
      <span>{t(`command.${command}`)}</span>
    </button>
  );
}

function SettingsButton() {
  const t = useText();
  const { run } = useCommand('app.settings');
  return (
    <button type="button" className="rail-button" onClick={run}>
      <Icon name="settings" size={20} />
      <span>{t('frame.settings')}</span>
    </button>
  );
}
