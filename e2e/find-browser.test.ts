import { describe, expect, it } from 'vitest';
import { systemBrowsers } from './browser-sources.ts';
import {
  type BrowserCandidate,
  type BrowserSearch,
  type BrowserSource,
  findBrowser,
  NoBrowserError,
} from './find-browser.ts';

/** A machine with some browsers, of which some start. Notes which sources were asked. */
function machine(have: Partial<Record<BrowserSource, readonly BrowserCandidate[]>>, starts: readonly string[]) {
  const asked: BrowserSource[] = [];
  const search: BrowserSearch = {
    async candidates(source) {
      asked.push(source);
      return have[source] ?? [];
    },
    whyNot: async ({ path }) => (starts.includes(path) ? null : 'broken'),
  };
  return { asked, search };
}

const EVERYTHING = {
  environment: [{ path: 'named' }],
  playwright: [{ path: 'own' }],
  system: [{ path: 'chromium' }, { path: 'edge' }],
  package: [{ path: 'packaged' }, { path: 'packaged', environment: { LD_LIBRARY_PATH: 'libs' } }],
  apt: [{ path: 'installed' }],
};
const { environment: _environment, ...UNNAMED } = EVERYTHING;

describe('findBrowser', () => {
  it('takes the one that the environment names, and asks for no other', async () => {
    const { asked, search } = machine(EVERYTHING, ['named', 'own', 'chromium']);
    expect(await findBrowser(search)).toEqual({ path: 'named', source: 'environment', environment: {} });
    expect(asked).toEqual(['environment']);
  });

  it('takes no other where the named one does not start', async () => {
    const { asked, search } = machine(EVERYTHING, ['own', 'chromium']);
    await expect(findBrowser(search)).rejects.toThrow(/named: broken/);
    expect(asked).toEqual(['environment']);
  });

  it.each([
    [['own', 'chromium', 'edge', 'packaged', 'installed'], 'own', 'playwright'],
    [['chromium', 'edge', 'packaged', 'installed'], 'chromium', 'system'],
    [['edge', 'packaged', 'installed'], 'edge', 'system'],
    [['packaged', 'installed'], 'packaged', 'package'],
    [['installed'], 'installed', 'apt'],
  ])('of those that start (%j) takes %s', async (starts, path, source) => {
    expect(await findBrowser(machine(UNNAMED, starts).search)).toMatchObject({ path, source });
  });

  it('installs nothing where something starts', async () => {
    const { asked, search } = machine(UNNAMED, ['packaged']);
    await findBrowser(search);
    expect(asked).not.toContain('apt');
  });

  it('passes on what a browser needs in its environment', async () => {
    const needy = { ...machine({ package: [{ path: 'p', environment: { LD_LIBRARY_PATH: 'libs' } }] }, ['p']).search };
    expect((await findBrowser(needy)).environment).toEqual({ LD_LIBRARY_PATH: 'libs' });
  });

  it('says what was tried and how to get a browser', async () => {
    const failing = findBrowser(machine(UNNAMED, []).search);
    await expect(failing).rejects.toThrow(NoBrowserError);
    await expect(failing).rejects.toThrow(
      /own: broken[\s\S]*chromium: broken[\s\S]*installed: broken[\s\S]*apt-get install chromium[\s\S]*ZHUPI_BROWSER/,
    );
  });
});

describe('systemBrowsers', () => {
  it('looks on the PATH, for Chromium before Chrome before Edge', () => {
    const paths = systemBrowsers('linux', { PATH: '/a:/b' });
    expect(paths.slice(0, 3)).toEqual(['/a/chromium', '/b/chromium', '/usr/bin/chromium']);
    expect(paths.indexOf('/a/google-chrome')).toBeLessThan(paths.indexOf('/a/microsoft-edge'));
  });

  it('knows the usual places of macOS and Windows', () => {
    expect(systemBrowsers('darwin', {})[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(systemBrowsers('win32', { PROGRAMFILES: 'C:\\P', LOCALAPPDATA: 'C:\\L' })).toEqual([
      'C:\\P\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\L\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\L\\Microsoft\\Edge\\Application\\msedge.exe',
    ]);
  });
});
