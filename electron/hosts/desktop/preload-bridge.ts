/** The preload's only work: `window.zhupi`, a few functions that carry values and never a path, a channel name or an Electron object. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '#shared/api/call.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, GRANT_DROPPED_CHANNEL, LISTENING_CHANNEL } from './channels.ts';

const bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  subscribe(listener) {
    const listen = (_event: Electron.IpcRendererEvent, event: Parameters<typeof listener>[0]) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, listen);
    void ipcRenderer.invoke(LISTENING_CHANNEL);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, listen);
    };
  },
  grantDropped(files) {
    // A File that a script made has no path on disk: it gets no grant.
    const paths = files.filter(isFile).map((file) => webUtils.getPathForFile(file));
    return ipcRenderer.invoke(
      GRANT_DROPPED_CHANNEL,
      paths.filter((path) => path !== ''),
    );
  },
} satisfies Bridge;

/** Files come from the page's world, whose `File` is another than the preload's. */
function isFile(value: object): value is File {
  return Object.prototype.toString.call(value) === '[object File]';
}

/** Puts the bridge before the page's scripts as `window.zhupi`. Once per page, from the preload. */
export function exposeBridge(): void {
  contextBridge.exposeInMainWorld('zhupi', bridge);
}
