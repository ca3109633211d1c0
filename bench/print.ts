/** What the bench prints: the machine, the table, and below it what the numbers are. */
import { cpus, loadavg, release, totalmem } from 'node:os';
import type { Figure, Measured } from './figure.ts';

/** One line about the machine. */
export function describeMachine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  return `${processors.length} × ${model}, ${memory} GB, ${process.platform} ${release()}, Node ${process.versions.node}, load ${load}`;
}

const HEADS = ['name', 'value', 'unit', 'control', 'ratio', 'goal', 'meets'] as const;

/** Prints the table and the notes. */
export function printTable(measured: readonly Measured[]): void {
  const rows = [[...HEADS], ...measured.map(({ figure }) => cells(figure))];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number) =>
    HEADS[column] === 'value' || HEADS[column] === 'control' || HEADS[column] === 'ratio';
  console.log('');
  for (const row of rows) {
    const padded = row.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)));
    console.log(padded.join('  ').trimEnd());
  }
  console.log('');
  for (const { figure, note } of measured) console.log(`${figure.name}: ${note}`);
}

function cells({ name, value, unit, control, ratio, goal, meets }: Figure): string[] {
  return [name, show(value), unit, show(control), ratio.toFixed(2), goal, meets ? 'yes' : 'NO'];
}

function show(number: number): string {
  return number >= 1000 ? String(Math.round(number)) : number.toFixed(1);
}
