/** What buttons say that stand in many dialogs. */
export const buttonWords = {
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  save: 'Save',
  tryAgain: 'Try again',
} as const;
