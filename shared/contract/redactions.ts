import { z } from 'zod';
import { identifierKinds, longestTerm, mostTerms } from '../domain/redaction/index.ts';
import { EvidenceId, FileRef, Problem } from '../model/common.ts';
import { appAct, appQuery, inMatter, matterJob, pdfErrors } from './define.ts';
import { Rect } from './reader.ts';

/** Words that a redaction left in a file. */
export const FailedRedaction = z.object({
  page: z.number().int(),
  /**
   * Words beneath a box, a picture or an annotation that covers them, or in the color of their box; words recognized of a scan
   * beneath a place that was blacked out, or beneath a box over it; words marked for redaction, which was never applied.
   */
  kind: z.enum(['covered', 'recognised', 'marked']),
  /** Where they are. */
  area: Rect,
  /** U+FFFD where the file does not say which letter a shape is. */
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

/** What was removed from a PDF: words of the caller's, an identifier of Rule 5.2, a place, or words of a comment or a link. */
export const RedactionKind = z.enum(['term', ...identifierKinds, 'area', 'comment']);
export type RedactionKind = z.infer<typeof RedactionKind>;

/** Something that was removed. It does not say what was there. */
export const Redaction = z.object({ page: z.number().int(), kind: RedactionKind, area: Rect });
export type Redaction = z.infer<typeof Redaction>;

/** What the finished copy was searched for; each says whether it was found clean. */
export const RedactionProof = z.object({
  /** No text of any page, comment or bookmark says what was removed, and no letter is in a removed place. */
  text: z.boolean(),
  /** Rendered again, every place is black, and all else looks as before. */
  pixels: z.boolean(),
  /** No object of the file says it, or is one that only pages with redactions had. */
  objects: z.boolean(),
  /** The file has one revision, and no unreachable objects. */
  revisions: z.boolean(),
  /** On pages with redactions no letter keeps its position more finely than to a whole point. */
  glyphPositions: z.boolean(),
  ok: z.boolean(),
});
export type RedactionProof = z.infer<typeof RedactionProof>;

/** A redacted copy, proven. */
export const RedactedCopy = z.object({
  redactions: z.array(Redaction),
  proof: RedactionProof,
  pages: z.number().int(),
  /** Pages, from 1, that were redrawn: their words can still be searched and copied, but are a picture. */
  redrawnPages: z.array(z.number().int()),
  /** Pages, from 1, that are or have pictures, whose words were recognized to be searched: recognition may miss some. */
  recognisedPages: z.array(z.number().int()),
  /** Pages, from 1, that still have words that an area removed elsewhere. */
  sameWordsOn: z.array(z.number().int()),
  /**
   * Pages, from 1, that lost the words that a scanner recognized: they lay elsewhere than what they were read from. They can no longer be
   * searched.
   */
  misplacedWordsOn: z.array(z.number().int()),
  /** Positions, from 1, of terms that were found nowhere: misspelled, or two in one. */
  termsNotFound: z.array(z.number().int()),
  bytes: z.number().int(),
  sha256: z.string(),
  sourceSha256: z.string(),
});
export type RedactedCopy = z.infer<typeof RedactedCopy>;

/** Something that could be redacted. */
export const RedactionProposal = z.object({
  page: z.number().int(),
  kind: RedactionKind,
  /** The words there; empty for what a comment or a link says. */
  text: z.string(),
  /** One for each line it reaches over: points from the top left of the page as the reader shows it. */
  rects: z.array(Rect),
});
export type RedactionProposal = z.infer<typeof RedactionProposal>;

const redactErrors = [
  'REDACTION_NOT_PROVEN',
  'FILE_EXISTS',
  'FILE_UNWRITABLE',
  ...pdfErrors,
  'PDF_PAGE_NOT_FOUND',
  'PDF_PAGE_UNREADABLE',
] as const;

/** What is looked for: words, one an entry; a word that ends in * matches all words that begin so. */
const sought = {
  terms: z.array(z.string().trim().min(1).max(longestTerm)).max(mostTerms).default([]),
  /** Personal identifiers of Fed. R. Civ. P. 5.2(a), but for the year of a birth and the last four digits of an account. */
  hasIdentifiers: z.boolean().default(false),
};

const wishes = {
  ...sought,
  /** Pages from 1, points from the top left of the page as shown. */
  areas: z
    .array(
      z.strictObject({
        page: z.number().int().min(1),
        area: Rect.extend({ width: z.number().positive(), height: z.number().positive() }),
      }),
    )
    .max(100_000)
    .default([]),
};

/** Failed redactions of files and of a matter's evidence, and redacting them. */
export const redactionContract = {
  /** Finds words that look redacted and can still be copied. */
  'pdf.checkRedactions': appQuery(
    z.strictObject({ sources: z.array(FileRef).min(1) }),
    z.array(RedactionCheck),
  ),
  /** The same in originals that are PDFs; in all of them when no ids are given. */
  'evidence.checkRedactions': matterJob(
    inMatter({ ids: z.array(EvidenceId).min(1).max(200_000).optional() }),
    z.object({
      items: z.array(RedactionCheck.omit({ path: true }).extend({ id: EvidenceId, title: z.string() })),
    }),
    { errors: ['NOT_FOUND'] },
  ),
  /** Writes a copy of a PDF without some words and places, and proves that they are gone; else there is no copy. */
  'pdf.redact': appAct(z.strictObject({ source: FileRef, target: FileRef, ...wishes }), RedactedCopy, {
    errors: [...redactErrors, 'FILE_NOT_FOUND'],
  }),
  /** The same for an item of a matter: its own PDF, or the one made of it. */
  'evidence.redact': matterJob(
    inMatter({
      id: EvidenceId,
      target: FileRef,
      ...sought,
      /** Whether what is marked for redaction is removed: all marks that exist when the copy is started. The marks stay. */
      hasMarks: z.boolean().default(false),
    }),
    RedactedCopy.extend({
      /** How many marks were applied. */
      marks: z.number().int(),
      /** For a window: with it the copy is added as evidence, in `evidence.add`. */
      addToken: z.string().optional(),
    }),
    {
      errors: [...redactErrors, 'NOT_FOUND', 'EVIDENCE_DAMAGED', 'EVIDENCE_TOO_DEMANDING'],
      changes: ['evidence'],
    },
  ),
  /** Looks in an item with pages for what could be redacted, for somebody to mark (`notes.markForRedaction`). Nothing is changed. */
  'evidence.proposeRedactions': matterJob(
    inMatter({ id: EvidenceId, ...sought }),
    z.object({
      proposals: z.array(RedactionProposal),
      /** Pages, from 1, whose words were recognized: recognition may miss some. */
      recognisedPages: z.array(z.number().int()),
      /**
       * Pages, from 1, with pictures that say it, or may, where nobody sees them: there is no place to mark. A copy from which the words are
       * removed lacks them.
       */
      hiddenOn: z.array(z.number().int()),
      /** Positions, from 1, of terms that were found nowhere. */
      termsNotFound: z.array(z.number().int()),
    }),
    {
      errors: [
        'NOT_FOUND',
        'EVIDENCE_DAMAGED',
        'EVIDENCE_TOO_DEMANDING',
        ...pdfErrors,
        'PDF_PAGE_UNREADABLE',
      ],
    },
  ),
} as const;
