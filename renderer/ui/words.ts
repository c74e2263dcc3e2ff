/** Labels of buttons used in many dialogs. */
export const buttonWords = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  tryAgain: 'Try again',
} as const;

/** Messages of fields. */
export const fieldWords = {
  notKept: (label: string, why: string) => `${label}: what you typed was not saved. ${why}`,
} as const;
