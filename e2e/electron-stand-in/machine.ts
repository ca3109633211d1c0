/** `nativeTheme`, `screen` and `shell`: the parts of the machine that the app asks. */
import { config } from './config.ts';
import type { PageTarget } from './page-target.ts';
import { demandReady, openWindows, seen } from './state.ts';
import { failures, refusal, strict } from './strict.ts';

let source = 'system';

/** What the app chose last. */
export function themeSource(): string {
  return source;
}

export const nativeTheme = strict('nativeTheme', {
  get themeSource() {
    return source;
  },
  set themeSource(next: string) {
    if (!['system', 'light', 'dark'].includes(next)) throw refusal(`nativeTheme.themeSource = ${next}`);
    source = next;
    for (const window of openWindows)
      void window.page.then(applyTheme).catch((error: unknown) => failures.push(`electron stand-in: ${String(error)}`));
  },
  get shouldUseDarkColors() {
    return source === 'system' ? config().isSystemDark : source === 'dark';
  },
});

/** Gives a page the colours that the system or the app asks for. */
export async function applyTheme(page: PageTarget): Promise<void> {
  const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
}

export const screen = strict('screen', {
  getAllDisplays() {
    demandReady(true, 'screen.getAllDisplays');
    return config().screens.map((display) => strict('display', { workArea: { ...display.workArea } }));
  },
});

export const shell = strict('shell', {
  showItemInFolder(path: string): void {
    seen.inFolder.push(path);
  },
});
