import { z } from 'zod';
import { EvidenceId, Problem } from './common.ts';

/** What a load file can correct of a document that is here. */
export const OverlayField = z.enum([
  'custodian',
  'title',
  /** The title that the document is said to have; `title` is what its item is called. */
  'documentTitle',
  'subject',
  'author',
  'from',
  'to',
  'cc',
  'bcc',
  'messageId',
  'sentAt',
  'receivedAt',
  'createdAt',
  'modifiedAt',
  'confidentiality',
]);
export type OverlayField = z.infer<typeof OverlayField>;

/**
 * Why a difference is not applied: the file says it itself, the load file says nothing, a person gave the title, numbers and families
 * are as they came, the item stands under other numbers too, the row has too many or too few fields, or the date cannot be read.
 */
export const OverlayReason = z.enum(['own', 'empty', 'hand', 'numbers', 'family', 'shared', 'damaged']);
export type OverlayReason = z.infer<typeof OverlayReason>;

const row = z.object({ row: z.number().int(), range: z.string() });
const values = z.object({ was: z.string(), now: z.string() });

/** What a load file that was sent later says otherwise of documents that are here. */
export const Overlay = z.object({
  /** The load file's name. */
  name: z.string(),
  /** Documents of which it says something else, in its order. */
  documents: z.array(
    row.extend({
      evidenceId: EvidenceId,
      title: z.string(),
      /** What applying it changes. */
      changes: z.array(values.extend({ field: OverlayField })),
      /** What differs and stays. */
      kept: z.array(
        values.extend({
          field: z.union([OverlayField, z.enum(['numbers', 'family'])]),
          reason: OverlayReason,
        }),
      ),
    }),
  ),
  /** Items that are as it says already. */
  unchanged: z.number().int(),
  /** Rows whose number no document here has. */
  notFound: z.array(row),
  /** Rows that give the same number as another: neither is applied. */
  twice: z.array(row),
  /** Headings of columns that are not kept here. */
  unread: z.array(z.string()),
  /** What is wrong with the load file. */
  problems: z.array(Problem),
  /** Tells what was shown from what it would change by now. */
  planHash: z.string(),
});
export type Overlay = z.infer<typeof Overlay>;
