/** A name on one line: what does not fit is left out in the middle; the whole is in the tooltip. */
import { splitName } from './split-name.ts';

/** `tail`: how many characters of the end always stay. */
export function NameText({ name, tail }: { readonly name: string; readonly tail?: number }) {
  const [head, end] = splitName(name, tail);
  return (
    <span className="name-text" title={name}>
      <span className="name-head">{head}</span>
      {end !== '' && <span className="name-tail">{end}</span>}
    </span>
  );
}
