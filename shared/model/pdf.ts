import { z } from 'zod';
import { Problem } from './common.ts';
import { Finding } from './exhibits.ts';

/** What a clerk or a paralegal would trip over in a PDF. */
export const PdfInspection = z.object({
  path: z.string(),
  /** Whether every page can be read without a password. */
  ok: z.boolean(),
  pages: z.number().int().nullable(),
  encrypted: z.boolean(),
  /** Page numbers (from 1) that carry their own rotation. */
  rotatedPages: z.array(z.number().int()),
  hasText: z.boolean(),
  forms: z.boolean(),
  scripts: z.boolean(),
  embeddedFiles: z.number().int(),
  /** Number of bookmarks. */
  outline: z.number().int(),
  /** Number of link annotations. */
  links: z.number().int(),
  problems: z.array(Problem),
});
export type PdfInspection = z.infer<typeof PdfInspection>;

export const PageText = z.object({
  page: z.number().int(),
  text: z.string(),
  /** Why the page has no text here, or not that of its stamps and fields, when it could not be read. */
  problem: Problem.optional(),
});
export type PageText = z.infer<typeof PageText>;

export const AssembledItem = z.object({
  input: z.string(),
  label: z.string().nullable(),
  /** Output page (from 1) of the item's first page, its slip sheet not counted; null when it was left out. */
  firstPage: z.number().int().nullable(),
  pages: z.number().int(),
  batesFirst: z.string().nullable(),
  batesLast: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  /**
   * What was changed or left out while it was carried over, or could not be assured, as a build reports it; left out where there is
   * nothing to report. What keeps the whole from being PDF/A is in `archival`.
   */
  findings: z.array(Finding.omit({ label: true })).optional(),
});
export const Assembly = z.object({
  pages: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  items: z.array(AssembledItem),
  /** Whether it is PDF/A-2b and says so, what keeps it from it, and what an independent program says; left out where it was not asked for. */
  archival: z.object({ isMet: z.boolean(), findings: z.array(Finding) }).optional(),
});
export type Assembly = z.infer<typeof Assembly>;
