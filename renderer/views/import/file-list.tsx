/** The files that were chosen: a list beside the preview, a menu where the window is narrow. */

import { type Translate, useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { NameText } from '../library/name-text.tsx';
import { articlesOf, type FileDraft, isKnown } from './drafts.ts';

interface FileListProps {
  readonly drafts: readonly FileDraft[];
  /** Token of the file that is shown. */
  readonly chosen: string;
  readonly onChoose: (token: string) => void;
}

/** Both forms; the stylesheet shows one. */
export function FileList({ drafts, chosen, onChoose }: FileListProps) {
  const t = useText();
  return (
    <nav className="import-files" aria-label={t('import.files')}>
      <ul className="import-file-list">
        {drafts.map((draft) => (
          <li key={draft.grant.token}>
            <button
              type="button"
              className="import-file"
              aria-current={draft.grant.token === chosen ? 'true' : undefined}
              onClick={() => onChoose(draft.grant.token)}
            >
              <Icon name={draft.error === null ? 'file' : 'warning'} size={16} />
              <span className="import-file-text">
                <NameText name={draft.grant.name} />
                <span className={draft.error === null ? 'quiet' : 'bad'}>{stateOf(draft, t)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <select
        className="select import-file-select"
        aria-label={t('import.files')}
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
      >
        {drafts.map((draft) => (
          <option key={draft.grant.token} value={draft.grant.token}>
            {`${draft.grant.name} · ${stateOf(draft, t)}`}
          </option>
        ))}
      </select>
    </nav>
  );
}

function stateOf(draft: FileDraft, t: Translate): string {
  if (draft.error !== null) return t('import.file.refused');
  if (draft.preview === null) return t('import.file.reading');
  if (isKnown(draft)) return t('import.file.known');
  if (draft.isLeftOut) return t('import.file.leftOut');
  return t('count.articles', { n: articlesOf(draft) });
}
