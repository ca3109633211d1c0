/** How many marks use each label. */
import { useEffect, useState } from 'react';
import type { ProjectStats } from '#shared/model/project.ts';
import { useClient } from '../../commands/context.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import type { LabelList } from './draft.ts';

/** Number of marks (or documents) with the label; 0 while unknown. */
export type LabelUse = (list: LabelList, label: string) => number;

/** Loaded when the screen opens and whenever the stored tagset changes. */
export function useLabelUse(): LabelUse {
  const client = useClient();
  const store = useAppStore();
  const tagset = useApp((state) => state.tagset);
  const [stats, setStats] = useState<ProjectStats | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new tagset is the reason to count again
  useEffect(() => {
    client.call('project.stats', {}).then(setStats, store.getState().fail);
  }, [client, store, tagset]);
  return (list, label) => {
    if (stats === null) return 0;
    return (list === 'documentLabels' ? stats.documentLabels : stats[list])[label] ?? 0;
  };
}
