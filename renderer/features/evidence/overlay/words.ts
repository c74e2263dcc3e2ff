import { formatCount, formatNumber } from '../../../client/index.ts';

/** A load file that corrects documents. */
export const overlayWords = {
  menu: 'Corrections by this load file…',
  button: 'Show corrections…',
  title: (name: string) => `Corrections by “${name}”`,
  summary: (items: number, { isAny, unchanged }: { isAny: boolean; unchanged: number }) =>
    [
      items > 0
        ? `${formatCount(items, 'item')} would be corrected`
        : isAny
          ? 'No field is chosen'
          : 'Nothing to correct',
      ...(unchanged > 0
        ? [`${formatNumber(unchanged)} ${unchanged === 1 ? 'is' : 'are'} as the load file says already`]
        : []),
    ].join('; ') + '.',
  fields: 'Fields to correct',
  field: (name: string, count: number) => `${name} (${formatNumber(count)})`,
  changes: 'What would change',
  kept: 'Differs, and stays as it is',
  notFound: 'Not in this matter',
  twice: 'Listed more than once, so not applied',
  unread: 'Columns that are not kept here',
  problems: 'The load file',
  row: (range: string, row: number) => `${range} (row ${formatNumber(row)})`,
  stays: (range: string, field: string, was: string, now: string, why: string) =>
    `${range}: ${field} is ${was === '' ? 'empty' : `“${was}”`}, the load file has ${now === '' ? 'nothing' : `“${now}”`}: ${why}`,
  document: 'Document',
  fieldHeading: 'Field',
  was: 'Was',
  now: 'Now',
  apply: 'Correct',
  applying: 'Correcting',
  canceled: 'Nothing was corrected',
  help: 'Originals and their hashes stay as they are. The custody history keeps what stood before, and Undo takes all of it back.',
  applied: (items: number) => `Corrected ${formatCount(items, 'item')}`,
} as const;
