import { z } from 'zod';
import { FileRef, NoticeEffortId, TroEventId } from '../model/common.ts';
import { NoticeEffortFields, TroEventFields, TroFields, TroItem, TroRequest } from '../model/tro.ts';
import { editErrors, inMatter, matterCommand, matterJob, matterQuery } from './define.ts';

const edits = { changes: ['tro', 'deadlines', 'matter'], isUndoable: true } as const;

export const troContract = {
  /** The request: its stage, what each stage needs, its clocks. */
  'tro.get': matterQuery(inMatter(), TroRequest),
  'tro.update': matterCommand(inMatter({ fields: TroFields.partial() }), TroRequest, {
    ...edits,
    errors: ['MATTER_READ_ONLY'],
  }),
  /** Records what happened: starts the clocks that run from it, and lets an order override the rule's. */
  'tro.record': matterCommand(inMatter({ event: TroEventFields }), TroRequest, {
    ...edits,
    errors: [...editErrors, 'TRO_EVENT_INCOMPLETE'],
  }),
  /** Corrects an event; the clocks that run from it move with it. */
  'tro.event.update': matterCommand(inMatter({ id: TroEventId, event: TroEventFields }), TroRequest, {
    ...edits,
    errors: [...editErrors, 'TRO_EVENT_INCOMPLETE'],
  }),
  /** Removes an event, with the clocks it started and the times it set. */
  'tro.event.delete': matterCommand(inMatter({ id: TroEventId }), TroRequest, {
    ...edits,
    errors: editErrors,
  }),
  /** Ticks a line of a checklist, with its proof. */
  'tro.check': matterCommand(inMatter({ item: TroItem }), TroRequest, {
    ...edits,
    errors: editErrors,
  }),
  'tro.notice.add': matterCommand(inMatter({ notice: NoticeEffortFields }), TroRequest, {
    ...edits,
    errors: editErrors,
  }),
  'tro.notice.update': matterCommand(
    inMatter({ id: NoticeEffortId, notice: NoticeEffortFields }),
    TroRequest,
    { ...edits, errors: editErrors },
  ),
  'tro.notice.delete': matterCommand(inMatter({ id: NoticeEffortId }), TroRequest, {
    ...edits,
    errors: editErrors,
  }),
  /** Drafts the attorney's certificate of 65(b)(1)(B) from the notice log, as a PDF to be read, corrected and signed. */
  'tro.certificate': matterJob(
    inMatter({ target: FileRef }),
    z.object({
      fileName: z.string(),
      path: z.string().optional(),
      pages: z.number().int(),
      sha256: z.string(),
      /** What the draft leaves blank, in sentences. */
      missing: z.array(z.string()),
    }),
    { errors: ['FILE_EXISTS', 'FILE_UNWRITABLE'] },
  ),
} as const;
