/** Reads the values of options; a wrong one is a wrong command line. */

import type { z } from 'zod';
import { Status } from '#shared/model/document.ts';
import { EncodingName } from '#shared/model/encoding.ts';
import { OffsetUnit } from '#shared/text/offsets.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import type { Print } from './print.ts';

type SplitValue = { readonly train: number; readonly dev: number; readonly test: number };

/** Readers of values. Each throws a CommandError with exit status 2. */
export interface ValueReaders {
  offsetUnit(value: string): OffsetUnit;
  encoding(value: string): 'auto' | EncodingName;
  oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T;
  statuses(value: string | undefined): readonly Status[];
  split(value: string): SplitValue;
  wholeNumber(name: string, value: string): number;
  port(value: string): number;
  pairs(values: readonly string[]): Readonly<Record<string, string>>;
}

/** Readers that explain in the person's language. */
export function valueReaders(print: Print): ValueReaders {
  const wrong = (name: string, value: string, allowed: string) =>
    new CommandError(print.text('cli.wrong.value', { name, value, allowed }), EXIT.wrong);
  const one = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
    const found = allowed.find((entry) => entry === value);
    if (found === undefined) throw wrong(name, value, allowed.join(', '));
    return found;
  };
  const whole = (name: string, value: string): number => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (!Number.isSafeInteger(number)) throw wrong(name, value, print.text('cli.wrong.allowed.wholeNumber'));
    return number;
  };
  const options = <T extends string>(schema: z.ZodType<T> & { readonly options: readonly T[] }) => schema.options;
  return {
    oneOf: one,
    wholeNumber: whole,
    offsetUnit: (value) => one('--offset-unit', value, options(OffsetUnit)),
    encoding: (value) => one('--encoding', value.toLowerCase(), ['auto', ...options(EncodingName)]),
    statuses: (value) =>
      (value ?? '')
        .split(',')
        .filter((part) => part !== '')
        .map((part) => one('--status', part, options(Status))),
    split(value) {
      const parts = /^(\d{1,3})\/(\d{1,3})\/(\d{1,3})$/.exec(value)?.slice(1).map(Number) ?? [];
      const [train = 0, dev = 0, test = 0] = parts;
      if (train + dev + test !== 100) throw wrong('--split', value, print.text('cli.wrong.allowed.split'));
      return { train, dev, test };
    },
    port(value) {
      const port = /^\d{1,5}$/.test(value) ? Number(value) : 65536;
      if (port > 65535) throw wrong('--port', value, print.text('cli.wrong.allowed.port'));
      return port;
    },
    pairs: (values) =>
      Object.fromEntries(
        values.map((value) => {
          const at = value.indexOf('=');
          if (at < 1) throw wrong('--option', value, print.text('cli.wrong.allowed.pair'));
          return [value.slice(0, at), value.slice(at + 1)];
        }),
      ),
  };
}
