/** The labels of the tagset, layer by layer. */
import type { Tagset } from '#shared/model/tagset.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { NameText } from '../library/name-text.tsx';
import { LABEL_LISTS, type LabelList, type LabelPlace } from './draft.ts';
import { countUnder, type Faults } from './faults.ts';
import { LookSample } from './look-choice.tsx';
import type { LabelUse } from './use-label-use.ts';

interface LabelListsProps {
  readonly tagset: Tagset;
  readonly chosen: LabelPlace | null;
  readonly faults: Faults;
  readonly use: LabelUse;
  readonly isReadOnly: boolean;
  readonly onChoose: (place: LabelPlace) => void;
  readonly onAdd: (list: LabelList) => void;
}

/** A section for each layer, and one for the labels of whole documents. */
export function LabelLists(props: LabelListsProps) {
  const t = useText();
  return (
    <nav className="label-lists" aria-label={t('tagset.labels')}>
      {LABEL_LISTS.map((list) => (
        <LabelSection key={list} list={list} {...props} />
      ))}
    </nav>
  );
}

function LabelSection({
  list,
  tagset,
  chosen,
  faults,
  use,
  isReadOnly,
  onChoose,
  onAdd,
}: LabelListsProps & { readonly list: LabelList }) {
  const t = useText();
  const language = useLanguage();
  return (
    <section className="label-section" aria-labelledby={`labels-${list}`}>
      <header>
        <h2 id={`labels-${list}`}>{t(`tagset.list.${list}`)}</h2>
        <IconButton icon="plus" label={t(`tagset.add.${list}`)} disabled={isReadOnly} onClick={() => onAdd(list)} />
      </header>
      <ul>
        {tagset[list].map((entry, index) => {
          const count = use(list, entry.label);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the name is being edited and cannot be the key
            <li key={index}>
              <button
                type="button"
                className="label-row"
                aria-current={chosen?.list === list && chosen.index === index ? 'true' : undefined}
                onClick={() => onChoose({ list, index })}
              >
                {'color' in entry ? (
                  <LookSample color={entry.color} line={entry.line} />
                ) : (
                  <span className="look-sample" />
                )}
                <span className="label-row-text">
                  <NameText name={local(entry.title, language)} />
                  <span className="quiet label-row-other">
                    <NameText name={language === 'en' ? entry.title.zh : entry.title.en} />
                  </span>
                </span>
                {countUnder(faults, `${list}/${index}`) > 0 && (
                  <span className="bad label-row-fault" title={t('tagset.problems.here')}>
                    <Icon name="warning" size={14} />
                    <span className="visually-hidden">{t('tagset.problems.here')}</span>
                  </span>
                )}
                {count > 0 && (
                  <span className="quiet numeric label-row-use" title={t('tagset.use', { n: count })}>
                    {count.toLocaleString(language)}
                  </span>
                )}
                <span className="label-row-key">{entry.key !== null && <Kbd combo={entry.key} isMac={false} />}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
