import type { FileSizeLimit } from '../../../../shared/model/court-profile.ts';
import { formatCount, formatDate } from '../../../client/index.ts';

/** How a build splits and shrinks. */
export const volumeWords = {
  title: 'Volumes and picture size',
  volumes: 'Split into volumes',
  choices: {
    court: 'At a court’s limit',
    own: 'At another size',
    none: 'Not at all',
  },
  court: 'Court',
  ofMatter: (name: string | null) =>
    name === null ? 'Court of this matter (no limit known)' : `${name} (this matter)`,
  takes: (megabytes: number | null) => (megabytes === null ? 'No limit known' : `${megabytes} MB per file`),
  confirmed: 'Confirmed by the court',
  reported: 'Not confirmed by the court',
  limit: ({ megabytes, source }: FileSizeLimit) => `${megabytes} MB per file: ${source}.`,
  others: 'Other sources say',
  profileDate: (date: string) =>
    `As known on ${formatDate(date)}. Confirm with the clerk’s office where it matters.`,
  noLimit: 'No limit is known for this court. Choose another court or a size, or leave the binder whole.',
  megabytes: 'Largest volume, in MB',
  megabytesHelp: 'Millions of bytes, as courts count them.',
  megabytesInvalid: 'Enter a number of megabytes, up to 10,000.',
  pictures: 'Make pictures smaller',
  dots: {
    off: 'Leave as they are',
    '300': 'Above 300 dots per inch',
    '200': 'Above 200 dots per inch',
    '150': 'Above 150 dots per inch',
  },
  picturesHelp:
    'Only in the built copy; originals never change. The result shows the sizes before and after.',
} as const;

/** Before a build. */
export const buildFormWords = {
  title: (set: string) => `Build “${set}”`,
  what: 'Writes the binder, one PDF per exhibit, the index and a manifest into a folder of your choice. Bates numbers are reserved.',
  plan: 'Estimate',
  volumes: (volumes: number, exhibits: number, size: string) =>
    `${formatCount(volumes, 'volume')} of ${formatCount(exhibits, 'exhibit')}, ${size}`,
  over: (volumes: string) => `Larger than the limit: ${volumes}. Make pictures smaller, or split an exhibit.`,
  volume: (name: string, first: string, last: string) =>
    first === last ? `Volume ${name} (${first})` : `Volume ${name} (${first} to ${last})`,
  problems: (labels: string) => `With a problem: ${labels}. The build stops at what cannot be read.`,
  withoutText: (labels: string) =>
    `Scans without text: ${labels}. They go into the binder as they are; many courts want PDFs that can be searched.`,
  reserved: (labels: string) => `Without evidence yet: ${labels}. They are left out, and the index says so.`,
  withdrawn: (labels: string) => `Withdrawn: ${labels}. Left out.`,
  build: 'Choose folder and build…',
} as const;
