import { AppError } from '../../../../shared/errors/app-error.ts';
import type { AreaHandlers } from '../../handlers.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { pagesOfText } from './page-repository.ts';
import { bringTextsUpToDate } from './read-pending.ts';
import { pagesByRecognition } from './recognition-repository.ts';
import { recognizeEvidence } from './recognize.ts';

export { expectGivenText } from './given-text.ts';
export { readItemText, type ItemText } from './item-text.ts';
export { isTextPending, readPendingText } from './read-pending.ts';
export { renewDerived } from './recognition-repository.ts';

/** The operations on an item's text. */
export const textHandlers: Pick<
  AreaHandlers<'evidence'>,
  'evidence.ocr' | 'evidence.readText' | 'evidence.recognised' | 'evidence.text'
> = {
  'evidence.ocr': (options, context) => recognizeEvidence(options, context),
  'evidence.readText': (_input, context) => bringTextsUpToDate(context),
  'evidence.recognised': ({ id }, { session }) => pagesByRecognition(session, contentOf(session, id)),
  'evidence.text': ({ id, fromPage, limit }, { session }) =>
    pagesOfText(session, contentOf(session, id), fromPage, limit),
};

/** @throws AppError NOT_FOUND */
function contentOf(session: MatterSession, evidenceId: string): number {
  const item = session.get(sql.selectFrom('evidence_item').select('content_id').where('id', '=', evidenceId));
  if (!item) throw new AppError('NOT_FOUND', { what: 'item of evidence' });
  return item.content_id;
}
