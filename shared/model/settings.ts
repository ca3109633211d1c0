/** Settings of the app on this machine (not of a project). */
import { z } from 'zod';

/** The languages of the app. */
export const Language = z.enum(['en', 'zh-CN']);
export type Language = z.infer<typeof Language>;

/** `system` follows the machine. */
export const Settings = z
  .object({
    language: z.enum(['system', 'en', 'zh-CN']).default('system'),
    theme: z.enum(['system', 'light', 'dark']).default('system'),
    readingFont: z.enum(['serif', 'sans']).default('serif'),
    readingSize: z.int().min(14).max(30).default(18),
    readingLineHeight: z.number().min(1.6).max(2.6).default(1.95),
    readingMeasure: z.int().min(24).max(60).default(40),
    indentParagraphs: z.boolean().default(false),
    chips: z.enum(['all', 'active', 'none']).default('all'),
    trimSelection: z.boolean().default(true),
    leftPane: z.int().min(180).max(480).default(248),
    rightPane: z.int().min(220).max(520).default(304),
    keys: z.record(z.string(), z.array(z.string())).default({}),
  })
  .readonly();
export type Settings = z.infer<typeof Settings>;

/** The settings of a first start. */
export const DEFAULT_SETTINGS: Settings = Settings.parse({});
