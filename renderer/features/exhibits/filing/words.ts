import { courtCitation } from '../../../../shared/domain/court-citation.ts';
import type { AsFiledFile, AsFiledFinding } from '../../../../shared/model/as-filed.ts';
import type { FilingFinding } from '../../../../shared/model/filing.ts';
import { formatCount, formatNumber } from '../../../client/index.ts';

/** What is said of files that are to be filed. */
export const filingWords = {
  check: 'Check filing',
  title: (set: string) => `“${set}” before it is filed`,
  severities: {
    error: 'Must be fixed',
    warning: 'Worth a look',
    info: 'For your information',
  } satisfies Record<FilingFinding['severity'], string>,
  summary: (files: number, errors: number, warnings: number) => {
    const held = `${formatCount(files, 'file')} of the newest build checked.`;
    if (errors === 0 && warnings === 0) return `${held} Nothing needs to be fixed.`;
    const found = [
      errors > 0 && `${formatNumber(errors)} to be fixed`,
      warnings > 0 && `${formatNumber(warnings)} worth a look`,
    ];
    return `${held} ${found.filter(Boolean).join(', ')}.`;
  },
  against: (court: string | null, day: string) =>
    court === null
      ? `Checked against what all courts require, as of ${day}.`
      : `Checked against what ${courtCitation(court) ?? court} requires, as of ${day}.`,
  limits:
    'Names of minors, words in pictures and what is written by hand are not seen. The person filing must still look through the files.',
  whole: 'The build',
  good: (files: number) => `${formatCount(files, 'file')} without any finding.`,
  page: (page: number) => `Page ${formatNumber(page)}`,
  open: (page: number, file: string) => `Page ${formatNumber(page)} of ${file}`,
  more: (count: number) => `Show ${formatNumber(count)} more`,
  toast: (set: string) => `Checked the files of “${set}”. Go to Exhibits to see what was found.`,
  canceled: 'Canceled. Nothing was checked.',
} as const;

/** What is said of files that came back from the court. */
export const asFiledWords = {
  check: 'Check as filed…',
  title: (set: string) => `“${set}” as filed`,
  severities: {
    error: 'Not what was sent',
    unchecked: 'Not compared',
    warning: 'Worth a look',
    info: 'For your information',
  } satisfies Record<AsFiledFinding['severity'], string>,
  summary: (files: number, same: number) =>
    files === same
      ? `${formatCount(files, 'file')} came back as sent, but for the court’s stamp.`
      : `${formatNumber(same)} of ${formatCount(files, 'file')} came back as sent, but for the court’s stamp.`,
  ofOne: {
    same: 'It came back as sent, but for the court’s stamp.',
    different: 'It did not come back as sent.',
    incomplete: 'No difference was found, but not all of it could be compared.',
    unmatched: 'There was nothing to compare it with.',
    unread: 'It could not be compared.',
  } satisfies Record<AsFiledFile['status'], string>,
  count: (files: number, same: number) => `${formatNumber(same)} of ${formatNumber(files)} as sent`,
  against: (file: string) => `Compared with ${file}.`,
  disturbed: (files: readonly string[]) =>
    `No longer there as built, so nothing was compared with ${files.length === 1 ? 'it' : 'them'}: ${files.join(', ')}.`,
  keep: 'This is kept with the build. To keep a stamped copy too, drop it on the docket: it files itself under its entry.',
  unmatched: 'A file of another build can be checked against it under Builds.',
  page: (page: number) => `Page ${formatNumber(page)}`,
  open: (page: number, file: string) => `Page ${formatNumber(page)} of ${file}, as sent`,
  came: (page: number) => `Page ${formatNumber(page)} of what came back`,
  list: 'As filed',
  by: (moment: string, person: string) =>
    person === '' ? `Checked ${moment}` : `Checked ${moment} by ${person}`,
  show: 'Show',
  showFile: (file: string) => `Show how ${file} came back`,
  toast: (set: string) => `Compared what came back for “${set}”. Go to Exhibits to see what was found.`,
  canceled: 'Canceled. Nothing was compared.',
  dropTitle: 'Check as filed',
  dropHint: 'Stamped PDFs that came back from the court are compared with the newest build.',
} as const;
