import { z } from 'zod';
import { pagesFault, pagesPattern } from '../domain/page-ranges.ts';
import { FileRef, Problem } from '../model/common.ts';
import { Assembly, PageText, PdfInspection } from '../model/pdf.ts';
import { appAct, appQuery } from './define.ts';
import { Rect } from './reader.ts';

/** Words, or part of a picture, that a redaction left in a file. */
export const FailedRedaction = z.object({
  page: z.number().int(),
  /**
   * Words beneath a box, a picture or an annotation that covers them; words recognised of a scan beneath a place that was
   * blacked out; words marked for redaction, which was never applied.
   */
  kind: z.enum(['covered', 'recognised', 'marked']),
  /** Where they stand. */
  area: Rect,
  text: z.string(),
});
export type FailedRedaction = z.infer<typeof FailedRedaction>;

/** What was found of failed redactions in a PDF. */
export const RedactionCheck = z.object({
  path: z.string(),
  /** Null for one that cannot be opened. */
  pages: z.number().int().nullable(),
  findings: z.array(FailedRedaction),
  /** Why it, or some of its pages, could not be checked. */
  problems: z.array(Problem),
});
export type RedactionCheck = z.infer<typeof RedactionCheck>;

export const pdfContract = {
  'pdf.inspect': appQuery(z.strictObject({ sources: z.array(FileRef).min(1) }), z.array(PdfInspection)),
  /** Finds words that look redacted and can be read all the same. */
  'pdf.checkRedactions': appQuery(
    z.strictObject({ sources: z.array(FileRef).min(1) }),
    z.array(RedactionCheck),
  ),
  /** Texts of pages, in reading order. `pages` such as 1-3,7; all when left out. */
  'pdf.text': appQuery(
    z.strictObject({
      source: FileRef,
      pages: z.string().regex(pagesPattern, pagesFault).optional(),
    }),
    z.array(PageText),
    {
      errors: [
        'PDF_DAMAGED',
        'PDF_ENCRYPTED',
        'PDF_NO_PAGES',
        'PDF_NOT_A_PDF',
        'PDF_PAGE_NOT_FOUND',
        'PDF_LIMIT_EXCEEDED',
        'FILE_NOT_FOUND',
        'FILE_UNREADABLE',
      ],
    },
  ),
  /** The assembler alone: joins PDFs and images into one court-ready PDF, no matter needed. */
  'pdf.assemble': appAct(
    z.strictObject({
      sources: z.array(FileRef).min(1),
      target: FileRef,
      /** First Bates number, such as ABC000001. */
      bates: z.string().optional(),
      labels: z.string().optional(),
      hasSlipSheets: z.boolean().default(false),
      hasStickers: z.boolean().default(false),
      hasIndex: z.boolean().default(false),
      hasOutline: z.boolean().default(false),
      /** Every page that is a picture is looked at before anything is printed on it; else some of each file’s. */
      looksAtEveryPage: z.boolean().default(false),
      /** Form fields stay fields, with names of their own by exhibit; else, and in PDF/A, they become print. */
      keepsForms: z.boolean().default(false),
      /** Made PDF/A-2b where it can be. */
      isArchival: z.boolean().default(false),
    }),
    Assembly,
    {
      errors: [
        'BATES_START_INVALID',
        'FILE_EXISTS',
        'FILE_UNWRITABLE',
        'DISK_FULL',
        'PDF_DAMAGED',
        'PDF_ENCRYPTED',
        'PDF_NO_PAGES',
        'PDF_NOT_A_PDF',
        'PDF_LIMIT_EXCEEDED',
        'FILE_NOT_FOUND',
        'FILE_UNREADABLE',
      ],
    },
  ),
} as const;
