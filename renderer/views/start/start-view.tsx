/** The first screen: three ways to begin, the projects opened before, and the promise that nothing leaves this machine. */
import { type ReactNode, useId, useState } from 'react';
import type { Grant } from '#shared/api/events.ts';
import { pickFiles } from '../../client/files.ts';
import { useClient, useCommand } from '../../commands/context.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { BrandMark } from './brand-mark.tsx';
import { NameProjectDialog } from './new-project-dialog.tsx';
import { RecentProjects } from './recent-projects.tsx';

/** The screen shown while no project is open. */
export function StartView() {
  const t = useText();
  const hasRecent = useApp((state) => state.recent.length > 0);
  const sample = useCommand('project.sample');
  const open = useCommand('project.open');
  const create = useCommand('project.new');
  const [files, setFiles] = useState<readonly Grant[]>([]);
  const pick = useFilePicker(setFiles);
  return (
    <div className="start">
      <div className="start-column">
        <header className="start-header">
          <BrandMark />
          <h1>
            <span className="start-name">{t('app.name.long')}</span>
            <span className="start-heading">{t('start.heading')}</span>
          </h1>
          <p className="start-lead">{t('start.lead')}</p>
        </header>
        <section className="start-cards" aria-label={t('start.ways')}>
          <Card icon="sparkle" title={t('start.sample.title')} text={t('start.sample.text')}>
            <Button tone={hasRecent ? 'plain' : 'primary'} onClick={sample.run}>
              {t('start.sample.action')}
            </Button>
          </Card>
          <Card icon="import" title={t('start.import.title')} text={t('start.import.text')}>
            <Button tone={hasRecent ? 'primary' : 'plain'} onClick={pick}>
              {t('start.import.action')}
            </Button>
          </Card>
          <Card icon="open" title={t('start.project.title')} text={t('start.project.text')}>
            <Button onClick={open.run}>{t('start.project.open')}</Button>
            <Button onClick={create.run}>{t('start.project.new')}</Button>
          </Card>
        </section>
        <RecentProjects />
        <p className="start-privacy">{t('start.privacy')}</p>
      </div>
      {files.length > 0 && <NameProjectDialog files={files} onClose={() => setFiles([])} />}
    </div>
  );
}

interface CardProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** Its buttons. */
  readonly children: ReactNode;
}

function Card({ icon, title, text, children }: CardProps) {
  const id = useId();
  return (
    <section className="start-card" aria-labelledby={id}>
      <span className="start-card-icon">
        <Icon name={icon} size={22} />
      </span>
      <h2 id={id}>{title}</h2>
      <p>{text}</p>
      <div className="start-card-actions">{children}</div>
    </section>
  );
}

/** Files first, the project's name after: the person sees at once that it is about their files. */
function useFilePicker(onPicked: (files: readonly Grant[]) => void): () => void {
  const client = useClient();
  const store = useAppStore();
  return () => {
    const { info, fail } = store.getState();
    if (info !== null) pickFiles(client, info, 'import', true).then(onPicked, fail);
  };
}
