/** Why a tagset file was not taken: every finding with its place. */
import type { FileFinding } from '#shared/api/contract.ts';
import { isTextKey } from '#shared/i18n/text.ts';
import { type Translate, useText } from '../../state/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { shapeRule } from './faults.ts';

interface FindingsPanelProps {
  /** Name of the file. */
  readonly file: string;
  readonly findings: readonly FileFinding[];
  readonly onClose: () => void;
}

/** A table: line, column, where, rule. */
export function FindingsPanel({ file, findings, onClose }: FindingsPanelProps) {
  const t = useText();
  return (
    <section className="findings" aria-labelledby="findings" role="alert">
      <header>
        <Icon name="warning" size={16} />
        <h2 id="findings">{t('tagset.findings', { file, n: findings.length })}</h2>
        <IconButton icon="close" label={t('common.close')} onClick={onClose} />
      </header>
      <div className="findings-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col" className="numeric">
                {t('tagset.findings.line')}
              </th>
              <th scope="col" className="numeric">
                {t('tagset.findings.column')}
              </th>
              <th scope="col">{t('tagset.findings.place')}</th>
              <th scope="col">{t('tagset.findings.rule')}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <tr key={`${finding.line}:${finding.column}:${finding.path}:${finding.rule}`}>
                <td className="numeric">{finding.line}</td>
                <td className="numeric">{finding.column}</td>
                <td>
                  <code>{finding.path}</code>
                </td>
                <td>{findingText(finding, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Breaks of the schema are told by their place; the schema's own words are English and only the last resort. */
function findingText({ path, rule, message }: FileFinding, t: Translate): string {
  const shape = rule === 'shape' ? shapeRule(path.split(/[.[\]]+/).filter((part) => part !== '')) : rule;
  const key = `tagset.rule.${shape}`;
  return isTextKey(key) ? t(key, { value: message }) : message;
}
