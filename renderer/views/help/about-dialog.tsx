/** What this app is. */
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { BrandMark } from '../start/brand-mark.tsx';

/** The dialog. */
export function AboutDialog() {
  const t = useText();
  const store = useAppStore();
  const version = useApp((state) => state.info?.version ?? '');
  const close = () => store.getState().openDialog(null);
  return (
    <Dialog
      title={t('help.about.title')}
      closeLabel={t('common.close')}
      size="small"
      onClose={close}
      footer={
        <Button tone="primary" onClick={close}>
          {t('common.close')}
        </Button>
      }
    >
      <div className="about">
        <BrandMark />
        <p className="about-name">{t('app.name.long')}</p>
        <p className="quiet">{t('help.about.version', { version })}</p>
        <p>{t('help.about.what')}</p>
        <p>{t('help.about.name')}</p>
        <p>{t('help.about.privacy')}</p>
        <p className="quiet">{t('help.about.licence')}</p>
      </div>
    </Dialog>
  );
}
