import { formatCount } from '../../../client/index.ts';

/** Text of the privilege log's dialog. */
export const logWords = {
  title: 'Privilege log',
  body: 'Lists what is withheld as privileged, with date, author, recipients and the privilege claimed (Fed. R. Civ. P. 26(b)(5)(A)). Titles and file names are left out: only your descriptions identify an item.',
  none: 'No item is withheld as privileged. Choose the privilege of an item where it is coded.',
  count: (count: number) => `${formatCount(count, 'item')} withheld.`,
  counting: 'Counting what is withheld…',
  form: 'Format',
  csv: 'Table (CSV)',
  csvBody: 'Opens in a spreadsheet.',
  docx: 'Word document',
  docxBody: 'With the caption of the matter, ready to be served.',
  save: 'Save log…',
  writing: 'Writing the privilege log',
  saved: (file: string, entries: number) =>
    `${formatCount(entries, 'entry', 'entries')} written to “${file}”.`,
  toast: (entries: number) => `Saved the privilege log, ${formatCount(entries, 'entry', 'entries')}`,
  complete: 'Every entry is complete.',
  incompleteTitle: (count: number) => `${formatCount(count, 'entry is', 'entries are')} incomplete`,
  missing: (columns: readonly string[]) => `Missing: ${columns.join(', ')}`,
  go: 'Go to item',
  goTo: (title: string) => `Go to “${title}”`,
  more: (count: number) => `and ${formatCount(count, 'more entry', 'more entries')}, marked in the log`,
  fileName: (title: string) => `Privilege log ${title}`,
} as const;
