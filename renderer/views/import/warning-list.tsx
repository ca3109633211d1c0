/** What readers noticed, line by line. */
import { messageText } from '#shared/i18n/message.ts';
import type { ImportWarning } from '#shared/model/transfer.ts';
import { useLanguage, useText } from '../../state/use-text.ts';

/** More than this is not read by anybody; the rest is counted. */
const MOST = 200;

/** `hasFile`: the warnings are of several files, so each names its own. */
export function WarningList({
  warnings,
  hasFile,
}: {
  readonly warnings: readonly ImportWarning[];
  readonly hasFile: boolean;
}) {
  const t = useText();
  const language = useLanguage();
  const rest = warnings.length - MOST;
  return (
    <ul className="warning-list">
      {warnings.slice(0, MOST).map(({ file, line, message }) => (
        <li key={`${file}:${line}:${message}`}>
          <span className="quiet">
            {hasFile && `${file} `}
            {line !== null && `${t('import.line', { line })} `}
          </span>
          {messageText(language, message)}
        </li>
      ))}
      {rest > 0 && <li className="quiet">{t('import.warnings.more', { n: rest })}</li>}
    </ul>
  );
}
