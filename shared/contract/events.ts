import type { Job } from '../model/job.ts';
import type { Area } from './define.ts';

/** What the engine pushes to its clients. Names are in the past tense. */
export type EngineEvent =
  | { readonly name: 'job.progressed'; readonly matterId: string; readonly job: Job }
  /** An ended job was removed from the list. */
  | { readonly name: 'jobs.changed'; readonly matterId: string }
  | { readonly name: 'matter.opened' | 'matter.closed' | 'matter.locked'; readonly matterId: string }
  | { readonly name: 'history.changed'; readonly matterId: string }
  /** `<area>.changed`: its lists must be read again. `matterId` is null for the app's own settings. */
  | { readonly name: `${Area}.changed`; readonly matterId: string | null };
