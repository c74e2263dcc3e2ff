import { z } from 'zod';
import { Finding, NumberPosition, StickerColour, StickerCorner, BuildOutput } from './exhibits.ts';
import { sha256Hex } from './common.ts';

const text = z.string();
const page = z.number().int().min(1);
const size = z.number().int().min(0);

/** A page of an exhibit: where it came from, and where it is now. Pages are from 1. */
const ManifestPage = z.strictObject({
  /** Page of the original, or of the PDF made of it; null for a page in place of the exhibit. */
  sourcePage: page.nullable(),
  bates: text.nullable(),
  filePage: page.nullable(),
  volumePage: page.nullable(),
});

const ManifestExhibit = z.strictObject({
  label: text,
  title: text,
  /** Place in this list of the exhibit it is a part of; null for one that is not a part. */
  parent: size.nullable(),
  /** Whether it is the exhibit itself of one filed under seal, in a file of its own; not whether its set was sealed. */
  isSealedCopy: z.boolean(),
  /** What the index says replaces its pages; empty for an ordinary exhibit. */
  note: text,
  /** For one withheld or filed under seal, name and custodian are empty: only the hash identifies the file. */
  source: z.strictObject({ name: text, kind: text, sha256: sha256Hex, custodian: text }).nullable(),
  /** Whether only a password opened the original, which building it again needs too; the password is not stored here. */
  isOpenedByPassword: z.boolean().default(false),
  /** The PDF in the binder for an original that is not a PDF. */
  rendition: z.strictObject({ pages: size, sha256: sha256Hex }).nullable(),
  /** What of it is carried: the kind of its bytes, and pages of the whole. */
  carried: z.strictObject({ kind: z.enum(['pdf', 'png', 'jpeg']), pageCount: size }).nullable(),
  slipSheet: z
    .strictObject({
      caption: z.array(text),
      heading: text,
      belonging: text,
      title: text,
      lines: z.array(text),
      notice: text,
    })
    .nullable(),
  standIn: z.strictObject({ heading: text, lines: z.array(text) }).nullable(),
  hasSticker: z.boolean(),
  designation: text,
  banner: text,
  batesRange: text,
  sponsor: text,
  authentication: text,
  objection: text,
  ruling: text,
  citationLinks: z.array(
    z.strictObject({
      page: size,
      area: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      item: size,
      itemPage: size,
    }),
  ),
  /** The volume it is in; null for one that is in none. */
  volume: text.nullable(),
  /** The volume it was in when its set was sealed before this build; null where it was free. */
  sealedVolume: text.nullable(),
  /** Page of the volume where it begins: its slip sheet, or its first page. */
  startPage: page.nullable(),
  file: text.nullable(),
  /** The file of its original beside the binder, if there is one. */
  originalFile: text.nullable(),
  isNative: z.boolean(),
  pages: z.array(ManifestPage),
});

/**
 * What a build was made from and what it produced. It names no clock, no full path and no person, so that the same inputs give the
 * same bytes, and it is enough to build the same again. It stays in the office: the hashes of exhibits withheld or filed
 * under seal would tell whoever has a file that it is one of them.
 */
export const ExhibitManifest = z.strictObject({
  format: z.literal('forthwith-exhibit-manifest'),
  formatVersion: z.literal(2),
  tool: z.strictObject({ name: z.literal('Forthwith'), version: text }),
  set: z.strictObject({
    name: text,
    fileStem: text.min(1),
    numberPosition: NumberPosition,
    stickerCorner: StickerCorner,
    stickerColour: StickerColour.exclude(['party']),
    stickerWords: text,
    /** Whether every page that is a picture was looked at; left out where some were. */
    looksAtEveryPage: z.boolean().optional(),
    /** Whether pages show their place in the exhibit; left out where they do not. */
    numbersPages: z.boolean().optional(),
    /** The prefix of all numbers; null where pages have none. */
    batesPrefix: text.nullable(),
    flattensForms: z.boolean(),
    /** Whether files were to be PDF/A-2b; left out where they were not. */
    isArchival: z.boolean().optional(),
    volumeLimitBytes: size.nullable(),
    volumeLimitSource: text,
    downsampleDpi: z.number().int().nullable(),
    indexTitle: text,
    indexCaption: z.array(text),
    tableTitle: text,
  }),
  /** Every file of the build but this one. */
  outputs: z.array(BuildOutput.omit({ id: true })),
  exhibits: z.array(ManifestExhibit),
  findings: z.array(Finding),
});
export type ExhibitManifest = z.infer<typeof ExhibitManifest>;
