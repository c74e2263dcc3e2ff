import { z } from 'zod';
import { mostItemsInPaper } from '../domain/authenticity/most-items.ts';
import { CertificateRule, Certifier, Summary, SummaryColumn } from '../model/authenticity.ts';
import { EvidenceId, FileRef, sha256Hex } from '../model/common.ts';
import { textLimits } from '../model/text-limits.ts';
import { editErrors, inMatter, matterCommand, matterJob, matterQuery } from './define.ts';

const ids = z.array(EvidenceId).min(1).max(mostItemsInPaper);
const written = {
  fileName: z.string(),
  path: z.string().optional(),
  pages: z.number().int(),
  sha256: sha256Hex,
};

/** Papers that show where evidence came from, that it is what came in, and what it holds. None of them writes into the matter. */
export const authenticityContract = {
  /**
   * Writes the custody report of items as a PDF: what each is, how it came, every custody event with its hash, its original hashed
   * and the custody record walked again. Where something is wrong, the report is still written and says so.
   */
  'authenticity.custody': matterJob(
    inMatter({ ids, target: FileRef }),
    z.object({
      ...written,
      /** Items whose original is not what came in, or cannot be shown to be. */
      altered: z.array(z.object({ id: EvidenceId, title: z.string() })),
      /** Items with a name or a source other than their custody says, with the difference in words. */
      alteredRecords: z.array(z.object({ id: EvidenceId, title: z.string(), what: z.string() })),
      /** Whether every event of the matter's custody record was as it was written. */
      isCustodyWhole: z.boolean(),
    }),
    { errors: ['NOT_FOUND', 'FILE_EXISTS', 'FILE_UNWRITABLE'] },
  ),
  /**
   * Drafts the certification of a qualified person that items are what they are said to be, as a PDF to be read, corrected and
   * signed. None is written for an item that is not as it came in.
   */
  'authenticity.certificate': matterJob(
    inMatter({
      ids,
      rule: CertificateRule,
      certifier: Certifier.default({ name: '', title: '', organization: '', isAbroad: false }),
      target: FileRef,
    }),
    z.object({
      ...written,
      /** What the draft leaves blank, in sentences. */
      missing: z.array(z.string()),
    }),
    {
      errors: [
        'NOT_FOUND',
        'AUTHENTICITY_NOT_CERTIFIED',
        'AUTHENTICITY_MADE_HERE',
        'MATTER_CHAIN_BROKEN',
        'EVIDENCE_RECORD_ALTERED',
        'FILE_EXISTS',
        'FILE_UNWRITABLE',
      ],
    },
  ),
  /** What a summary of items under Fed. R. Evid. 1006 would hold, in all its columns. */
  'authenticity.summary.preview': matterQuery(inMatter({ ids }), Summary, {
    errors: ['NOT_FOUND'],
  }),
  /** Keeps what an item shows, for the summaries that list it; an empty text clears it. */
  'authenticity.summary.describe': matterCommand(
    inMatter({
      id: EvidenceId,
      shows: z.string().trim().max(textLimits.authenticity.shows),
    }),
    z.null(),
    { errors: editErrors, changes: ['authenticity'], isUndoable: true },
  ),
  /**
   * Writes a summary of items by date, with its counts and the schedule of the items, as a draft for counsel to confirm. The CSV
   * is the table alone, each row with the Bates numbers and the hash of its item.
   */
  'authenticity.summary': matterJob(
    inMatter({
      ids,
      title: z.string().trim().max(textLimits.authenticity.summaryTitle).default(''),
      columns: z.array(SummaryColumn).min(1).max(SummaryColumn.options.length),
      form: z.enum(['docx', 'pdf', 'csv']),
      target: FileRef,
    }),
    z.object({
      fileName: z.string(),
      path: z.string().optional(),
      sha256: sha256Hex,
      rows: z.number().int(),
      /** What the draft leaves blank, and what somebody must look at, in sentences. */
      missing: z.array(z.string()),
    }),
    { errors: ['NOT_FOUND', 'EVIDENCE_RECORD_ALTERED', 'FILE_EXISTS', 'FILE_UNWRITABLE'] },
  ),
} as const;
