import {
  isAllRead,
  joinedText,
  pageText,
  placeOf,
  type CitedText,
  type Joint,
} from './reading/cited-text.ts';
import type { FoundCitation } from './reading/found-citation.ts';
import { isSamePerson } from './match-citations.ts';
import { knownLabels } from './reading/known-labels.ts';
import { anchorsFor } from './reading/anchors.ts';
import { listPages } from './reading/headings.ts';
import { maxCitations, PageReading, type Memory, type Setting } from './reading/page-reading.ts';
import { ownBatesOf } from './reading/pins.ts';
import { notesStart, pageBodies, textEnds, type PageBody } from './reading/running-lines.ts';

export interface CitationOptions {
  /** Labels of the set, in its order; they settle what the text alone leaves open. */
  readonly labels?: readonly string[];
  /** Prefixes of the matter's Bates numbers: only their numbers are citations by themselves. */
  readonly batesPrefixes?: readonly string[];
  /** Whose declarations the matter has sets of: “Smith Ex. B” is an exhibit of such a one. */
  readonly declarants?: readonly string[];
  /** Whether the texts are citations cut out of their pages, which may be alone on their lines. */
  readonly isCutOut?: boolean;
  /** Pages, from 1, whose text does not go on in the next: pages between the two are left out. */
  readonly partings?: ReadonlySet<number>;
}

/**
 * Finds the citations of exhibits in a brief: `Ex. C at 4`, `Exs. A–C`, `(Smith Decl. ¶ 7, Ex. B)`, `Exhibit A to the
 * Declaration of Jane Smith`, `PX-12 at 3:14`, `id. at 5`, `AMZ000123`. Headings and the index of exhibits do not count. Takes time
 * in proportion to the text. One that runs over from a page to the next is put together, past page numbers, headers and
 * footnotes.
 *
 * @param pages texts of the brief's pages, in order
 * @returns in order of place, those of other documents (`document`) among them; at most 20,000
 * @example findCitations(['(Smith Decl. ¶ 7, Ex. B at 4)'])[0] // { page: 1, label: 'B', declarant: 'Smith', pin: '4', … }
 */
export function findCitations(pages: readonly string[], options: CitationOptions = {}): FoundCitation[] {
  const { labels = [], batesPrefixes = [], declarants = [], isCutOut = false, partings } = options;
  const memory: Memory = { last: null, declarant: null };
  const notesMemory: Memory = { ...memory };
  const known = knownLabels(labels);
  const bodies = isCutOut ? pages.map(({ length }) => ({ start: 0, end: length })) : pageBodies(pages);
  const setting = {
    known,
    anchors: anchorsFor(batesPrefixes, known),
    ownBates: ownBatesOf(batesPrefixes),
    isDeclarant: (name: string) => declarants.some((declarant) => isSamePerson(name, declarant)),
    memory,
    isCutOut,
    lists: listPages(pages, bodies),
  };
  const found: FoundCitation[] = [];
  const texts = new Map<number, CitedText>();
  const textOf = (at: number) => {
    const text = texts.get(at) ?? pageText(pages[at]!, at + 1, bodies[at]!);
    texts.set(at, text);
    return text;
  };
  let [at, from] = [0, 0];
  while (at < pages.length && found.length < maxCitations) {
    const text = textOf(at);
    const own = readPage(text, { body: bodies[at]!, from, setting, notesMemory });
    const following = pagesOn(at, bodies, partings);
    const next = following.map((page) => ({ text: textOf(page), body: bodies[page]! }));
    const over = next.length === 0 ? [] : readOver(text, next, { body: bodies[at]!, from, setting });
    const [first] = over;
    // What was read of it on its own page is a part of it, and so is what would be on the next.
    found.push(...own.filter(({ end }) => !first || end <= first.start), ...over);
    if (first) found.push(...own.filter(({ start }) => start >= first.end));
    const last = first && (first.further.at(-1) ?? first.next!);
    const goesOnAt = last ? last.page - 1 : at + 1;
    for (; at < goesOnAt; at++) texts.delete(at);
    from = last ? placeOf(textOf(at).plain, last.end) : 0;
    if (first) {
      const { label, declarant, party, document } = first;
      memory.last = over.length === 1 ? { label, declarant, party, document } : null;
      memory.declarant = declarant;
    }
  }
  return found.slice(0, maxCitations);
}

/** Pages, from 1 as they are given, behind which one is left out. @param numbers of the pages in their document */
export function partingsOf(numbers: readonly number[]): ReadonlySet<number> {
  return new Set(numbers.flatMap((number, at) => (numbers[at + 1] === number + 1 ? [] : [at + 1])));
}

/** The citations on a page. “Id.” means the one before it in the text, past footnotes, and in these the one before it in them. */
function readPage(
  text: CitedText,
  place: {
    readonly body: PageBody;
    readonly from: number;
    readonly setting: Setting;
    readonly notesMemory: Memory;
  },
): readonly FoundCitation[] {
  const { body, from, setting, notesMemory } = place;
  const reading = new PageReading(text, setting, from);
  reading.read(placeOf(text.plain, notesStart(text.raw, body)));
  const beforeNotes = { ...setting.memory };
  Object.assign(setting.memory, notesMemory);
  const found = reading.read();
  Object.assign(notesMemory, setting.memory);
  Object.assign(setting.memory, beforeNotes);
  return found;
}

/** Pages that one citation covers at most. */
const maxPages = 8;

/** Places of the pages in which the text of a page may go on: the next, and of pages that are read as a whole the one after. */
function pagesOn(
  at: number,
  bodies: readonly PageBody[],
  partings: ReadonlySet<number> | undefined,
): number[] {
  const on: number[] = [];
  for (let next = at + 1; next < bodies.length && on.length < maxPages - 1; next++) {
    const body = bodies[next]!;
    if (partings?.has(next) || body.end === body.start) break;
    on.push(next);
    if (!isAllRead(body)) break;
  }
  return on;
}

/** The citation that begins on a page and runs over to the next, for each of its exhibits; empty where none does. */
function readOver(
  one: CitedText,
  next: Joint['next'],
  { body, from, setting }: { readonly body: PageBody; readonly from: number; readonly setting: Setting },
): FoundCitation[] {
  const [{ page }] = one.spansOf(0, 0);
  for (const end of textEnds(one.raw, body)) {
    const joined = joinedText(one, { from, end, next });
    const memory = { ...setting.memory };
    const over = new PageReading(joined, { ...setting, memory })
      .read()
      .filter((each) => each.page === page && each.next !== null);
    if (over.length > 0) return over;
  }
  return [];
}
