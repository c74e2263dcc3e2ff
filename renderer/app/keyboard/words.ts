import type { Refusal } from '../../../shared/domain/shortcuts/reserved-keys.ts';

/** What the sheet of keys says. */
export const keyboardWords = {
  title: 'Keyboard shortcuts',
  find: 'Find a command or a key',
  found: (count: number, all: number) => (count === all ? `${all} commands` : `${count} of ${all} commands`),
  nothing: 'Nothing matches.',
  singleKeys: 'Use letters and digits alone as shortcuts',
  hint: 'Choose a key to change it.',
  resetAll: 'Reset All Keys…',
  resetAllConfirm: 'Reset All Keys',
  resetAllTitle: 'Reset all keys?',
  resetAllBody: (count: number) =>
    count === 0
      ? 'Every key has its default.'
      : `${count === 1 ? 'One key that was changed goes' : `${count} keys that were changed go`} back to the default.`,
  reviewGroup: 'In the review, wherever the focus is',
  issues: 'Issues',
  next: 'Next item',
  noKey: 'No key',
  changed: 'Changed',
  change: (title: string, keys: string) => `${title}: ${keys}. Change`,
  keyOf: (title: string) => `Key of “${title}”`,
  newKey: 'Press the new keys',
  newLetter: 'Press a letter',
  help: 'Hold the keys together. Backspace removes the key.',
  letterHelp: 'A letter alone. Backspace removes the key.',
  moveKey: 'Move Key',
  reset: (keys: string) => `Reset to ${keys}`,
  notUsable: 'These keys cannot be used. Use a letter, digit, symbol or function key.',
  notALetter: 'Only letters can be used here: digits are the keys of issues.',
  isFree: (keys: string) => `${keys} is free.`,
  isOwn: (keys: string) => `${keys} is its key now.`,
  conflict: (keys: string, holder: string, title: string) =>
    `${keys} is the key of “${holder}”. If “${title}” takes it, “${holder}” has no key.`,
} as const;

/** Why keys were refused. */
export const refusalWords: Readonly<Record<Refusal, (keys: string) => string>> = {
  'no-modifier': () => 'Hold Ctrl (⌘ on a Mac) as well, or use a function key.',
  'sign-with-shift': () => 'With Shift, use a letter, digit or function key.',
  system: (keys) => `${keys} is reserved for the system.`,
  editing: (keys) => `${keys} is reserved for editing text.`,
  window: (keys) => `${keys} is reserved for moving around the window.`,
};
