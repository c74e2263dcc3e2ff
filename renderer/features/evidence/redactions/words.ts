import type { FailedRedaction } from '../../../../shared/contract/redactions.ts';
import { formatCount } from '../../../client/index.ts';

/** What is said of failed redactions. */
export const redactionWords = {
  title: 'Redactions checked',
  noPdfs: 'Nothing was checked: only PDFs are looked through.',
  nothing: (pdfs: number) =>
    `No failed redaction was found in ${formatCount(pdfs, 'PDF')}. A box over a picture of words is not seen: look at scans yourself.`,
  found: (findings: number, pdfs: number, all: number) =>
    `${formatCount(findings, 'failed redaction')} in ${pdfs.toLocaleString('en-US')} of ${formatCount(all, 'PDF')}. These words can be copied by whoever has the file.`,
  open: (page: number, title: string) => `Page ${page} of ${title}`,
  page: (page: number) => `Page ${page}`,
  kinds: {
    covered: 'Something lies over it',
    recognised: 'Recognized in the scan before it was blacked out',
    marked: 'Only marked for redaction',
  } satisfies Record<FailedRedaction['kind'], string>,
  more: (count: number) => `and ${count.toLocaleString('en-US')} more in this file, not shown here`,
} as const;
