/** What an import did. */
import { messageText } from '#shared/i18n/message.ts';
import type { ImportReport } from '#shared/model/transfer.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { WarningList } from './warning-list.tsx';

/** Counts first, then what needs the person's eye. One refused file means that nothing was stored. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const t = useText();
  const language = useLanguage();
  const counts = [
    ['import.report.added', report.added],
    ['import.report.duplicates', report.duplicates],
    ['import.counts.spans', report.spans],
    ['import.counts.frames', report.frames],
    ['import.counts.relations', report.relations],
  ] as const;
  return (
    <div className="stack">
      <p className={`report-lead ${report.refused.length > 0 ? 'report-warn' : 'report-good'}`} role="status">
        <Icon name={report.refused.length > 0 ? 'warning' : 'check'} size={20} />
        {report.refused.length > 0 ? t('import.report.nothing') : t('import.report.lead', { n: report.added })}
      </p>
      <dl className="figures">
        {counts.map(
          ([key, value], at) =>
            (value > 0 || at === 0) && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>{value.toLocaleString(language)}</dd>
              </div>
            ),
        )}
      </dl>
      {report.refused.length > 0 && (
        <section className="stack-tight">
          <h3>{t('import.report.refused', { n: report.refused.length })}</h3>
          <ul className="warning-list">
            {report.refused.map(({ file, reason }) => (
              <li key={file}>
                <RefusedText file={file} reason={messageText(language, reason)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.warnings.length > 0 && (
        <section className="stack-tight">
          <h3>{t('import.warnings', { n: report.warnings.length })}</h3>
          <WarningList warnings={report.warnings} hasFile />
        </section>
      )}
    </div>
  );
}

/** Most reasons name the file; the others get it before them. */
function RefusedText({ file, reason }: { readonly file: string; readonly reason: string }) {
  return reason.includes(file) ? reason : `${file} · ${reason}`;
}
