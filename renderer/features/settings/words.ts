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
  appearance: 'Appearance',
  theme: 'Colors',
  themes: [
    { value: 'system', label: 'As the system' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ],
  density: 'Lists',
  densities: [
    { value: 'comfortable', label: 'Comfortable' },
    { value: 'compact', label: 'Compact' },
  ],
} as const;
