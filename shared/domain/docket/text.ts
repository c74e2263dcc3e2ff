import type { DocketLink } from '../../model/docket.ts';
import { readAttachmentLists, type ListedAttachment } from './text/attachment-list.ts';
import { readLinks } from './text/links.ts';
import { readAttorney, readFiler } from './text/parties.ts';
import { readClosingDates, readFeeNote, readFlags, type Flags } from './text/status.ts';

/** What a court's text says besides its words. Empty string, null or empty list where it does not say. */
export interface DocketTextReading extends Flags {
  readonly attachments: readonly ListedAttachment[];
  readonly filedOn: string | null;
  readonly enteredOn: string | null;
  readonly enteredAt: string | null;
  readonly filer: string;
  readonly attorney: string;
  readonly feeNote: string;
  readonly links: readonly DocketLink[];
}

/**
 * Reads from an entry's text what the court printed into it. The time it takes grows with the length of the text and no
 * faster; what the text does not say plainly is left out, never guessed.
 *
 * @example
 * readDocketText('MOTION for TRO by Fairwater LLC. (Attachments: # 1 Exhibit A)(Rees, Ann) (Entered: 02/03/2026)')
 * // { attachments: [{ attachment: 1, text: 'Exhibit A' }], filer: 'Fairwater LLC', attorney: 'Rees, Ann',
 * //   enteredOn: '2026-02-03', … }
 * @param text the whole text as printed
 */
export function readDocketText(text: string): DocketTextReading {
  const { attachments, rest } = readAttachmentLists(text);
  return {
    attachments,
    ...readClosingDates(rest),
    filer: readFiler(rest),
    attorney: readAttorney(rest),
    feeNote: readFeeNote(rest),
    links: readLinks(rest),
    ...readFlags(rest),
  };
}
