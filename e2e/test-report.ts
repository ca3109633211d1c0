/** Reads what vitest and Playwright report as JSON and writes the summary. Pure. */
import { z } from 'zod';

/** One part of the test run. Seconds; null where the part did not run, with `note` saying why. */
export interface TestPart {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number | null;
  readonly note: string;
}

/** Counts of one runner. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const VitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int().default(0),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** Counts of vitest's JSON reporter. A file that could not be loaded counts as one failure, and so does any other fault of the run. */
export function readVitestReport(report: unknown): TestCounts {
  const read = VitestReport.parse(report);
  const broken = read.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = read.numFailedTests + broken;
  return {
    passed: read.numPassedTests,
    failed: failed === 0 && !read.success ? 1 : failed,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}

const PlaywrightTest = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  results: z.array(z.object({ duration: z.number() })),
});
const PlaywrightSuite = z.object({
  specs: z.array(z.object({ tests: z.array(PlaywrightTest) })).default([]),
  get suites(): z.ZodOptional<z.ZodArray<typeof PlaywrightSuite>> {
    return z.array(PlaywrightSuite).optional();
  },
});
const PlaywrightReport = z.object({ suites: z.array(PlaywrightSuite), errors: z.array(z.unknown()).default([]) });

/** Counts of Playwright's JSON reporter per project, and of faults outside of any test. A test that passed only on a second try has failed. */
export function readPlaywrightReport(report: unknown): {
  /** Seconds are those of the tests, added up; tests of several workers run at once. */
  readonly projects: ReadonlyMap<string, TestCounts & { readonly seconds: number }>;
  readonly errors: number;
} {
  const read = PlaywrightReport.parse(report);
  const projects = new Map<string, TestCounts & { readonly seconds: number }>();
  for (const { projectName, status, results } of read.suites.flatMap(testsOf)) {
    const counts = projects.get(projectName) ?? { passed: 0, failed: 0, skipped: 0, seconds: 0 };
    projects.set(projectName, {
      passed: counts.passed + (status === 'expected' ? 1 : 0),
      failed: counts.failed + (status === 'unexpected' || status === 'flaky' ? 1 : 0),
      skipped: counts.skipped + (status === 'skipped' ? 1 : 0),
      seconds: counts.seconds + results.reduce((sum, result) => sum + result.duration, 0) / 1000,
    });
  }
  return { projects, errors: read.errors.length };
}

function testsOf(suite: z.infer<typeof PlaywrightSuite>): readonly z.infer<typeof PlaywrightTest>[] {
  return [...suite.specs.flatMap((spec) => spec.tests), ...(suite.suites ?? []).flatMap(testsOf)];
}

/** The sum of all parts. */
export function sumParts(parts: readonly TestPart[]): TestCounts {
  const sum = (key: 'passed' | 'failed' | 'skipped') => parts.reduce((total, part) => total + part[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** A table of the parts and the closing line `N passed, N failed`. */
export function writeSummary(parts: readonly TestPart[]): string {
  const rows = parts.map(({ name, passed, failed, skipped, seconds, note }) =>
    seconds === null
      ? [name, '-', '-', '-', '', `did not run: ${note}`]
      : [name, String(passed), String(failed), String(skipped), `${seconds.toFixed(1)} s`, note],
  );
  const all = [['part', 'passed', 'failed', 'skipped', 'time', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const { passed, failed } = sumParts(parts);
  return [...lines, '', `${passed} passed, ${failed} failed`].join('\n');
}
