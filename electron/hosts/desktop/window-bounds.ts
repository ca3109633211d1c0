/** Where the window was, and whether it may stand there again: a screen may have gone since. Pure. */
import { z } from 'zod';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });

/** A place in device-independent pixels. */
export type Rectangle = Readonly<z.infer<typeof Rectangle>>;

/** The remembered window: its place when it is not maximised. */
export const WindowState = z.object({ bounds: Rectangle.nullable(), isMaximised: z.boolean() }).readonly();
export type WindowState = z.infer<typeof WindowState>;

/** A first start. */
export const FIRST_WINDOW: WindowState = { bounds: null, isMaximised: false };

/** The smallest window in which nothing overflows. */
export const MIN_SIZE = { width: 900, height: 600 } as const;

const FIRST_SIZE = { width: 1320, height: 860 } as const;

/** So much of the window's upper edge, in pixels, must be on a screen for it to be caught with the mouse. */
const GRIP = { width: 120, height: 32 } as const;

/** What to open the window with; without x and y the system places it. */
export type WindowPlace = { readonly width: number; readonly height: number } & (
  | { readonly x: number; readonly y: number }
  | { readonly x?: never; readonly y?: never }
);

/** The remembered place where a screen still shows its upper edge, cut to that screen; else a first window of a fitting size. */
export function placeWindow(saved: Rectangle | null, workAreas: readonly Rectangle[]): WindowPlace {
  const area = saved === null ? undefined : workAreas.find((each) => showsGrip(saved, each));
  if (saved === null || area === undefined) {
    const [first = { x: 0, y: 0, ...FIRST_SIZE }] = workAreas;
    return { width: Math.min(FIRST_SIZE.width, first.width), height: Math.min(FIRST_SIZE.height, first.height) };
  }
  const width = Math.min(Math.max(saved.width, MIN_SIZE.width), area.width);
  const height = Math.min(Math.max(saved.height, MIN_SIZE.height), area.height);
  return { x: saved.x, y: Math.max(saved.y, area.y), width, height };
}

function showsGrip(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isHighEnough = window.y >= area.y - GRIP.height && window.y + GRIP.height <= area.y + area.height;
  return across >= GRIP.width && isHighEnough;
}
