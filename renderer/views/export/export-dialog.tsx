/** Taking the corpus away: which format, which documents, what it will look like and what it cannot hold. */
import { useRef, useState } from 'react';
import type { ZhupiError } from '#shared/api/errors.ts';
import type { ExportReport } from '#shared/model/transfer.ts';
import { deliver, pickTarget } from '../../client/files.ts';
import { useClient } from '../../commands/context.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { asZhupiError, ErrorNote } from '../import/error-note.tsx';
import { JobBar } from '../import/job-bar.tsx';
import { useJob } from '../import/use-job.ts';
import { type ExportDraft, NEW_EXPORT, suggestedName, toRequest } from './export-draft.ts';
import { ExportFilters } from './export-filters.tsx';
import { ExportPreview, LossReport } from './export-preview.tsx';
import { ExportReportView } from './export-report.tsx';
import { FormatList } from './format-list.tsx';
import { useExportFacts, useExportPreview } from './use-export-preview.ts';

/** The dialog. */
export function ExportDialog() {
  const t = useText();
  const store = useAppStore();
  const [draft, setDraft] = useState<ExportDraft>(NEW_EXPORT);
  const facts = useExportFacts();
  const preview = useExportPreview(draft);
  const { job, run, done, error, handOver } = useExport();
  const hasDialogs = useApp((state) => state.info?.hasDialogs === true);
  const name = useApp((state) => state.project?.name ?? '');
  const change = (part: Partial<ExportDraft>) => setDraft((before) => ({ ...before, ...part }));
  const isBusy = job.progress !== null;
  const documents = preview.answer?.counts.documents ?? 0;

  function close(): void {
    if (!isBusy) store.getState().openDialog(null);
  }

  const closing = { title: t('export.title'), closeLabel: t('common.close'), onClose: close };
  if (done !== null)
    return (
      <Dialog
        {...closing}
        footer={
          <>
            <Button onClick={close}>{t('common.close')}</Button>
            <Button tone="primary" icon={hasDialogs ? 'open' : 'import'} onClick={handOver}>
              {t(hasDialogs ? 'export.show' : 'export.download')}
            </Button>
          </>
        }
      >
        <ExportReportView report={done} />
        {error !== null && <ErrorNote error={error} />}
      </Dialog>
    );
  return (
    <Dialog
      {...closing}
      size="full"
      footer={
        <>
          <div className="footer-note">
            {error !== null && <ErrorNote error={error} />}
            {isBusy ? (
              <JobBar job={job} name={t('export.job.name')} />
            ) : (
              <LossReport losses={preview.answer?.losses ?? null} />
            )}
          </div>
          {!isBusy && <Button onClick={close}>{t('common.cancel')}</Button>}
          <Button
            tone="primary"
            disabled={isBusy || toRequest(draft) === null || documents === 0}
            onClick={() =>
              void run(
                draft,
                suggestedName(
                  name,
                  facts.formats.find((format) => format.name === draft.format),
                ),
              )
            }
          >
            {t('export.run', { n: documents })}
          </Button>
        </>
      }
    >
      <div className="export">
        <FormatList formats={facts.formats} draft={draft} onChange={change} />
        <ExportFilters draft={draft} annotators={facts.annotators} onChange={change} />
        <ExportPreview preview={preview} isRight={toRequest(draft) !== null} />
      </div>
    </Dialog>
  );
}

function useExport() {
  const client = useClient();
  const store = useAppStore();
  const job = useJob('export');
  const [done, setDone] = useState<ExportReport | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const [error, setError] = useState<ZhupiError | null>(null);

  const isGoing = useRef(false);

  /** One step at a time: a second click while the first is going on is none. */
  async function guarded(step: () => Promise<void>): Promise<void> {
    if (isGoing.current) return;
    isGoing.current = true;
    setError(null);
    try {
      await step();
    } catch (thrown) {
      setError(asZhupiError(thrown));
    } finally {
      isGoing.current = false;
    }
  }

  const run = (draft: ExportDraft, suggested: string) =>
    guarded(async () => {
      const request = toRequest(draft);
      if (request === null) return;
      await store.getState().settled();
      const place = await pickTarget(client, { purpose: 'export', suggestedName: suggested });
      if (place === null) return;
      const report = await job.run((id) => client.call('export.run', { job: id, target: place.token, request }));
      setTarget(place.token);
      setDone(report);
    });
  const handOver = () => void guarded(async () => (target === null ? undefined : deliver(client, target)));
  return { job, run, done, error, handOver };
}
