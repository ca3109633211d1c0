import { describe, expect, it } from 'vitest';
import { createSaveQueue, DroppedSave } from './save-queue.ts';

describe('createSaveQueue', () => {
  it('saves one after another, in order', async () => {
    const queue = createSaveQueue();
    const seen: string[] = [];
    const slow = queue.add(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push('first');
    });
    const fast = queue.add(async () => seen.push('second'));
    expect(queue.pending()).toBe(2);
    await Promise.all([slow, fast]);
    expect(seen).toEqual(['first', 'second']);
    expect(queue.pending()).toBe(0);
  });

  it('drops what stood behind a failed save and goes on with what comes later', async () => {
    const queue = createSaveQueue();
    const ran: string[] = [];
    const failing = queue.add(() => Promise.reject(new Error('disk full')));
    const behind = queue.add(async () => ran.push('behind'));
    await expect(failing).rejects.toThrow('disk full');
    await expect(behind).rejects.toBeInstanceOf(DroppedSave);
    await queue.add(async () => ran.push('later'));
    await queue.settled();
    expect(ran).toEqual(['later']);
  });
});
