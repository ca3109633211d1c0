/** Loaded before the app (`node --import`): the module `electron` is the stand-in. */
import { registerHooks } from 'node:module';

const standIn = new URL('./electron-main.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron') return { url: standIn, shortCircuit: true, format: 'module-typescript' };
    if (specifier.startsWith('electron/')) throw new Error(`electron stand-in: module ${specifier} is not implemented`);
    return next(specifier, context);
  },
});
