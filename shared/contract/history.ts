import { z } from 'zod';
import { instant } from '../model/common.ts';
import { inMatter, matterAct, matterQuery } from './define.ts';

/** What can be undone may belong to any of these. */
const changed = [
  'matter',
  'docket',
  'deadlines',
  'tro',
  'evidence',
  'exhibits',
  'notes',
  'argument',
  'authenticity',
  'review',
  'search',
] as const;
const step = z.object({ label: z.string(), by: z.string(), at: instant });

export const historyContract = {
  /** What Undo and Redo would do now, for the menu: "Undo: delete docket entry 12". */
  'history.get': matterQuery(inMatter(), z.object({ undo: step.nullable(), redo: step.nullable() })),
  'history.undo': matterAct(inMatter(), z.object({ label: z.string() }), {
    errors: ['NOTHING_TO_UNDO', 'MATTER_READ_ONLY'],
    changes: changed,
    isForReviewers: true,
  }),
  'history.redo': matterAct(inMatter(), z.object({ label: z.string() }), {
    errors: ['NOTHING_TO_REDO', 'MATTER_READ_ONLY'],
    changes: changed,
    isForReviewers: true,
  }),
} as const;
