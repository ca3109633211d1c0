/** One build for every process: main entries (app, command line, browser host, worker), preload, page. */
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);
const alias = { '#shared': at('shared'), '#core': at('electron/core'), '#hosts': at('electron/hosts') };

export default defineConfig({
  main: {
    // fflate's Node build declares its own `require`, which clashes with the one that electron-vite adds.
    resolve: { alias: { ...alias, fflate: at('node_modules/fflate/esm/browser.js') } },
    build: {
      outDir: 'out/main',
      externalizeDeps: { include: ['better-sqlite3'] },
      rollupOptions: {
        external: ['better-sqlite3', 'electron'],
        input: {
          main: at('electron/main.ts'),
          cli: at('electron/hosts/cli/main.ts'),
          browser: at('electron/hosts/browser/main.ts'),
          worker: at('electron/core/jobs/worker.ts'),
        },
        output: { format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: { input: { preload: at('electron/preload.ts') }, output: { format: 'cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    resolve: { alias },
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      minify: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
