/** The sheet of shortcuts: commands by menu, and the keys of the tagset's labels. */
import { COMMANDS, MENUS } from '#shared/commands/registry.ts';
import { LAYER_KEY } from '#shared/model/tagset.ts';
import { keysOf } from '../../commands/use-keyboard.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';

/** The dialog. */
export function ShortcutsDialog() {
  const t = useText();
  const store = useAppStore();
  const own = useApp((state) => state.settings.keys);
  const isMac = useApp((state) => state.info?.isMac ?? false);
  return (
    <Dialog
      title={t('help.shortcuts.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => store.getState().openDialog(null)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long sheet must be scrollable by keyboard */}
      <section className="shortcuts" tabIndex={0} aria-label={t('help.shortcuts.title')}>
        {MENUS.map((menu) => (
          <section key={menu} aria-labelledby={`shortcuts-${menu}`}>
            <h3 id={`shortcuts-${menu}`}>{t(`menu.${menu}`)}</h3>
            <dl className="shortcut-list">
              {COMMANDS.filter((entry) => entry.menu === menu && keysOf(entry, own).length > 0).map((entry) => (
                <div key={entry.id}>
                  <dt>{t(`command.${entry.id}`)}</dt>
                  <dd>
                    {keysOf(entry, own).map((combo) => (
                      <Kbd key={combo} combo={combo} isMac={isMac} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <LabelKeys />
      </section>
    </Dialog>
  );
}

function LabelKeys() {
  const t = useText();
  const language = useLanguage();
  const tagset = useApp((state) => state.tagset);
  if (tagset === null) return null;
  return (
    <section className="shortcut-labels" aria-labelledby="shortcuts-labels">
      <h3 id="shortcuts-labels">{t('help.shortcuts.labels')}</h3>
      <p className="quiet">{t('help.shortcuts.labelsHint')}</p>
      {(['entity', 'event', 'directive'] as const).map((layer) => (
        <div key={layer} className="shortcut-layer">
          <h4>{t(`layer.${layer}`)}</h4>
          <dl className="shortcut-list shortcut-columns">
            {tagset[LAYER_KEY[layer]].map((label) => (
              <div key={label.label}>
                <dt>{local(label.title, language)}</dt>
                <dd>
                  {label.key === null ? (
                    <span className="quiet">{t('help.shortcuts.noKey')}</span>
                  ) : (
                    <Kbd combo={label.key} isMac={false} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <dl className="shortcut-list">
        <div>
          <dt>{t('help.shortcuts.roles')}</dt>
          <dd>
            <Kbd combo="1" isMac={false} /> – <Kbd combo="9" isMac={false} />
          </dd>
        </div>
      </dl>
    </section>
  );
}
