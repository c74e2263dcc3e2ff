import { troItemKeys } from '../../../shared/domain/tro/index.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { AreaHandlers } from '../handlers.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import { assertLinks } from './assert-links.ts';
import { changing, eventHandlers } from './record-events.ts';
import {
  deleteNotice,
  insertNotice,
  readFields,
  updateNotice,
  writeFields,
  writeItem,
} from './tro-repository.ts';
import { viewRequest } from './view-request.ts';

/** The TRO desk: one request of the matter, with its events, clocks, checklists and notice log. */
export { captionOf } from './caption.ts';

/** What the contract’s operations on the TRO request do. */
export const troHandlers = {
  'tro.get': (_input, { session, platform }) => viewRequest(session, platform),

  'tro.update': ({ fields }, context) => {
    const { session, platform, describe } = context;
    describe('edit the TRO request');
    const was = readFields(session);
    const now = { ...was, ...withoutUndefined(fields) };
    // Only security that is given meets a clock; nothing else of these may start one again that a person deleted.
    if (now.securityPostedAt === was.securityPostedAt) writeFields(session, now);
    else changing(context, () => writeFields(session, now));
    return viewRequest(session, platform);
  },

  ...eventHandlers,

  'tro.check': ({ item }, { session, platform, describe }) => {
    if (!troItemKeys.has(item.key)) throw new AppError('NOT_FOUND', { what: 'line of the checklist' });
    assertLinks(session, item);
    describe(`${item.state === 'open' ? 'untick' : 'tick'} a line of the TRO checklist`);
    writeItem(session, item);
    return viewRequest(session, platform);
  },

  'tro.notice.add': ({ notice }, { session, platform, describe }) => {
    assertLinks(session, notice);
    describe('log an effort to give notice');
    insertNotice(session, platform.newId(), notice);
    return viewRequest(session, platform);
  },

  'tro.notice.update': ({ id, notice }, { session, platform, describe }) => {
    assertLinks(session, notice);
    describe('correct an effort to give notice');
    assertEffortFound(updateNotice(session, id, notice));
    return viewRequest(session, platform);
  },

  'tro.notice.delete': ({ id }, { session, platform, describe }) => {
    describe('delete an effort to give notice');
    assertEffortFound(deleteNotice(session, id));
    return viewRequest(session, platform);
  },

  // Loaded when first asked for: drawing brings the PDF library and the fonts, which no start needs.
  'tro.certificate': async (input, context) =>
    (await import('./certificate.ts')).writeCertificate(input, context),
} satisfies AreaHandlers<'tro'>;

function assertEffortFound(isFound: boolean): void {
  if (!isFound) throw new AppError('NOT_FOUND', { what: 'effort to give notice' });
}
