/** What the launcher tells a stand-in process about the machine that it plays. */
import { z } from 'zod';

const Rectangle = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** The environment variable that carries the configuration as JSON. */
export const CONFIG_VARIABLE = 'ELECTRON_STAND_IN';

export const StandInConfig = z.object({
  /** The DevTools address of the browser. */
  endpoint: z.string(),
  /** The folder with the app's package.json. */
  appPath: z.string(),
  userData: z.string(),
  documents: z.string(),
  languages: z.array(z.string()),
  isSystemDark: z.boolean(),
  screens: z.array(z.object({ workArea: Rectangle })),
});
export type StandInConfig = z.infer<typeof StandInConfig>;

let read: StandInConfig | undefined;

/** The configuration of this process. @throws outside a stand-in process */
export function config(): StandInConfig {
  read ??= StandInConfig.parse(JSON.parse(process.env[CONFIG_VARIABLE] ?? 'null'));
  return read;
}
