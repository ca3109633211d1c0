/** The module `electron` as the app's main process imports it. What is not here cannot be imported; what is `missing` cannot be used. */
import { startApp } from './app.ts';
import { listenToLauncher } from './control.ts';
import { refusal } from './strict.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { nativeTheme, screen, shell } from './machine.ts';
export { Menu } from './menu.ts';
export { protocol, session } from './session.ts';

listenToLauncher();
process.on('unhandledRejection', (error) => {
  refusal(`unhandled rejection: ${error instanceof Error ? error.stack : String(error)}`);
});
// The modules of the app run after this one; then the app becomes ready.
setImmediate(() => {
  startApp().catch((error: unknown) => {
    console.error(error);
    process.exit(70);
  });
});
