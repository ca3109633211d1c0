/** The launcher's hands inside the stand-in process: requests over the process channel, answered one by one. */
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { openFile, quit } from './app.ts';
import { answerDialog, DialogAnswer, shownDialogs, unusedAnswers } from './dialog.ts';
import { themeSource } from './machine.ts';
import { clickMenu, menuFacts } from './menu.ts';
import { openWindows, seen } from './state.ts';
import { failures } from './strict.ts';

const Rectangle = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** What a launcher can ask for. */
export const ControlRequest = z.discriminatedUnion('op', [
  z.object({ op: z.literal('answerDialog'), answer: DialogAnswer }),
  z.object({ op: z.literal('dialogs') }),
  z.object({ op: z.literal('menu') }),
  z.object({ op: z.literal('clickMenu'), id: z.string() }),
  z.object({ op: z.literal('windows') }),
  z.object({ op: z.literal('placeWindow'), bounds: Rectangle }),
  z.object({ op: z.literal('setMaximised'), isMaximised: z.boolean() }),
  z.object({ op: z.literal('minimise') }),
  z.object({ op: z.literal('closeWindow') }),
  z.object({ op: z.literal('openFile'), path: z.string() }),
  z.object({ op: z.literal('dropFiles'), paths: z.array(z.string()), x: z.number(), y: z.number() }),
  z.object({ op: z.literal('machine') }),
  z.object({ op: z.literal('failures') }),
  z.object({ op: z.literal('quit') }),
]);
export type ControlRequest = z.infer<typeof ControlRequest>;

/** What the app did to the machine. */
export interface MachineFacts {
  readonly shownInFolder: readonly string[];
  readonly recentDocuments: readonly string[];
  readonly themeSource: string;
  /** Every address that a page asked for, as the app sees them. */
  readonly requests: readonly string[];
}

const Envelope = z.object({ id: z.number(), request: ControlRequest });

/** Answers the launcher; without one the process ends. */
export function listenToLauncher(): void {
  if (process.send === undefined) return;
  process.on('message', (message) => {
    const { id, request } = Envelope.parse(message);
    Promise.resolve()
      .then(() => answer(request))
      .then(
        (value) => process.send?.({ id, value }),
        (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
      );
  });
  process.on('disconnect', () => process.exit(71));
  // A process that only answers the launcher has ended as an app: its windows and timers keep it alive.
  process.channel?.unref();
}

function answer(request: ControlRequest): unknown {
  const [window] = openWindows;
  const demandWindow = () => {
    if (window === undefined) throw new Error('no window is open');
    return window;
  };
  switch (request.op) {
    case 'answerDialog':
      return answerDialog(request.answer);
    case 'dialogs':
      return shownDialogs;
    case 'menu':
      return menuFacts();
    case 'clickMenu':
      return clickMenu(request.id);
    case 'windows':
      return openWindows.map((each) => each.facts());
    case 'placeWindow':
      return demandWindow().place(request.bounds);
    case 'setMaximised':
      return demandWindow().setMaximised(request.isMaximised);
    case 'minimise':
      return demandWindow().minimise();
    case 'closeWindow':
      return demandWindow().close();
    case 'openFile':
      return openFile(request.path);
    case 'dropFiles':
      return drop(request.paths, request.x, request.y);
    case 'machine':
      return {
        shownInFolder: seen.inFolder,
        recentDocuments: seen.recentDocuments,
        themeSource: themeSource(),
        requests: seen.requests,
      };
    case 'failures':
      return [
        ...failures,
        ...unusedAnswers().map((each) => `electron stand-in: no dialog took ${JSON.stringify(each)}`),
      ];
    case 'quit':
      return quit();
  }
  async function drop(paths: readonly string[], x: number, y: number): Promise<void> {
    const files = paths.map((path) => {
      const { size, mtimeMs } = statSync(path);
      return { path: resolve(path), name: basename(path), size, modified: Math.trunc(mtimeMs) };
    });
    await (await demandWindow().page).drop(files, x, y);
  }
}
