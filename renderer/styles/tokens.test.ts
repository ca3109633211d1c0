import { describe, expect, it } from 'vitest';

/** Read as a file: the test runner hands style sheets over empty, and this zone has no types of Node. */
const nodeFiles: string = 'node:fs';
const { readFileSync } = (await import(/* @vite-ignore */ nodeFiles)) as {
  readFileSync(path: URL, encoding: 'utf8'): string;
};
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';
type Colour = readonly [r: number, g: number, b: number];

const tokens = new Map([...css.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map(([, name, value]) => [name, value]));
const pattern = /oklch\(([\d.]+)% ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)/g;

/** Linear sRGB and opacity of a token in a theme (OKLab matrices: Ottosson 2020). */
function read(name: string, theme: Theme): { colour: Colour; alpha: number } {
  const [, L, C, h, alpha] = [...(tokens.get(name) ?? '').matchAll(pattern)][theme === 'light' ? 0 : 1] ?? [];
  if (L === undefined) throw new Error(`no colour ${name}`);
  const angle = (Number(h) * Math.PI) / 180;
  const a = Number(C) * Math.cos(angle);
  const b = Number(C) * Math.sin(angle);
  const l = (Number(L) / 100 + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (Number(L) / 100 - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (Number(L) / 100 - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const colour: Colour = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return { colour, alpha: alpha === undefined ? 1 : Number(alpha) };
}

const clip = (value: number) => Math.min(1, Math.max(0, value));
const encode = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
const decode = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** A token painted over another (browsers blend in encoded sRGB). */
function over(top: string, below: string, theme: Theme): Colour {
  const paint = read(top, theme);
  const ground = read(below, theme).colour;
  const mix = (i: 0 | 1 | 2) =>
    decode(encode(clip(paint.colour[i])) * paint.alpha + encode(clip(ground[i])) * (1 - paint.alpha));
  return [mix(0), mix(1), mix(2)];
}

const luminance = ([r, g, b]: Colour) => 0.2126 * clip(r) + 0.7152 * clip(g) + 0.0722 * clip(b);

/** Contrast ratio (WCAG 2.2). */
function contrast(a: Colour, b: Colour): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const themes: readonly Theme[] = ['light', 'dark'];
const hues = Array.from({ length: 12 }, (_, i) => `--hue-${i + 1}`);
const papers = ['--paper', '--paper-raised', '--paper-sunken'];

describe.each(themes)('tokens.css, %s theme', (theme) => {
  const colour = (name: string) => read(name, theme).colour;

  it('knows contrast: ink is far from paper, paper equals itself', () => {
    expect(contrast(colour('--ink'), colour('--paper'))).toBeGreaterThan(12);
    expect(contrast(colour('--paper'), colour('--paper'))).toBe(1);
  });

  it.each(papers)('keeps text and quiet text readable on %s', (paper) => {
    expect(contrast(colour('--ink'), colour(paper))).toBeGreaterThanOrEqual(7);
    expect(contrast(colour('--ink-quiet'), colour(paper))).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps text on the accent readable and the accent and states visible on paper', () => {
    expect(contrast(colour('--accent-ink'), colour('--accent'))).toBeGreaterThanOrEqual(4.5);
    for (const name of ['--accent', '--good', '--warn', '--bad'])
      expect(contrast(colour(name), colour('--paper')), name).toBeGreaterThanOrEqual(3);
  });

  it.each(hues)('draws %s at 3:1 or more and its chip text at 4.5:1 or more', (hue) => {
    for (const paper of papers) {
      expect(contrast(colour(hue), colour(paper)), paper).toBeGreaterThanOrEqual(3);
      expect(contrast(colour(`${hue}-ink`), colour(paper)), paper).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour(`${hue}-ink`), over(`${hue}-tint`, paper, theme)), paper).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('--ink'), over(`${hue}-fill`, paper, theme)), paper).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(hues)('keeps %s inside sRGB, so that every screen shows the colour that was checked', (hue) => {
    for (const name of [hue, `${hue}-ink`])
      for (const channel of colour(name)) {
        expect(channel).toBeGreaterThanOrEqual(0);
        expect(channel).toBeLessThanOrEqual(1);
      }
  });
});
