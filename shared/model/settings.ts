import { z } from 'zod';
import { Person } from './common.ts';

/** What a person sets for themselves, on this machine, for all matters. */
export const Settings = z.strictObject({
  person: Person,
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** How large text and controls are, in percent of the default (WCAG 1.4.4 asks for up to 200). */
  sizePercent: z.number().int().min(100).max(200),
  /** Pane widths and the like, by the renderer's own keys. */
  layout: z.record(z.string().max(60), z.union([z.number(), z.string().max(200), z.boolean()])),
  hasSeenSample: z.boolean(),
  /** A matter whose originals were not verified for this many days is verified when it is opened; 0 for never. */
  verifyEveryDays: z.number().int().min(0).max(365),
  /** Changed keys, by the id of what they do; an empty text means no key. */
  shortcuts: z.record(z.string().max(60), z.string().max(60)),
  /** Whether a letter, digit or sign pressed alone does something (WCAG 2.1.4 asks that it can be switched off). */
  hasSingleKeys: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

export const SettingsPatch = Settings.partial();
