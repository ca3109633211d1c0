/** Fresh ids in the manner of ULID (github.com/ulid/spec): 48 bits of time, 80 random bits, growing within a millisecond. */
import { randomBytes } from 'node:crypto';
import type { Ids } from '../ports.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARACTERS = 10;
const RANDOM_CHARACTERS = 16;

/** A maker of ids `<letter>_<26 characters>`; ids made later sort later. `now` gives milliseconds since 1970. */
export function makeUlids(now: () => number = Date.now, random: (size: number) => Uint8Array = randomBytes): Ids {
  let lastTime = -1;
  let digits: number[] = [];
  return {
    next(letter) {
      const time = now();
      if (time > lastTime) {
        lastTime = time;
        digits = [...random(RANDOM_CHARACTERS)].map((byte) => byte & 31);
      } else {
        increment(digits);
      }
      return `${letter}_${encodeTime(lastTime)}${digits.map((digit) => ALPHABET[digit]).join('')}`;
    },
  };
}

function encodeTime(time: number): string {
  let rest = time;
  let out = '';
  for (let i = 0; i < TIME_CHARACTERS; i += 1) {
    out = `${ALPHABET[rest % 32]}${out}`;
    rest = Math.floor(rest / 32);
  }
  return out;
}

/** Adds one in base 32; all ones start again at zero, which 80 random bits make next to impossible. */
function increment(digits: number[]): void {
  for (let i = digits.length - 1; i >= 0; i -= 1) {
    const digit = digits[i] ?? 0;
    if (digit < 31) {
      digits[i] = digit + 1;
      return;
    }
    digits[i] = 0;
  }
}
