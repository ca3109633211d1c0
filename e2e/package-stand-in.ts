/** A folder laid out like an Electron release of this platform, with nothing in it that runs: enough to pack an app with. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What Electron's binary has before its fuses (github.com/electron/fuses, “fuse wire”). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;

/** The fuses of version 1, in the order of the wire. */
const FUSES = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
] as const;

/** A binary's fuses as Electron ships them: 1 on, 0 off. */
const SHIPPED = '10110001';

/** Makes the folder. `pack` writes an asar archive of a folder. */
export async function makeElectronStandIn(
  folder: string,
  pack: (source: string, archive: string) => Promise<unknown>,
): Promise<void> {
  const wire = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([WIRE_VERSION, SHIPPED.length]),
    Buffer.from(SHIPPED),
  ]);
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  put('empty-app/package.json', '{"name":"empty","version":"0.0.0"}');
  if (process.platform === 'darwin') makeMacApp(put, wire);
  else {
    const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
    put(name, Buffer.concat([Buffer.alloc(1024), wire]));
    chmodSync(join(folder, name), 0o755);
    for (const locale of ['en-GB', 'en-US', 'zh-CN', 'de']) put(`locales/${locale}.pak`, '');
    put('version', '0.0.0');
  }
  const resources = process.platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  mkdirSync(join(folder, resources), { recursive: true });
  await pack(join(folder, 'empty-app'), join(folder, resources, 'default_app.asar'));
}

/** The parts of Electron.app that electron-builder renames and edits. */
function makeMacApp(put: (path: string, content: string | Uint8Array) => void, wire: Uint8Array): void {
  const plist = (name: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"><plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string><key>CFBundleName</key><string>${name}</string></dict></plist>`;
  put('Electron.app/Contents/Info.plist', plist('Electron'));
  put('Electron.app/Contents/MacOS/Electron', wire);
  const frameworks = 'Electron.app/Contents/Frameworks';
  put(`${frameworks}/Electron Framework.framework/Electron Framework`, wire);
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const name = `Electron Helper${kind}`;
    put(`${frameworks}/${name}.app/Contents/Info.plist`, plist(name));
    put(`${frameworks}/${name}.app/Contents/MacOS/${name}`, '');
  }
}

/** The fuses of the packed binary below `folder`, by name. @throws where no file there has a fuse wire */
export function readFuses(folder: string): Readonly<Record<string, boolean>> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, path);
    if (!statSync(file).isFile() || path.endsWith('.asar')) continue;
    const bytes = readFileSync(file);
    const at = bytes.indexOf(SENTINEL);
    if (at < 0) continue;
    const states = bytes.toString('latin1', at + SENTINEL.length + 2);
    return Object.fromEntries(FUSES.map((name, index) => [name, states[index] === '1']));
  }
  throw new Error(`no fuses below ${folder}`);
}
