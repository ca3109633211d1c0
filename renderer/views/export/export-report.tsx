/** What an export wrote. */
import type { ExportReport } from '#shared/model/transfer.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { NameText } from '../library/name-text.tsx';
import { showBytes } from './export-draft.ts';
import { LossReport } from './export-preview.tsx';

/** Files with sizes and checksums. */
export function ExportReportView({ report }: { readonly report: ExportReport }) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className="stack">
      <p className="report-lead report-good" role="status">
        <Icon name="check" size={20} />
        {t('export.report.lead', { n: report.counts.documents })}
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('export.report.file')}</th>
            <th scope="col" className="numeric">
              {t('export.report.size')}
            </th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {report.files.map((file) => (
            <tr key={file.name}>
              <td>
                <NameText name={file.name} tail={14} />
              </td>
              <td className="numeric">{showBytes(file.bytes, language)}</td>
              <td>
                <code title={file.sha256}>{file.sha256.slice(0, 12)}…</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.losses.length > 0 && <LossReport losses={report.losses} />}
    </div>
  );
}
