import { z } from 'zod';
import { BuildOutputId, EvidenceId, ExhibitId } from '../model/common.ts';
import { EvidenceKind } from '../model/evidence.ts';
import { NoteAnchor } from '../model/notes.ts';
import { appQuery, inMatter, pdfErrors } from './define.ts';
import { textLimits } from '../model/text-limits.ts';

/**
 * A document the reader can show: an item of evidence, a file a build wrote, or a page of an exhibit as a build would write it
 * now (from 1; 0 is its slip sheet), with its marks.
 */
export const ReaderSource = z.union([
  inMatter({ evidenceId: EvidenceId }),
  inMatter({ buildOutputId: BuildOutputId }),
  inMatter({
    preview: z.strictObject({ exhibitId: ExhibitId, page: z.number().int().min(0) }),
  }),
]);
export type ReaderSource = z.infer<typeof ReaderSource>;

/** Points (1/72 inch) from the top left of the page as shown, rotation applied. */
export const Rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Rect = z.infer<typeof Rect>;

/** Where a link or bookmark leads: a page (from 0) and a place on it. */
export const Destination = z.object({ page: z.number().int(), y: z.number().nullable() });
export type Destination = z.infer<typeof Destination>;

/** A bookmark with those below it. */
export interface OutlineNode {
  title: string;
  destination: Destination | null;
  children: OutlineNode[];
}
export const OutlineNode: z.ZodType<OutlineNode> = z.object({
  title: z.string(),
  destination: Destination.nullable(),
  get children() {
    return z.array(OutlineNode);
  },
});

/** One run of text on a line, with its box, for the text layer. */
export const TextRun = z.object({
  text: z.string(),
  rect: Rect,
  fontSize: z.number(),
  /** Degrees clockwise by which the run is turned as shown; 0 for upright text. */
  angle: z.number(),
  isLineEnd: z.boolean(),
  /** Recognized from a picture: it may be wrong. */
  isOcr: z.boolean().optional(),
});
export type TextRun = z.infer<typeof TextRun>;

/** A link: `destination` in the document, or `uri` outside it, never both. */
export const PageLink = z.object({
  rect: Rect,
  destination: Destination.nullable(),
  uri: z.string().nullable(),
});
export type PageLink = z.infer<typeof PageLink>;

/** One place where the words looked for occur: a rectangle for each line they run over. */
export const FindHit = z.object({ page: z.number().int(), rects: z.array(Rect), snippet: z.string() });
export type FindHit = z.infer<typeof FindHit>;

const page = { documentId: z.string(), page: z.number().int().min(0) };
const imageErrors = ['EVIDENCE_DAMAGED', 'EVIDENCE_TOO_DEMANDING', 'EVIDENCE_UNSUPPORTED_KIND'] as const;
const pageErrors = [
  'NOT_FOUND',
  'MATTER_DAMAGED',
  'PDF_PAGE_UNREADABLE',
  'PDF_PAGE_NOT_FOUND',
  'READER_RESTARTED',
  'PDF_LIMIT_EXCEEDED',
  ...imageErrors,
] as const;

/**
 * What a window asks of the PDF process, over a port of its own. Page numbers are from 0 here.
 * The matter's file and key reach that process from the engine, never from a window.
 */
export const readerContract = {
  'reader.open': appQuery(
    z.strictObject({ source: ReaderSource, password: z.string().optional() }),
    z.object({
      documentId: z.string(),
      /** Only PDFs and pictures have pages here. */
      kind: EvidenceKind,
      /** The item's title, or the built file's name. */
      title: z.string(),
      /** Size in points of every page as shown, and its label ("iv", "AMZ000012") where it differs from the page number. */
      pages: z.array(z.object({ width: z.number(), height: z.number(), label: z.string().nullable() })),
      outline: z.array(OutlineNode),
      /** Whether it has more bookmarks than are read: past 50,000 of them, or 64 levels. */
      isOutlineCut: z.boolean().optional(),
    }),
    {
      errors: [
        'NOT_FOUND',
        ...pdfErrors,
        'EXHIBIT_BUILD_MISSING',
        'EXHIBIT_BUILD_CHANGED',
        'READER_RESTARTED',
        'MATTER_DAMAGED',
        'FILE_UNREADABLE',
        ...imageErrors,
      ],
    },
  ),
  /** A page as RGBA pixels, `scale` pixels a point. */
  'reader.render': appQuery(
    z.strictObject({ ...page, scale: z.number().min(0.05).max(8) }),
    z.object({ width: z.number().int(), height: z.number().int(), pixels: z.instanceof(Uint8Array) }),
    { errors: pageErrors },
  ),
  'reader.text': appQuery(z.strictObject(page), z.array(TextRun), { errors: pageErrors }),
  'reader.links': appQuery(z.strictObject(page), z.array(PageLink), { errors: pageErrors }),
  /**
   * Where words occur, in order, beginning at a page. Answers after a short while with what it has and the page to go on
   * from, so that a long search never holds up a page that is waiting to be shown.
   */
  'reader.find': appQuery(
    z.strictObject({
      documentId: z.string(),
      query: z.string().max(textLimits.search.inDocument).default(''),
      /** Instead of a query: words and phrases, any of which is a hit where it occurs as whole words. */
      marks: z.array(z.string().min(1).max(300)).max(50).default([]),
      fromPage: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5_000).default(500),
    }),
    z.object({ hits: z.array(FindHit), nextPage: z.number().int().nullable() }),
    { errors: pageErrors },
  ),
  /**
   * Anchors for words that were selected, one for each page: from a place in one run of text to a place in another
   * (both as `reader.text` gives them; offsets in UTF-16 units, the end not included).
   */
  'reader.anchor': appQuery(
    z.strictObject({
      ...page,
      from: z.strictObject({ run: z.number().int().min(0), offset: z.number().int().min(0) }),
      to: z.strictObject({ run: z.number().int().min(0), offset: z.number().int().min(0) }),
    }),
    NoteAnchor,
    { errors: pageErrors },
  ),
  /**
   * Where anchored words are now. `exact`: where they were; `moved`: elsewhere on the page, by their own words;
   * `lost`: the words are no longer there, and the rectangles are the old ones.
   */
  'reader.locate': appQuery(
    z.strictObject({ ...page, anchors: z.array(NoteAnchor).max(5_000) }),
    z.array(z.object({ rects: z.array(Rect), state: z.enum(['exact', 'moved', 'lost']) })),
    { errors: pageErrors },
  ),
  'reader.close': appQuery(z.strictObject({ documentId: z.string() }), z.null()),
} as const;
