import type { FilingFinding } from '../../../../shared/model/filing.ts';
import { formatCount } from '../../../client/index.ts';

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
    if (errors === 0 && warnings === 0) return `${held} Nothing stands in the way.`;
    const found = [
      errors > 0 && `${errors.toLocaleString('en-US')} to be fixed`,
      warnings > 0 && `${warnings.toLocaleString('en-US')} worth a look`,
    ];
    return `${held} ${found.filter(Boolean).join(', ')}.`;
  },
  against: (court: string | null, day: string) =>
    court === null
      ? `Held against what all courts ask for, as of ${day}.`
      : `Held against the profile of ${court} of ${day}.`,
  limits:
    'Names of minors, words in pictures and what is written by hand are not seen. Whoever files looks through the files.',
  whole: 'The build',
  good: (files: number) => `${formatCount(files, 'file')} without any finding.`,
  page: (page: number) => `Page ${page.toLocaleString('en-US')}`,
  open: (page: number, file: string) => `Page ${page.toLocaleString('en-US')} of ${file}`,
  more: (count: number) => `Show ${count.toLocaleString('en-US')} more`,
  toast: (set: string) => `The files of “${set}” were checked. Go to Exhibits to see what was found.`,
  canceled: 'Canceled. Nothing was checked.',
} as const;
