import { describe, expect, it } from 'vitest';
import { createSessions } from './session.ts';

describe('createSessions', () => {
  it('lets a token in once', () => {
    const sessions = createSessions(4000);
    const token = sessions.issue();
    expect(sessions.enter(token)).toMatch(/^[\w-]{43}$/);
    expect(sessions.enter(token)).toBeNull();
  });

  it('knows the cookie that it gave, among others', () => {
    const sessions = createSessions(4000);
    const value = sessions.enter(sessions.issue());
    expect(sessions.isKnown(`theme=dark; zhupi-4000=${value}; x=y`)).toBe(true);
    expect(sessions.isKnown(`zhupi-4001=${value}`)).toBe(false);
    expect(sessions.isKnown(`zhupi-4000=${value}x`)).toBe(false);
    expect(sessions.isKnown('zhupi-4000=')).toBe(false);
    expect(sessions.isKnown(undefined)).toBe(false);
  });

  it('takes neither the token as a cookie nor the cookie as a token', () => {
    const sessions = createSessions(4000);
    const token = sessions.issue();
    expect(sessions.isKnown(`zhupi-4000=${token}`)).toBe(false);
    const value = sessions.enter(token) ?? '';
    expect(sessions.enter(value)).toBeNull();
  });

  it('takes a new token in place of the old one, and keeps those who are in', () => {
    const sessions = createSessions(4000);
    const first = sessions.enter(sessions.issue());
    const second = sessions.issue();
    const third = sessions.issue();
    expect(sessions.enter(second)).toBeNull();
    expect(sessions.enter(third)).not.toBeNull();
    expect(sessions.isKnown(`zhupi-4000=${first}`)).toBe(true);
  });

  it('refuses every token before one was given', () => {
    expect(createSessions(4000).enter('')).toBeNull();
  });

  it('keeps the cookie from scripts and other sites', () => {
    expect(createSessions(4000).setCookie('v')).toBe('zhupi-4000=v; Path=/; HttpOnly; SameSite=Strict');
  });
});
