import { z } from 'zod';
import { isOrdered } from '../domain/argument/fact-date.ts';
import { ElementId, EvidenceId, FactId, instant, isoDate, Person, PinCiteId } from './common.ts';
import { courtMinute } from './court-time.ts';
import { EvidenceKind } from './evidence.ts';
import { NoteAnchor } from './notes.ts';
import { textLimits } from './text-limits.ts';

/** A year, a month, a day or a minute on the court's clock: 2021, 2021-01, 2021-01-11, 2021-01-11T17:00. */
export const FactDay = z.union([
  z.string().regex(/^\d{4}$/),
  z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  isoDate,
  courtMinute,
]);
export type FactDay = z.infer<typeof FactDay>;

/** When something happened, as exactly as it is known. */
export const FactDate = z
  .strictObject({
    kind: z.enum(['on', 'about', 'before', 'after', 'between']),
    from: FactDay,
    /** The other end of `between`; null for the others. */
    to: FactDay.nullable(),
  })
  .refine(
    ({ kind, from, to }) => (kind === 'between') === (to !== null) && (to === null || isOrdered(from, to)),
    {
      error: 'a span has two ends, the first before the second; no other date has',
    },
  );
export type FactDate = z.infer<typeof FactDate>;

/** What must be shown: a factor of the test for relief, or an element of a claim. */
export const ElementFields = z.strictObject({
  /** The claim, or the relief, it belongs to: "Count I: breach of contract". */
  claim: z.string().trim().min(1).max(textLimits.argument.claim),
  name: z.string().trim().min(1).max(textLimits.argument.element),
  /** The standard in words, with its authority. */
  standard: z.string().trim().max(textLimits.argument.standard).default(''),
});
export type ElementFields = z.infer<typeof ElementFields>;

export const Element = z.object({ id: ElementId, ...ElementFields.shape });
export type Element = z.infer<typeof Element>;

/** Which way a fact cuts: for whoever has to show the element, or against. */
export const BearingSide = z.enum(['for', 'against']);
export type BearingSide = z.infer<typeof BearingSide>;

export const Bearing = z.strictObject({ elementId: ElementId, side: BearingSide });
export type Bearing = z.infer<typeof Bearing>;

/** What a person says of a fact. */
export const FactFields = z.strictObject({
  /** One statement that the record shows. */
  text: z.string().trim().min(1).max(textLimits.argument.fact),
  date: FactDate.nullable().default(null),
  dispute: z.enum(['unknown', 'undisputed', 'disputed']).default('unknown'),
  /** Where it is pleaded: "Compl. ¶ 14". */
  allegation: z.string().trim().max(textLimits.argument.allegation).default(''),
  note: z.string().trim().max(textLimits.argument.note).default(''),
  bearings: z.array(Bearing).max(200).default([]),
});
export type FactFields = z.infer<typeof FactFields>;

/** Where an item shows a fact. */
export const PinCiteFields = z.strictObject({
  evidenceId: EvidenceId,
  /** The page, or the moment, and the words written or said there; rectangles are found again when it is shown. */
  anchor: NoteAnchor.omit({ rects: true }),
  /** The paragraph of a declaration or pleading: 7, or 7-9. */
  paragraph: z.string().trim().max(textLimits.argument.paragraph).default(''),
});
export type PinCiteFields = z.infer<typeof PinCiteFields>;

/** A pin cite with its source. */
export const PinCite = PinCiteFields.extend({
  id: PinCiteId,
  title: z.string(),
  evidenceKind: EvidenceKind,
  isArchived: z.boolean(),
  /** How it is cited: "Ex. C at 4, AMZ000123, ¶ 7"; by docket number or title where it is not an exhibit. */
  cite: z.string(),
});
export type PinCite = z.infer<typeof PinCite>;

export const Fact = z.object({
  id: FactId,
  ...FactFields.shape,
  pinCites: z.array(PinCite),
  author: Person,
  createdAt: instant,
  updatedAt: instant,
});
export type Fact = z.infer<typeof Fact>;

/** What must be shown, and the facts: elements in their order, facts as a chronology. */
export const Argument = z.object({ elements: z.array(Element), facts: z.array(Fact) });
export type Argument = z.infer<typeof Argument>;

/** A paper whose numbered paragraphs say what is alleged: a complaint, or an answer with counterclaims. */
export const Pleading = z.object({
  evidenceId: EvidenceId,
  title: z.string(),
  /** As on the docket: 1, or 1-2; null where it is not on it. */
  docketNumber: z.string().nullable(),
  /** How it is cited: "Am. Compl."; empty where its name does not say what it is. */
  cite: z.string(),
});
export type Pleading = z.infer<typeof Pleading>;

/** A numbered paragraph of a pleading. */
export const Allegation = z.object({
  /** The section it is counted in, of a pleading that numbers its paragraphs 1.1, 1.2, 2.1; null where they are counted through. */
  section: z.number().int().nullable(),
  number: z.number().int(),
  /** The page it begins on, from 1. */
  page: z.number().int(),
  text: z.string(),
  /** As much of it as stands on that page. */
  opening: z.string(),
  /** Whether it is one of counterclaims that count anew, so that the pleading has its number twice. */
  isCounterclaim: z.boolean(),
});
export type Allegation = z.infer<typeof Allegation>;

/** What a pleading alleges. */
export const Allegations = z.object({
  /** Those of the docket, the one in force first. */
  pleadings: z.array(Pleading),
  /** The one that was read; null where there is none. */
  pleading: Pleading.nullable(),
  /** Pages of it that have no text, so that their paragraphs are not known. */
  pagesWithoutText: z.number().int(),
  /** The page of its verification, from 1; null where none was found. What a verified pleading alleges is evidence, Rule 65(b)(1)(A). */
  verifiedOn: z.number().int().nullable(),
  /** The paper that its verification is, where that was filed by itself; null where it stands in the pleading. */
  verification: Pleading.omit({ cite: true }).nullable(),
  allegations: z.array(Allegation),
});
export type Allegations = z.infer<typeof Allegations>;

/** A pin cite that does not hold as it is. */
export const PinCiteFinding = z.object({
  factId: FactId,
  pinCiteId: PinCiteId,
  /**
   * `moved`: its words are on another page nearby, or are said at another moment; `differs`: the page says almost the same;
   * `lost`: they were not found; `unread`: the page has no text yet, or the recording no transcript, so that nobody can say.
   */
  state: z.enum(['moved', 'differs', 'lost', 'unread']),
  /** The page they are on now, from 1. */
  page: z.number().int().nullable(),
  /** When they are said, in milliseconds of the recording. */
  atMs: z.number().int().nullable(),
  /** What the page or the transcript says, where it differs; empty for the others. */
  text: z.string(),
});
export type PinCiteFinding = z.infer<typeof PinCiteFinding>;
