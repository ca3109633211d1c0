/** What the page of the desktop app gets, set up before any of its scripts run. */
import { exposeBridge } from '#hosts/desktop/preload-bridge.ts';

exposeBridge();
