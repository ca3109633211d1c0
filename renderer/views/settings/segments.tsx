/** A few choices side by side, of which one holds. */
import { useId } from 'react';

interface SegmentsProps<V extends string> {
  /** What is chosen; stands before the choices. */
  readonly name: string;
  readonly value: V;
  /** Value and text of each choice. */
  readonly choices: readonly (readonly [V, string])[];
  readonly onChange: (value: V) => void;
}

/** Radio buttons in the form of one bar. */
export function Segments<V extends string>({ name, value, choices, onChange }: SegmentsProps<V>) {
  const id = useId();
  return (
    <fieldset className="choice-field">
      <legend className="field-name">{name}</legend>
      <div className="choice-bar">
        {choices.map(([choice, text]) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              className="visually-hidden"
              name={id}
              checked={choice === value}
              onChange={() => onChange(choice)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
