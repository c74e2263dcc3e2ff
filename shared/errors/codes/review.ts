import { errorCode } from '../define.ts';

export const reviewErrors = {
  NOTE_ANCHOR_INVALID: errorCode(
    2,
    'This note cannot be placed there: the item has no such page, part or moment. Choose a place in the document and try again.',
  ),
  REVIEW_COPY_FOREIGN: errorCode(
    3,
    'This file is not a review copy of this matter, so there is nothing in it to merge. Choose the copy your colleague returned.',
  ),
  REVIEW_COPY_DAMAGED: errorCode(
    4,
    'This review copy is damaged and was not merged. Nothing was changed here. Ask your colleague to send it again.',
  ),
  REVIEW_COPY_ONLY: errorCode(5, (d) =>
    d['mode'] === 'comment'
      ? 'This is a review copy: notes and coding can be added, and nothing else can be changed.'
      : 'This is a read-only review copy: nothing in it can be changed.',
  ),
};
