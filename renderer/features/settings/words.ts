/** What the settings say. */
export const settingsWords = {
  title: 'Settings',
  person: 'You',
  personHelp:
    'Recorded with everything you do in a matter: in the custody history, the audit record and certificates.',
  name: 'Name',
  role: 'Role',
  rolePlaceholder: 'Paralegal, associate…',
  barNumber: 'Bar number',
  verification: 'Verification',
  verifyEvery: 'Verify originals when a matter is opened',
  verifyEveryDays: [
    { value: '1', label: 'If a day has passed' },
    { value: '7', label: 'If a week has passed' },
    { value: '30', label: 'If 30 days have passed' },
    { value: '0', label: 'Never automatically' },
  ],
  keyboard: 'Keyboard',
  singleKeysOn: 'Single keys are on',
  singleKeysOff: 'Single keys are off',
  singleKeys: 'Use letters and digits alone as shortcuts',
  singleKeysHelp:
    'R, F and T in the list of evidence, H, U and N on selected words, the codes of the review. When this is off, only key combinations work.',
  keyboardHelp: 'Look up every shortcut, and change most of them.',
  keyboardOpen: 'Keyboard shortcuts…',
  appearance: 'Appearance',
  theme: 'Colors',
  themes: [
    { value: 'system', label: 'Match the system' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ],
  size: 'Size of text and controls',
  sizes: [100, 110, 125, 150, 175, 200].map((percent) => ({ value: String(percent), label: `${percent}%` })),
  density: 'Lists',
  densities: [
    { value: 'comfortable', label: 'Comfortable' },
    { value: 'compact', label: 'Compact' },
  ],
} as const;
