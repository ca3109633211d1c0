/** The desktop app's main process starts here. */
import { startDesktop } from '#hosts/desktop/start.ts';

startDesktop();
