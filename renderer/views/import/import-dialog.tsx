/** Bringing in files: what was found in them is shown, and can be changed, before anything is stored. */
import { useState } from 'react';
import type { ZhupiError } from '#shared/api/errors.ts';
import type { Grant } from '#shared/api/events.ts';
import type { ImportReport } from '#shared/model/transfer.ts';
import { useClient } from '../../commands/context.ts';
import { useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { articlesOf, included, toImportFile } from './drafts.ts';
import { asZhupiError, ErrorNote } from './error-note.tsx';
import { FileList } from './file-list.tsx';
import { FilePanel } from './file-panel.tsx';
import { ImportReportView } from './import-report.tsx';
import { JobBar } from './job-bar.tsx';
import { useDrafts } from './use-drafts.ts';
import { useJob } from './use-job.ts';

/** The dialog. */
export function ImportDialog({ files }: { readonly files: readonly Grant[] }) {
  const t = useText();
  const store = useAppStore();
  const { drafts, change } = useDrafts(files);
  const [token, setToken] = useState(files[0]?.token ?? '');
  const [addLabels, setAddLabels] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { job, run, back, report, error } = useImport();
  const draft = drafts.find((other) => other.grant.token === token) ?? drafts[0];
  const total = drafts.reduce((sum, other) => sum + articlesOf(other), 0);
  const isChanged = drafts.some((other) => other.history.past.length > 0);
  const isBusy = job.progress !== null;
  const blocking = addLabels
    ? undefined
    : included(drafts).find((other) => (other.preview?.unknownLabels.length ?? 0) > 0);

  function close(): void {
    if (isBusy) return;
    if (report === null && isChanged && !isLeaving) setLeaving(true);
    else store.getState().openDialog(null);
  }

  function finish(): void {
    store.getState().openDialog(null);
    store.getState().show('library');
  }

  const closing = {
    title: t('import.title'),
    closeLabel: t('common.close'),
    onClose: report === null || report.refused.length > 0 ? close : finish,
  };
  if (report !== null) {
    const isRefused = report.refused.length > 0;
    return (
      <Dialog
        {...closing}
        size="large"
        footer={
          <Button tone="primary" onClick={isRefused ? back : finish}>
            {t(isRefused ? 'import.report.back' : 'import.report.toLibrary')}
          </Button>
        }
      >
        <ImportReportView report={report} />
      </Dialog>
    );
  }
  return (
    <Dialog
      {...closing}
      size="full"
      footer={
        isLeaving ? (
          <>
            <p className="footer-note" role="alert">
              {t('import.leave.text')}
            </p>
            <Button onClick={() => setLeaving(false)}>{t('import.leave.stay')}</Button>
            <Button tone="danger" onClick={close}>
              {t('import.leave.close')}
            </Button>
          </>
        ) : (
          <>
            <div className="footer-note">
              {error !== null && <ErrorNote error={error} />}
              {isBusy ? (
                <JobBar job={job} name={t('import.job.name')} />
              ) : (
                <span role="status">{t('import.total', { n: total, files: included(drafts).length })}</span>
              )}
              {!isBusy && blocking !== undefined && (
                <button type="button" className="link-button bad" onClick={() => setToken(blocking.grant.token)}>
                  <Icon name="warning" size={16} />
                  {t('import.unknown.blocking', { file: blocking.grant.name })}
                </button>
              )}
            </div>
            {!isBusy && <Button onClick={close}>{t('common.cancel')}</Button>}
            <Button
              tone="primary"
              disabled={isBusy || total === 0 || blocking !== undefined}
              onClick={() => void run(included(drafts).map(toImportFile), addLabels)}
            >
              {t('import.add', { n: total })}
            </Button>
          </>
        )
      }
    >
      <div className={drafts.length > 1 ? 'import import-many' : 'import'}>
        {drafts.length > 1 && draft !== undefined && (
          <FileList drafts={drafts} chosen={draft.grant.token} onChoose={setToken} />
        )}
        {draft !== undefined && (
          <FilePanel
            key={draft.grant.token}
            draft={draft}
            addLabels={addLabels}
            onAddLabels={setAddLabels}
            onStep={(step) => {
              setLeaving(false);
              change(draft.grant.token, step);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

function useImport() {
  const client = useClient();
  const store = useAppStore();
  const job = useJob('import');
  const [report, setReport] = useState<ImportReport | null>(null);
  const [error, setError] = useState<ZhupiError | null>(null);
  async function run(files: ReturnType<typeof toImportFile>[], addLabels: boolean): Promise<void> {
    setError(null);
    try {
      const state = store.getState();
      // All of it is the job: until the lists are fresh too, the button must not start a second one.
      const done = await job.run(async (id) => {
        await state.settled();
        const answer = await client.call('import.run', { job: id, files, addLabels });
        await Promise.all([state.refreshProject(), state.refreshLibrary()]);
        return answer;
      });
      setReport(done);
    } catch (thrown) {
      setError(asZhupiError(thrown));
    }
  }
  return { job, run, back: () => setReport(null), report, error };
}
