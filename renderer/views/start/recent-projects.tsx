/** Projects opened before on this machine. */
import { useState } from 'react';
import type { RecentProject } from '#shared/model/project.ts';
import { useClient } from '../../commands/context.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { NameText } from '../library/name-text.tsx';
import { showTime } from '../library/show-date.ts';

/** The list; nothing where there is none. */
export function RecentProjects() {
  const t = useText();
  const client = useClient();
  const store = useAppStore();
  const recent = useApp((state) => state.recent);
  const [gone, setGone] = useState<readonly string[]>([]);
  const shown = recent.filter((project) => !gone.includes(project.id));
  if (shown.length === 0) return null;

  async function forget(id: string): Promise<void> {
    try {
      await client.call('project.forget', { id });
      setGone((before) => [...before, id]);
    } catch (error) {
      store.getState().fail(error);
    }
  }

  return (
    <section className="start-recent" aria-labelledby="start-recent">
      <h2 id="start-recent">{t('start.recent')}</h2>
      <ul>
        {shown.map((project) => (
          <RecentRow
            key={project.id}
            project={project}
            onOpen={() =>
              void store.getState().changeProject(() => client.call('project.openRecent', { id: project.id }))
            }
            onForget={() => void forget(project.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface RecentRowProps {
  readonly project: RecentProject;
  readonly onOpen: () => void;
  readonly onForget: () => void;
}

function RecentRow({ project, onOpen, onForget }: RecentRowProps) {
  const t = useText();
  const language = useLanguage();
  const date = showTime(project.openedAt, language);
  return (
    <li className="recent-row">
      <button
        type="button"
        className="recent-open"
        disabled={project.isMissing}
        aria-label={t('start.recent.open', { name: project.name, date })}
        onClick={onOpen}
      >
        <strong>
          <NameText name={project.name} />
        </strong>
        <span className="recent-path">
          <NameText name={project.path} tail={24} />
        </span>
        <span className="recent-date">{project.isMissing ? t('start.recent.missing') : date}</span>
      </button>
      <IconButton icon="close" label={t('start.recent.forget', { name: project.name })} onClick={onForget} />
    </li>
  );
}
