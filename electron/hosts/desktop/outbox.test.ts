import { describe, expect, it } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { makeOutbox } from './outbox.ts';

const OFFER: AppEvent = { kind: 'files.offered', files: [{ token: 't', name: 'a.txt', size: 1 }] };

describe('makeOutbox', () => {
  it('keeps offered files, once, until the page listens', () => {
    const sent: AppEvent[] = [];
    const outbox = makeOutbox((event) => sent.push(event));
    outbox.post(OFFER);
    outbox.post({ kind: 'project.changed' });
    expect(sent).toEqual([]);
    outbox.open();
    outbox.open();
    expect(sent).toEqual([OFFER]);
  });

  it('sends at once while the page listens, and keeps again after it has gone', () => {
    const sent: AppEvent[] = [];
    const outbox = makeOutbox((event) => sent.push(event));
    outbox.open();
    outbox.post({ kind: 'settings.changed' });
    outbox.close();
    expect(outbox.isOpen()).toBe(false);
    outbox.post(OFFER);
    expect(sent).toEqual([{ kind: 'settings.changed' }]);
  });
});
