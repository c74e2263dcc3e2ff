/** What is said of something by how often it happened. */
export interface CountedFinding {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  message(count: number): string;
}

/** What is said of marks that could not stand where they were wanted, by the number of pages. */
export const markFindings = {
  numbersMoved: {
    code: 'BATES_NUMBER_MOVED',
    severity: 'info',
    message: (n) => `${pages(n)} whose printed number stands elsewhere, because its usual place is not free.`,
  },
  numbersOverContent: {
    code: 'BATES_NUMBER_COVERS_CONTENT',
    severity: 'warning',
    message: (n) =>
      `${pages(n)} without a free place for the printed number: it stands on a white ground over what is there. Look at ${n === 1 ? 'it' : 'them'} before filing.`,
  },
  numbersNotLookedAt: {
    code: 'BATES_NUMBER_PLACE_NOT_CHECKED',
    severity: 'info',
    message: (n) =>
      `${pages(n)} whose printed number stands where it stands on the others of this exhibit; whether that place was free was not looked at on each. To be sure of them, have every scanned page looked at.`,
  },
  designationOverContent: {
    code: 'DESIGNATION_COVERS_CONTENT',
    severity: 'warning',
    message: (n) =>
      `${pages(n)} without a free place for the confidentiality designation: it stands on a white ground over what is there.`,
  },
  designationNotLookedAt: {
    code: 'DESIGNATION_PLACE_NOT_CHECKED',
    severity: 'info',
    message: (n) =>
      `${pages(n)} whose confidentiality designation stands where it stands on the others of this exhibit; whether that place was free was not looked at on each. To be sure of them, have every scanned page looked at.`,
  },
  bannerOverContent: {
    code: 'BANNER_COVERS_CONTENT',
    severity: 'warning',
    message: () =>
      'The first page has no free place for the words at its top: they stand on a white ground over what is there.',
  },
  stickerMoved: {
    code: 'STICKER_MOVED',
    severity: 'info',
    message: () => 'The exhibit sticker stands elsewhere than in its corner, which is not free.',
  },
  stickerPageScaled: {
    code: 'STICKER_PAGE_SCALED',
    severity: 'warning',
    message: () =>
      'The first page has no free place for the exhibit sticker, so it is drawn a little smaller. The original is unchanged.',
  },
  stickerOverContent: {
    code: 'STICKER_COVERS_CONTENT',
    severity: 'warning',
    message: () =>
      'The first page has no room for the exhibit sticker even when it is drawn smaller, so the sticker covers a part of it. Look at it before filing.',
  },
} satisfies Record<string, CountedFinding>;

export type MarkFindingKey = keyof typeof markFindings;

const pages = (n: number) => (n === 1 ? '1 page' : `${n} pages`);
