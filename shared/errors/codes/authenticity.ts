import { codes } from '../define.ts';

export const authenticityErrors = {
  ...codes(3, {
    AUTHENTICITY_MADE_HERE:
      'No certificate was written: “{title}” is a PDF that was made here of page images as they were produced. Certify those instead; they came with it.',
  }),
  ...codes(4, {
    AUTHENTICITY_NOT_CERTIFIED: (d) =>
      `No certificate was written, because ${String(d['which'])} cannot be certified: the stored original is not the same as when it was received, or its receipt is not recorded. The custody report says what is wrong. Restore the matter from a backup, or leave ${d['count'] === 1 ? 'the item' : 'these items'} out.`,
  }),
};
