/** A key as it is printed on the keyboard. */
import { showKeys } from '../commands/keys.ts';

/** Shows one combination in the platform's manner. */
export function Kbd({ combo, isMac }: { readonly combo: string; readonly isMac: boolean }) {
  return <kbd className="kbd">{showKeys(combo, isMac)}</kbd>;
}
