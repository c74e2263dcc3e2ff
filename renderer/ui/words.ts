/** What buttons say that stand in many dialogs. */
export const buttonWords = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  tryAgain: 'Try again',
} as const;

/** What fields say of themselves. */
export const fieldWords = {
  notKept: (label: string, why: string) => `${label}: what you typed was not saved. ${why}`,
} as const;
