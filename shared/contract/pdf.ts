import { z } from 'zod';
import { pagesFault, pagesPattern } from '../domain/page-ranges.ts';
import { FileRef } from '../model/common.ts';
import { Assembly, PageText, PdfInspection } from '../model/pdf.ts';
import { appAct, appQuery, pdfErrors } from './define.ts';

export const pdfContract = {
  'pdf.inspect': appQuery(z.strictObject({ sources: z.array(FileRef).min(1) }), z.array(PdfInspection)),
  /** Texts of pages, in reading order. `pages` such as 1-3,7; all when left out. */
  'pdf.text': appQuery(
    z.strictObject({
      source: FileRef,
      pages: z.string().regex(pagesPattern, pagesFault).optional(),
    }),
    z.array(PageText),
    {
      errors: [...pdfErrors, 'PDF_PAGE_NOT_FOUND', 'FILE_NOT_FOUND'],
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
      /** Every page that is a picture is looked at before anything is printed on it; else only some of each file. */
      looksAtEveryPage: z.boolean().default(false),
      /** Pages show their place in the exhibit (“Exhibit A – Page 3 of 12”) where they have no Bates number. */
      numbersPages: z.boolean().default(false),
      /** Form fields stay fields, with names of their own per exhibit; else, and in PDF/A, they become page content. */
      keepsForms: z.boolean().default(false),
      /** Made PDF/A-2b where it can be. */
      isArchival: z.boolean().default(false),
    }),
    Assembly,
    {
      errors: [
        'BATES_START_INVALID',
        'BATES_NUMBERS_USED_UP',
        'FILE_EXISTS',
        'FILE_UNWRITABLE',
        ...pdfErrors,
        'FILE_NOT_FOUND',
      ],
    },
  ),
} as const;
