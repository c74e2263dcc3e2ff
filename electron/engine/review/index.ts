import type { AreaHandlers } from '../handlers.ts';
import { copiesMade, reviewCopyOf } from '../store/review-copies.ts';
import { codeItems } from './code-items.ts';
import { listCodings } from './codings.ts';
import { listConflicts } from './conflicts.ts';
import { exportCopy } from './copy/export-copy.ts';
import { mergeCopy } from './copy/merge/merge-copy.ts';
import { writePrivilegeLog } from './privilege-log.ts';
import { previewCoding } from './preview-coding.ts';
import { listQueues } from './queues.ts';
import { settleCoding, settleNote } from './settle.ts';

/** What the contract’s operations on coding, queues, the privilege log and review copies do. */
export const reviewHandlers: AreaHandlers<'review'> = {
  'review.queues': (_input, { session }) => listQueues(session),
  'review.preview': ({ ids, decision }, { session }) => previewCoding(session, ids, decision),
  'review.code': ({ ids, decision }, context) => codeItems(ids, decision, context),
  'review.codings': ({ evidenceId }, { session }) => listCodings(session, evidenceId),
  'review.conflicts': (_input, { session }) => listConflicts(session),
  'review.settleCoding': (input, context) => settleCoding(input, context),
  'review.settleNote': (input, context) => settleNote(input, context),
  'review.copy.list': (_input, { session }) => ({
    copies: copiesMade(session),
    self: reviewCopyOf(session),
  }),
  'review.copy.export': (input, context) => exportCopy(input, context),
  'review.copy.merge': (input, context) => mergeCopy(input, context),
  'review.privilegeLog': (input, context) => writePrivilegeLog(input, context),
};
