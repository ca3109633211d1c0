import { describe, expect, it } from 'vitest';
import { placeWindow } from './window-bounds.ts';

const LEFT = { x: 0, y: 25, width: 1920, height: 1055 };
const RIGHT = { x: 1920, y: 0, width: 2560, height: 1440 };

describe('placeWindow', () => {
  it('opens a first window without a place, no larger than the screen', () => {
    expect(placeWindow(null, [LEFT])).toEqual({ width: 1320, height: 860 });
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 });
  });

  it('takes the remembered place on any screen', () => {
    const saved = { x: 2000, y: 100, width: 1200, height: 900 };
    expect(placeWindow(saved, [LEFT, RIGHT])).toEqual(saved);
  });

  it('forgets a place on a screen that has gone', () => {
    expect(placeWindow({ x: 2000, y: 100, width: 1200, height: 900 }, [LEFT])).toEqual({ width: 1320, height: 860 });
  });

  it('forgets a place of which too little shows to catch it', () => {
    expect(placeWindow({ x: 1850, y: 100, width: 1200, height: 900 }, [LEFT])).toEqual({ width: 1320, height: 860 });
    expect(placeWindow({ x: 100, y: 1070, width: 1200, height: 900 }, [LEFT])).toEqual({ width: 1320, height: 860 });
    expect(placeWindow({ x: 100, y: -400, width: 1200, height: 900 }, [LEFT])).toEqual({ width: 1320, height: 860 });
  });

  it('cuts a window to its screen and keeps the title bar below the menu bar of the system', () => {
    expect(placeWindow({ x: -20, y: 10, width: 4000, height: 300 }, [LEFT])).toEqual({
      x: -20,
      y: 25,
      width: 1920,
      height: 600,
    });
  });
});
