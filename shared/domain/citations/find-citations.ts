import { joinedText, pageText, placeOf, type CitedText } from './reading/cited-text.ts';
import type { FoundCitation } from './reading/found-citation.ts';
import { knownLabels } from './reading/label-list.ts';
import { anchorsFor, maxCitations, PageReading, type Memory, type Setting } from './reading/page-reading.ts';
import { pageBodies, textEnds, type PageBody } from './reading/running-lines.ts';

export interface CitationOptions {
  /** Labels of the set, in its order; they settle what the text alone leaves open. */
  readonly labels?: readonly string[];
  /** Prefixes of the matter's Bates numbers: only their numbers are citations by themselves. */
  readonly batesPrefixes?: readonly string[];
  /** Whether the texts are citations cut out of their pages, which may stand alone on their lines. */
  readonly isCutOut?: boolean;
  /** Pages, from 1, whose text does not go on in the next: pages between the two are left out. */
  readonly partings?: ReadonlySet<number>;
}

/**
 * Finds the citations of exhibits in a brief: `Ex. C at 4`, `Exs. A–C`, `(Smith Decl. ¶ 7, Ex. B)`, `Exhibit A to the
 * Declaration of Jane Smith`, `PX-12 at 3:14`, `id. at 5`, `AMZ000123`. Headings and the index of exhibits are none. Takes time
 * in proportion to the text. One that runs over from a page to the next is put together, past page numbers, headers and
 * footnotes.
 *
 * @param pages texts of the brief's pages, in order
 * @returns in the order they stand, those of other documents (`document`) among them; at most 20,000
 * @example findCitations(['(Smith Decl. ¶ 7, Ex. B at 4)'])[0] // { page: 1, label: 'B', declarant: 'Smith', pin: '4', … }
 */
export function findCitations(pages: readonly string[], options: CitationOptions = {}): FoundCitation[] {
  const { labels = [], batesPrefixes = [], isCutOut = false, partings } = options;
  const memory: Memory = { last: null, declarant: null };
  const setting = { known: knownLabels(labels), anchors: anchorsFor(batesPrefixes), memory, isCutOut };
  const bodies = pageBodies(pages);
  const found: FoundCitation[] = [];
  let [text, from] = [pageText(pages[0] ?? '', 1), 0];
  for (let at = 0; at < pages.length && found.length < maxCitations; at++) {
    const own = new PageReading(text, setting, from).read();
    const next = at + 1 < pages.length ? pageText(pages[at + 1]!, at + 2) : null;
    const over = next && !partings?.has(at + 1) ? readOver(text, next, { bodies, from, setting }) : [];
    const [first] = over;
    // What was read of it on its own page is a part of it, and so is what would be on the next.
    for (const citation of own) if (!first || citation.end <= first.start) found.push(citation);
    for (const citation of over) found.push(citation);
    if (first) for (const citation of own) if (citation.start >= first.end) found.push(citation);
    if (!next) break;
    [text, from] = [next, first ? placeOf(next.plain, first.next!.end) : 0];
    if (first) {
      const { label, declarant, party, document } = first;
      memory.last = over.length === 1 ? { label, declarant, party, document } : null;
      memory.declarant = declarant;
    }
  }
  return found.slice(0, maxCitations);
}

/** The citation that runs over from a page to the next, for each of its exhibits; empty where none does. */
function readOver(
  one: CitedText,
  other: CitedText,
  reading: { readonly bodies: readonly PageBody[]; readonly from: number; readonly setting: Setting },
): FoundCitation[] {
  const { bodies, from, setting } = reading;
  const [page] = one.spansOf(0, 0);
  const [body, next] = [bodies[page.page - 1]!, bodies[page.page]!];
  for (const end of textEnds(one.raw, body)) {
    const joined = joinedText(one, other, { page: page.page, from, end, next });
    if (!joined) continue;
    const memory = { ...setting.memory };
    const over = new PageReading(joined, { ...setting, memory }).read().filter((each) => each.next !== null);
    if (over.length > 0) return over;
  }
  return [];
}
