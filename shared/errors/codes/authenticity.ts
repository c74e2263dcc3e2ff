import { errorCode } from '../define.ts';

export const authenticityErrors = {
  AUTHENTICITY_NOT_CERTIFIED: errorCode(
    4,
    (d) =>
      `No certificate was written, because ${String(d['which'])} cannot be certified: the stored original is not the same as when it was received, or its receipt is not recorded. The custody report says what is wrong. Restore the matter from a backup, or leave ${d['count'] === 1 ? 'the item' : 'these items'} out.`,
    { severity: 'fatal' },
  ),
  AUTHENTICITY_MADE_HERE: errorCode(
    3,
    (d) =>
      `No certificate was written: “${String(d['title'])}” is a PDF that was made here of page images as they were produced. Certify those instead; they came with it.`,
  ),
};
