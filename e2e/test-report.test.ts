import { describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport, sumParts, type TestPart, writeSummary } from './test-report.ts';

const VITEST = {
  success: true,
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};

describe('readVitestReport', () => {
  it('takes the counts', () => {
    expect(readVitestReport(VITEST)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  it('counts a file that could not be loaded', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ];
    expect(readVitestReport({ ...VITEST, success: false, numFailedTests: 1, testResults })).toMatchObject({
      failed: 2,
    });
  });

  it('counts a run that failed without a failing test', () => {
    expect(readVitestReport({ ...VITEST, success: false })).toMatchObject({ passed: 5, failed: 1 });
  });

  it('refuses what is not a report', () => {
    expect(() => readVitestReport({})).toThrow();
  });
});

describe('readPlaywrightReport', () => {
  const test = (projectName: string, status: string) => ({ projectName, status, results: [{ duration: 1500 }] });

  it('counts per project through nested suites, and a second try as a failure', () => {
    const report = {
      suites: [
        {
          specs: [{ tests: [test('browser', 'expected'), test('desktop-stand-in', 'unexpected')] }],
          suites: [
            { specs: [{ tests: [test('browser', 'flaky')] }, { tests: [test('browser', 'skipped')] }], suites: [] },
          ],
        },
      ],
      errors: [{ message: 'a spec could not be loaded' }],
    };
    const { projects, errors } = readPlaywrightReport(report);
    expect(Object.fromEntries(projects)).toEqual({
      browser: { passed: 1, failed: 1, skipped: 1, seconds: 4.5 },
      'desktop-stand-in': { passed: 0, failed: 1, skipped: 0, seconds: 1.5 },
    });
    expect(errors).toBe(1);
  });
});

describe('writeSummary', () => {
  const parts: readonly TestPart[] = [
    { name: 'types', passed: 1, failed: 0, skipped: 0, seconds: 12.34, note: '' },
    { name: 'unit', passed: 1200, failed: 2, skipped: 3, seconds: 60, note: '' },
    { name: 'desktop', passed: 0, failed: 0, skipped: 0, seconds: null, note: 'no binary' },
  ];

  it('ends with the sum on a line of its own', () => {
    expect(writeSummary(parts)).toBe(
      [
        'part     passed  failed  skipped    time',
        'types         1       0        0  12.3 s',
        'unit       1200       2        3  60.0 s',
        'desktop       -       -        -          did not run: no binary',
        '',
        '1201 passed, 2 failed',
      ].join('\n'),
    );
    expect(sumParts(parts)).toEqual({ passed: 1201, failed: 2, skipped: 3 });
  });
});
