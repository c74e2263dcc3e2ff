import { z } from 'zod';
import { Person } from './common.ts';

/** What a person sets for themselves, on this machine, for all matters. */
export const Settings = z.strictObject({
  person: Person,
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** Pane widths and the like, by the renderer's own keys. */
  layout: z.record(z.string().max(60), z.union([z.number(), z.string().max(200), z.boolean()])),
  hasSeenSample: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

export const SettingsPatch = Settings.partial();
