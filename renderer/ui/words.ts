/** Labels of buttons used in many dialogs. */
export const buttonWords = {
  cancel: 'Cancel',
  close: 'Close',
  remove: 'Remove',
  save: 'Save',
  tryAgain: 'Try again',
} as const;

/** What a dialog asks before it drops what was typed in it. */
export const discardWords = {
  title: 'Discard what you entered?',
  text: 'It has not been saved.',
  discard: 'Discard',
  stay: 'Keep editing',
} as const;

/** Labels and messages of fields in which a passphrase is set. */
export const passphraseWords = {
  passphrase: 'Passphrase',
  passphraseAgain: 'Passphrase again',
  newPassphrase: 'New passphrase',
  newPassphraseAgain: 'New passphrase again',
  missing: 'Type a passphrase.',
  differ: 'The two passphrases differ. Type them again.',
} as const;

/** Buttons and messages of fields. */
export const fieldWords = {
  calendar: 'Choose from a calendar',
  notKept: (label: string, why: string) => `${label}: what you typed was not saved. ${why}`,
} as const;
