/** Which encoding a file is read with, and how its beginning would look in each. */
import { useId } from 'react';
import { EncodingName } from '#shared/model/encoding.ts';
import { useText } from '../../state/use-text.ts';
import { firstFocus } from '../start/first-focus.ts';
import type { FileDraft } from './drafts.ts';
import { encodingTitle } from './encoding-title.ts';

interface EncodingChoiceProps {
  readonly draft: FileDraft;
  readonly onChange: (encoding: FileDraft['encoding']) => void;
}

/** A menu of encodings, and the candidates with samples behind "looks like". */
export function EncodingChoice({ draft, onChange }: EncodingChoiceProps) {
  const t = useText();
  const id = useId();
  const { preview, encoding } = draft;
  const candidates = preview?.candidates ?? [];
  const found = preview?.encoding ?? null;
  return (
    <div className="encoding">
      <label className="inline-field" htmlFor={`${id}-encoding`}>
        <span>{t('import.encoding')}</span>
        <select
          id={`${id}-encoding`}
          ref={firstFocus}
          className="select"
          value={encoding}
          onChange={(event) => {
            const chosen = EncodingName.safeParse(event.target.value);
            onChange(chosen.success ? chosen.data : 'auto');
          }}
        >
          <option value="auto">
            {encoding === 'auto' && found !== null
              ? t('import.encoding.found', { name: encodingTitle(found) })
              : t('import.encoding.auto')}
          </option>
          {EncodingName.options.map((name) => (
            <option key={name} value={name}>
              {encodingTitle(name)}
            </option>
          ))}
        </select>
      </label>
      {candidates.length > 1 && (
        <details className="encoding-samples">
          <summary>{t('import.encoding.compare')}</summary>
          <ul>
            {candidates.map((candidate) => (
              <li key={candidate.encoding}>
                <button
                  type="button"
                  className="encoding-sample"
                  aria-pressed={candidate.encoding === found}
                  onClick={() => onChange(candidate.encoding)}
                >
                  <strong>{encodingTitle(candidate.encoding)}</strong>
                  <span>{candidate.sample}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
