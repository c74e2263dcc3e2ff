import type { RedactionKind } from '../../../../shared/contract/redactions.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import type { PixelSize } from '../../formats/images/index.ts';
import { findIdentifiers, termFinder, type TextPart } from '../../../../shared/domain/redaction/index.ts';

/** What a redacted copy calls itself: the original's title and file name are words of it. */
export const copyTitle = 'Redacted copy';
/** What takes the place of a bookmark's title. */
export const removedTitle = '[Redacted]';

/** What is to be removed from a PDF. Plain data, to be sent to a thread. */
export interface RedactionWishes {
  /** Words, as `termFinder` takes them. */
  readonly terms: readonly string[];
  /** Whether the personal identifiers of Fed. R. Civ. P. 5.2(a) are removed, but for what it lets stay. */
  readonly hasIdentifiers: boolean;
  /** Whether hashes are removed that a PDF of ours prints of the original: where most of that stays, they would prove a guess of the rest. */
  readonly hasHashes?: boolean;
  /**
   * Places: pages from 1, points from the top left of the page as shown. One on words is made as large as letters there reach out of their
   * boxes.
   */
  readonly areas: readonly { readonly page: number; readonly area: Rect; readonly isOnWords?: boolean }[];
  /** Sizes of the pages of the picture that the PDF stands for, on which places are then; left out for places of its own pages. */
  readonly frames?: readonly PixelSize[];
}

/** Words of a text that are to be removed. */
export interface UnwantedPart extends TextPart {
  readonly kind: Exclude<RedactionKind, 'area' | 'comment'>;
}

/** Positions, from 1, of terms that were not found. */
export const notFound = ({ terms }: Pick<RedactionWishes, 'terms'>, found: ReadonlySet<number>): number[] =>
  terms.flatMap((_, at) => (found.has(at) ? [] : [at + 1]));

/** Finds what is to be removed in a text. */
export type FindUnwanted = (text: string) => UnwantedPart[];

/**
 * Identifiers are removed whole where the stricter of the known rules wants that: Rule 5.2(a) lets the last four digits of a
 * social-security number stay, W.D. Wash. LCR 5.2(a) does not. Of accounts these stay, of birth dates the year.
 *
 * @param found is given the position of each term when it is found
 */
export function unwantedFinder(
  { terms, hasIdentifiers, hasHashes }: Pick<RedactionWishes, 'terms' | 'hasIdentifiers' | 'hasHashes'>,
  found?: Set<number>,
): FindUnwanted {
  const findTerms = termFinder(terms, found);
  return (text) => [
    ...findTerms(text).map((part) => ({ ...part, kind: 'term' as const })),
    ...(hasIdentifiers ? findIdentifiers(text).flatMap(partsOf) : []),
    ...(hasHashes ? hashesIn(text) : []),
  ];
}

/**
 * Finds what may go on from the line of one page to that of another: words, and social-security numbers, which have a form of their own. Other
 * numbers of two lines are no number.
 */
export function overEndFinder(
  { terms, hasIdentifiers }: Pick<RedactionWishes, 'terms' | 'hasIdentifiers'>,
  found?: Set<number>,
): FindUnwanted {
  const find = unwantedFinder({ terms, hasIdentifiers }, found);
  return (text) => find(text).filter(({ kind }) => kind === 'term' || kind === 'ssn');
}

const hashesIn = (text: string): UnwantedPart[] =>
  [...text.matchAll(/(?<![\da-f])[\da-f]{64}(?![\da-f])/gi)].map(({ index, 0: { length } }) => ({
    kind: 'term',
    start: index,
    end: index + length,
  }));

/**
 * Whether a text says what is to be removed: as it stands; read as an address, in which any sign may be written by its code (RFC 3986 §2.1);
 * or read as rich text, whose words may be parted by marks of how they look, and written by codes (ISO 32000-1 §12.7.3.4).
 */
export function says(find: FindUnwanted, text: string): boolean {
  return [text, asAddress(text), asRichText(text)].some(
    (read, at) => (at === 0 || read !== text) && find(read).length > 0,
  );
}

/**
 * Which of some titles, one after the other, say what is to be removed by themselves or with those beside them: a heading of two lines may be
 * two bookmarks.
 *
 * @returns their positions
 */
export function titlesSaying(find: FindUnwanted, titles: readonly string[]): Set<number> {
  const saying = new Set(titles.flatMap((title, at) => (says(find, title) ? [at] : [])));
  const joined = titles.join('\n');
  const starts: number[] = [];
  let length = 0;
  for (const title of titles) {
    starts.push(length);
    length += title.length + 1;
  }
  // Numbers of two titles are no number.
  for (const { start, end } of find(joined).filter(({ kind }) => kind === 'term'))
    for (const [at, from] of starts.entries())
      if (from < end && from + titles[at]!.length > start) saying.add(at);
  return saying;
}

const asAddress = (text: string) =>
  text.replaceAll(/(?:%[\da-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'),
  );

const mostUnicode = 0x10ffff;
const asRichText = (text: string) =>
  text
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (code, hex?: string, decimal?: string) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= mostUnicode ? String.fromCodePoint(point) : code;
    });

const keepsSome = new Set(['account', 'birthDate']);

function partsOf({ kind, start, end, keep }: ReturnType<typeof findIdentifiers>[number]): UnwantedPart[] {
  if (keep === null || !keepsSome.has(kind)) return [{ kind, start, end }];
  return [
    { kind, start, end: keep.start },
    { kind, start: keep.end, end },
  ].filter((part) => part.start < part.end);
}
