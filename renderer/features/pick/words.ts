/** Where one item of evidence is chosen. */
export const pickWords = {
  choose: 'Choose',
  filter: 'Filter evidence',
  list: 'Evidence',
  none: 'No evidence yet',
  noneText: 'Add files in the Evidence area first; then they can be linked here.',
  nothing: 'Nothing matches',
  columns: { title: 'Title', exhibits: 'Exhibit', docket: 'Filed as', pages: 'Pages' },
} as const;

/** A document that is linked. */
export const documentWords = {
  label: 'Document',
  none: 'None linked',
  choose: 'Choose from evidence…',
  pick: 'Choose the document',
  archived: (title: string) => `${title} (archived)`,
  gone: 'No longer there',
} as const;
