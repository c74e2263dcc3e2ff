import { z } from 'zod';
import { Settings, SettingsPatch } from '../model/settings.ts';
import { appAct, appQuery, inMatter, matterAct, matterQuery } from './define.ts';

/** A view's remembered state (filter, sort, last place): small JSON under the view's own name. */
const viewState = z.record(z.string().max(60), z.json());

export const settingsContract = {
  'settings.get': appQuery(z.strictObject({}), Settings),
  'settings.update': appAct(z.strictObject({ patch: SettingsPatch }), Settings, { changes: ['settings'] }),
  /** What the person left open in this matter; kept per matter, not undoable. */
  'settings.view.get': matterQuery(inMatter({ view: z.string().max(60) }), viewState),
  'settings.view.set': matterAct(inMatter({ view: z.string().max(60), state: viewState }), z.null()),
} as const;
