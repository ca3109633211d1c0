/** Which labels may fill a role or stand at the end of a relation. */
import { useId } from 'react';
import type { Tagset } from '#shared/model/tagset.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { toggleFiller } from './draft.ts';
import type { Fault } from './faults.ts';
import { FaultNote } from './text-fields.tsx';

interface FillerChoiceProps {
  readonly title: string;
  readonly fillers: readonly string[];
  readonly tagset: Tagset;
  readonly fault: Fault | undefined;
  readonly onChange: (fillers: readonly string[]) => void;
}

/** "All", or any number of labels, as chips to press. */
export function FillerChoice({ title, fillers, tagset, fault, onChange }: FillerChoiceProps) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const layers = [tagset.entities, tagset.events, tagset.directives];
  return (
    <fieldset className="fillers" aria-describedby={`${id}-fault`}>
      <legend className="field-name">{title}</legend>
      <div className="chips">
        <button type="button" className="chip" aria-pressed={fillers.includes('*')} onClick={() => onChange(['*'])}>
          {t('tagset.fillers.all')}
        </button>
        {layers.flatMap((labels) =>
          labels.map(({ label, title: name }) => (
            <button
              key={label}
              type="button"
              className="chip"
              aria-pressed={fillers.includes(label)}
              onClick={() => onChange(toggleFiller(fillers, label))}
            >
              {local(name, language)}
            </button>
          )),
        )}
      </div>
      <FaultNote fault={fault} id={`${id}-fault`} />
    </fieldset>
  );
}
