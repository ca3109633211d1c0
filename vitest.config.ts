/** Two sets of tests: the project's own, and those that need the folder of real data beside it. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  resolve: { alias: { '#shared': at('shared'), '#core': at('electron/core'), '#hosts': at('electron/hosts') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,electron,renderer,resources,e2e,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.shared.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'shared-data',
          include: ['**/*.shared.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
