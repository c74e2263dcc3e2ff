import { codes } from '../define.ts';

export const reviewErrors = {
  ...codes(2, {
    NOTE_ANCHOR_INVALID:
      'This note cannot be placed there: the item has no such page, part or moment. Choose a place in the document and try again.',
  }),
  ...codes(3, {
    REVIEW_COPY_FOREIGN:
      'This file is not a review copy of this matter, so there is nothing in it to merge. Choose the copy your colleague returned.',
  }),
  ...codes(4, {
    REVIEW_COPY_DAMAGED:
      'This review copy is damaged and was not merged. Nothing was changed here. Ask your colleague to send it again.',
  }),
  ...codes(5, {
    REVIEW_COPY_ONLY: (d) =>
      d['mode'] === 'comment'
        ? 'This is a review copy: notes and coding can be added, and nothing else can be changed.'
        : 'This is a read-only review copy: nothing in it can be changed.',
  }),
};
