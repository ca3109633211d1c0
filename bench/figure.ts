/** A figure beside its control, its goal, and the statistics that make one number of many rounds. */

/** One line of the table. `ratio` is value : control; `goal` says what is compared. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly control: number;
  readonly ratio: number;
  readonly goal: string;
  readonly meets: boolean;
}

/** What a measurement gives: the figure, and a line that says what the two numbers are. */
export interface Measured {
  readonly figure: Figure;
  readonly note: string;
}

/** What a figure is held against. */
export interface Goal {
  readonly text: string;
  isMet(value: number, control: number): boolean;
}

/** At most `factor` times the control and `extra` more (same unit). */
export function atMost(factor: number, extra = 0, unit = ''): Goal {
  const plus = extra === 0 ? '' : ` + ${extra} ${unit}`;
  const text = factor === 1 ? `≤ control${plus}` : `≤ ${factor} ×${plus}`;
  return { text, isMet: (value, control) => value <= factor * control + extra };
}

/** At least `factor` times the control: for rates. */
export function atLeast(factor: number): Goal {
  return { text: `≥ ${factor} ×`, isMet: (value, control) => value >= factor * control };
}

/** Puts a figure together. */
export function makeFigure(name: string, unit: string, value: number, control: number, goal: Goal): Figure {
  return { name, value, unit, control, ratio: value / control, goal: goal.text, meets: goal.isMet(value, control) };
}

/** The value below which a share of the samples lies (0.5: the median), between two samples in proportion. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** The samples of a figure and of its control, in the order in which they were taken. */
export interface Samples {
  readonly value: readonly number[];
  readonly control: readonly number[];
}

/**
 * Takes both in turns, so that what else the machine does falls on both alike, and changes who is first every round.
 * The first `warmUp` rounds are dropped.
 */
export async function interleave(
  rounds: number,
  warmUp: number,
  measureValue: () => number | Promise<number>,
  measureControl: () => number | Promise<number>,
): Promise<Samples> {
  const value: number[] = [];
  const control: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const isControlFirst = round % 2 === 1;
    const first = await (isControlFirst ? measureControl() : measureValue());
    const second = await (isControlFirst ? measureValue() : measureControl());
    if (round < warmUp) continue;
    value.push(isControlFirst ? second : first);
    control.push(isControlFirst ? first : second);
  }
  return { value, control };
}
