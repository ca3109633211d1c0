/** The preload of the small app. MINI: a bridge that lets the page reach whatever the tests need. */
const { contextBridge, ipcRenderer, webUtils } = require('electron');

let count = 0;

contextBridge.exposeInMainWorld('mini', {
  invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
  onGreeting(listener) {
    const listen = (_event, value) => listener(value);
    ipcRenderer.on('greeting', listen);
    return () => ipcRenderer.removeListener('greeting', listen);
  },
  paths: (files) => files.map((file) => webUtils.getPathForFile(file)),
  count: () => ++count,
  rejects: () => Promise.reject(new Error('later')),
  throws() {
    throw new Error('in the preload');
  },
  unknown: () => ipcRenderer.sendSync('x'),
  deep: { list: [1, { two: 2 }] },
});
