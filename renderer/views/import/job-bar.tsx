/** A progress bar with a count and a Cancel button; work that ends at once never shows it. */
import { useEffect, useState } from 'react';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import type { JobControl } from './use-job.ts';

/** Milliseconds after which waiting becomes visible. */
const QUIET_MS = 300;

/** Shows a running job. `name` says what is done. */
export function JobBar({ job, name }: { readonly job: JobControl; readonly name: string }) {
  const t = useText();
  const [isLate, setLate] = useState(false);
  const isRunning = job.progress !== null;
  useEffect(() => {
    setLate(false);
    if (!isRunning) return undefined;
    const timer = setTimeout(() => setLate(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [isRunning]);
  if (job.progress === null || !isLate) return null;
  const { done, total } = job.progress;
  return (
    <div className="job-bar">
      <span className="job-name">{name}</span>
      <progress
        className="progress"
        aria-label={name}
        {...(total === null ? {} : { value: done, max: Math.max(1, total) })}
      />
      <span className="numeric job-count">
        {total === null ? t('import.job.started') : t('import.job.count', { done, total })}
      </span>
      <Button onClick={job.cancel}>{t('common.cancel')}</Button>
    </div>
  );
}
