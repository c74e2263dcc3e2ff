import {
  belongingAfter,
  belongingBefore,
  declarantBefore,
  type Belonging,
  type FoundBelonging,
} from './belonging.ts';
import { isHeading, isListOfExhibits, lineAfter, lineBefore } from './headings.ts';
import {
  knownLabels,
  labelsBetween,
  readLabel,
  readNextLabel,
  readRangeEnd,
  type CitedLabel,
  type KnownLabels,
} from './label-list.ts';
import { readBates, readPin, type Pin, type PinPlace } from './pins.ts';
import { plainPage, type PlainPage } from './plain-page.ts';

/** A run of a page's text as given: UTF-16 units from its beginning, the end left out. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A citation of one exhibit. Several that stand together (“Exs. A–C”) are each one, with the same `text`. */
export interface FoundCitation extends Belonging, TextSpan {
  /** Page of the brief, from 1. */
  readonly page: number;
  /** The whole citation as it stands, line ends and all: `text` is the page's text from `start` to `end`. */
  readonly text: string;
  /** As it stands; that of the citation before for “id.”; null where a Bates number alone is cited. */
  readonly label: string | null;
  /** Where the label stands; null for one that a range implies, for “id.” and for a Bates number alone. */
  readonly labelSpan: TextSpan | null;
  /** Where this exhibit's own part of the citation stands, with its pin; null for one that a range implies. */
  readonly ownSpan: TextSpan | null;
  /** The pin as it stands, white space made single; null where there is none. */
  readonly pin: string | null;
  readonly places: readonly PinPlace[];
  /** Whether it is “id.”, whose meaning goes along with the citation before. */
  readonly isShort: boolean;
}

export interface CitationOptions {
  /** Labels of the set, in its order; they settle what the text alone leaves open. */
  readonly labels?: readonly string[];
  /** Prefixes of the matter's Bates numbers: only their numbers are citations by themselves. */
  readonly batesPrefixes?: readonly string[];
  /** Whether the texts are citations cut out of their pages, which may stand alone on their lines. */
  readonly isCutOut?: boolean;
}

/** Anchors a citation can hang on. What else ends “id.” is `other`: cases, codes, rules, records. */
const anchorSource = String.raw`(?<![\p{L}\p{N}])(?:(?<word>[Ee](?:[Xx](?:[Hh](?:[Ii][Bb][Ii][Tt])?)?)[Ss]?)(?![\p{L}\p{N}])\.?|(?<coded>(?:PX|DX|JX|PTX|DTX|JTX)[- ]?\d{1,4}(?![\p{L}\p{N}]*\p{Ll}))|(?<idem>[Ii](?:d|D|bid|BID)\.)(?= )|(?<mention>Decl(?:\.|aration)|DECL(?:\.|ARATION)|Aff(?:\.|idavit))(?![\p{L}\p{N}])|(?<other>vs?\. |\d{1,4} (?:U\.? ?S\.|F\. ?(?:\d|App|Supp)|S\. ?Ct|P\.[23]d|Wn\.|Wash\.|C\.F\.R|Fed\.)|Fed\. R\.|F\.R\.C\.P|WL \d|(?:Dkt|ECF|Doc|DKT)\.? ?(?:Nos?\.? ?|# ?)?\d|(?:Compl|Mot|Opp|Br|Mem|Dep|Tr|Hr'g Tr)\. (?:¶|at |\d)|FAC ¶|RCW \d|Restatement)`;
/** What may stand between “Ex.” and its label. */
const lead = /[ -]?(?:(?:No|NO)s?\.? |Nos\. |# ?)?(["([]?)/y;
/** After a small “exhibit” the letters A and I are words, unless one of these follows. */
const labelGoesOn = /(?:[.,;:)\]"']|$| (?:at|to|of|in|and|through|pp?\.|¶|is|was|shows)(?![\p{L}]))/uy;
const aside = /,? ?\((?!at |pp?\. |¶|see |emphasis)[^()]{1,80}\)/y;
const docketNumber = /,? ?\(?(?:Dkt|ECF|Doc|DKT)\.?(?: ?(?:[Nn]os?\.?|#))? ?\d{1,5}(?:-\d{1,4})?\)?/y;
const chained = /^,? ?(?:and |& )?$/;
/** Citations a brief has at most; a text with more is none, and is not read on. */
export const maxCitations = 20_000;
/** Characters of plain text that one citation of several exhibits has at most: each of them is handed out with all of it. */
const maxTogether = 4_000;
/** Bates prefixes looked for at most. */
const maxPrefixes = 200;

/**
 * Finds the citations of exhibits in a brief: `Ex. C at 4`, `Exs. A–C`, `(Smith Decl. ¶ 7, Ex. B)`, `Exhibit A to the
 * Declaration of Jane Smith`, `PX-12 at 3:14`, `id. at 5`, `AMZ000123`. Headings and the index of exhibits are none. Takes time
 * in proportion to the text. A citation parted by the end of a page is not put together.
 *
 * @param pages texts of the brief's pages, in order
 * @returns in the order they stand, those of other documents (`document`) among them; at most 20,000
 * @example findCitations(['(Smith Decl. ¶ 7, Ex. B at 4)'])[0] // { page: 1, label: 'B', declarant: 'Smith', pin: '4', … }
 */
export function findCitations(pages: readonly string[], options: CitationOptions = {}): FoundCitation[] {
  const known = knownLabels(options.labels ?? []);
  const anchors = anchorsFor(options.batesPrefixes ?? []);
  const memory: Memory = { last: null, declarant: null };
  const found: FoundCitation[] = [];
  for (const [at, raw] of pages.entries()) {
    if (found.length >= maxCitations) break;
    for (const citation of new PageReading(raw, at + 1, {
      known,
      anchors,
      memory,
      isCutOut: options.isCutOut ?? false,
    }).read())
      found.push(citation);
  }
  return found.slice(0, maxCitations);
}

function anchorsFor(prefixes: readonly string[]): RegExp {
  const alone = prefixes
    .slice(0, maxPrefixes)
    .map((prefix) => prefix.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|');
  const bates = alone === '' ? '' : String.raw`|(?<bates>(?:${alone})[ _.-]?\d{3,10}(?![\p{L}\p{N}]))`;
  return new RegExp(`${anchorSource}${bates})`, 'gu');
}

/** What “id.” and “id., Ex. B” refer to. */
interface Memory {
  /** The exhibit cited last; null where something else was, or several at once. */
  last: Pick<FoundCitation, 'label' | 'declarant' | 'party' | 'document'> | null;
  declarant: string | null;
}

/** What is the same on all pages. */
interface Setting {
  readonly known: KnownLabels;
  readonly anchors: RegExp;
  readonly memory: Memory;
  readonly isCutOut: boolean;
}

const none: Belonging = { declarant: null, party: null, document: null };

/** One page's citations. Places are in its plain text until they are handed out. */
class PageReading {
  readonly #raw: string;
  readonly #page: number;
  readonly #plain: PlainPage;
  readonly #known: KnownLabels;
  readonly #anchors: RegExp;
  readonly #memory: Memory;
  readonly #found: FoundCitation[] = [];
  readonly #isList: boolean;
  readonly #isCutOut: boolean;
  /** Where what is read ends, and the belonging of the citation that ends there. */
  #end = 0;
  #belonging: Belonging = none;

  constructor(raw: string, page: number, { known, anchors, memory, isCutOut }: Setting) {
    this.#raw = raw;
    this.#page = page;
    this.#plain = plainPage(raw);
    this.#known = known;
    this.#anchors = anchors;
    this.#memory = memory;
    this.#isList = isListOfExhibits(raw);
    this.#isCutOut = isCutOut;
  }

  read(): FoundCitation[] {
    const { text } = this.#plain;
    const anchors = this.#anchors;
    anchors.lastIndex = 0;
    for (
      let match = anchors.exec(text);
      match && this.#found.length < maxCitations;
      match = anchors.exec(text)
    ) {
      const { word, coded, idem, mention, bates } = match.groups!;
      const at = match.index;
      let end: number | null = null;
      if (word !== undefined) end = this.#readWord(word, at, at + match[0].length);
      else if (coded !== undefined) end = this.#readLabels(at, at, { isPlural: false, takesSmall: false });
      else if (idem !== undefined) end = this.#readIdem(at, at + match[0].length);
      else if (bates !== undefined) end = this.#readBates(at);
      else {
        this.#memory.last = null;
        if (mention !== undefined) this.#memory.declarant = declarantBefore(text, at);
      }
      if (end !== null) anchors.lastIndex = end;
    }
    return this.#found;
  }

  /** Reads on after “Ex.”, “Exhibits” and the like. */
  #readWord(word: string, at: number, afterWord: number): number | null {
    const { text } = this.#plain;
    const isPlural = /s$/i.test(word);
    const isSmall = word.startsWith('e');
    if (isSmall && word.length < 4 && /\bfor $/.test(text.slice(Math.max(0, at - 4), at))) return null;
    lead.lastIndex = afterWord;
    const opening = lead.exec(text);
    if (!opening) return null;
    const begin = lead.lastIndex;
    // “exhibits a pattern” is a verb; “Ex. c” is a label.
    const takesSmall = !isSmall && (text[afterWord - 1] === '.' || !/[ai]/.test(text[begin] ?? ''));
    if (isSmall && /^[AI](?![\p{L}\p{N}])/u.test(text.slice(begin, begin + 2))) {
      labelGoesOn.lastIndex = begin + 1;
      if (!labelGoesOn.test(text)) return null;
    }
    return this.#readLabels(at, begin, { isPlural, takesSmall });
  }

  /** Reads labels with their pins, and hands them out. Answers where they end; null where there are none. */
  #readLabels(at: number, begin: number, kind: { isPlural: boolean; takesSmall: boolean }): number | null {
    const { text } = this.#plain;
    const first = readLabel(text, begin, this.#known, kind);
    if (!first || this.#isNoCitation(at, first)) return null;
    const before = belongingBefore(text, at, this.#end);
    const cited: Cited[] = [];
    let label: CitedLabel | null = first;
    let end = first.end;
    let after: FoundBelonging | null = null;
    while (label && cited.length < maxCitations && label.end - at < maxTogether) {
      end = closing(text, label.end);
      cited.push({ label, start: cited.length === 0 ? at : label.start, end, pin: null });
      const last: CitedLabel | null = readRangeEnd(text, end, this.#known, kind.isPlural, label.label);
      if (last) {
        // Of a range that runs backwards the two labels are taken as they stand.
        for (const between of labelsBetween(label.label, last.label, this.#known) ?? [])
          cited.push({ label: { label: between, start: -1, end: -1 }, start: -1, end: -1, pin: null });
        end = closing(text, last.end);
        cited.push({ label: last, start: last.start, end, pin: null });
      }
      const rest = this.#readRest(end, first.label, kind.isPlural);
      after = rest.after ?? after;
      const own = cited.at(-1)!;
      if (rest.pin) cited[cited.length - 1] = { ...own, end: rest.end, pin: rest.pin };
      ({ end } = rest);
      label = readNextLabel(text, end, this.#known, first.label, kind.isPlural);
    }
    this.#hand(at, end, cited, before, after);
    return end;
  }

  /** What may follow a label: an aside, a docket number, whose it is, and its pin, in either order. */
  #readRest(
    at: number,
    first: string,
    isPlural: boolean,
  ): { end: number; pin: Pin | null; after: FoundBelonging | null } {
    const { text } = this.#plain;
    /** Whether the number there is the list's next label, with a pin of its own: `at 4, 3 at 6`. */
    const isLabel = (start: number, end: number) =>
      isPlural && /^\d/.test(first) && /^,? (?:at|pp?\.|¶)/.test(text.slice(end, end + 5)) && start > at;
    let end = at;
    let pin: Pin | null = null;
    let after: FoundBelonging | null = null;
    for (let part = 0; part < 4; part++) {
      pin ??= readPin(text, end, isLabel);
      if (pin && pin.end > end) end = closingBracket(text, pin, end);
      const belonging: FoundBelonging | null = after ? null : belongingAfter(text, end);
      if (belonging) {
        after = belonging;
        ({ end } = belonging);
        continue;
      }
      if (pin) break;
      // An aside or a docket number counts only if a pin or an owner follows.
      const skipped = skip(text, end);
      if (skipped === end || !(readPin(text, skipped, isLabel) ?? belongingAfter(text, skipped))) break;
      end = skipped;
    }
    return { end, pin, after };
  }

  /** Whether what looks like a citation is a heading, a sheet's label, or a row of an index of exhibits. */
  #isNoCitation(at: number, label: CitedLabel): boolean {
    const { offsets } = this.#plain;
    if (this.#isCutOut) return false;
    return isHeading(this.#raw, offsets[at]!, offsets[label.end - 1]! + 1, this.#isList);
  }

  #hand(
    at: number,
    end: number,
    cited: readonly Cited[],
    before: FoundBelonging | null,
    after: FoundBelonging | null,
  ): void {
    const { text } = this.#plain;
    const isChained = !before && chained.test(text.slice(this.#end, at)) && this.#end > 0;
    const own = before?.isIdem ? { ...none, declarant: this.#memory.declarant } : before;
    // “Compl. Ex. B and Ex. Z”: Z is not taken for the complaint's, or nobody would hear that this set lacks it.
    const passedOn = isChained ? { ...this.#belonging, document: null } : none;
    const nearest = after ?? own ?? passedOn;
    const belonging: Belonging = {
      declarant: nearest.declarant ?? (nearest.document === null ? (own?.declarant ?? null) : null),
      party: nearest.party ?? own?.party ?? null,
      document: nearest.document,
    };
    const start = before?.start ?? at;
    const whole = this.#span(start, end);
    for (const { label, pin, ...place } of cited) {
      const isImplied = label.start < 0;
      // The declaration's own paragraph is the pin of “Smith Decl. ¶ 7, Ex. B”.
      const written = pin ?? (cited.length === 1 ? (before?.pin ?? null) : null);
      this.#found.push({
        ...belonging,
        ...whole,
        page: this.#page,
        text: this.#raw.slice(whole.start, whole.end),
        label: label.label,
        labelSpan: isImplied ? null : this.#span(label.start, label.end),
        ownSpan: isImplied ? null : this.#span(place.start, place.end),
        pin: written && this.#asItStands(written),
        places: pin?.places ?? (written ? [{ kind: 'other' }] : []),
        isShort: false,
      });
    }
    this.#memory.last = cited.length === 1 ? { label: cited[0]!.label.label, ...belonging } : null;
    this.#memory.declarant = belonging.declarant;
    this.#belonging = belonging;
    this.#end = end;
  }

  /** “id. at 5” after an exhibit. “id., Ex. B” is read with its “Ex.”; a bare “id.” points at no other place. */
  #readIdem(at: number, afterWord: number): number | null {
    const { last } = this.#memory;
    const pin = last && readPin(this.#plain.text, afterWord);
    if (!last || !pin || /^,? ?(?:and |& )?(?:Ex|EX)/.test(this.#plain.text.slice(pin.end, pin.end + 8)))
      return null;
    const whole = this.#span(at, pin.end);
    this.#found.push({
      ...last,
      ...whole,
      page: this.#page,
      text: this.#raw.slice(whole.start, whole.end),
      labelSpan: null,
      ownSpan: whole,
      pin: this.#asItStands(pin),
      places: pin.places,
      isShort: true,
    });
    this.#end = pin.end;
    this.#belonging = last;
    return pin.end;
  }

  /** A Bates number by itself, unless it stands alone on its line: then it is the brief's own. */
  #readBates(at: number): number | null {
    const bates = readBates(this.#plain.text, at);
    if (!bates) return null;
    const whole = this.#span(at, bates.end);
    const line = lineBefore(this.#raw, whole.start) + lineAfter(this.#raw, whole.end);
    // A confidentiality designation may stand beside it.
    if (/^[\sA-Z'’-]*$/.test(line)) return bates.end;
    this.#found.push({
      ...none,
      ...whole,
      page: this.#page,
      text: this.#raw.slice(whole.start, whole.end),
      label: null,
      labelSpan: null,
      ownSpan: whole,
      pin: this.#asItStands({ start: at, end: bates.end }),
      places: [bates.place],
      isShort: false,
    });
    this.#memory.last = null;
    return bates.end;
  }

  #span(start: number, end: number): TextSpan {
    const { offsets } = this.#plain;
    return { start: offsets[start]!, end: offsets[end - 1]! + 1 };
  }

  #asItStands({ start, end }: TextSpan): string {
    const span = this.#span(start, end);
    return this.#raw
      .slice(span.start, span.end)
      .replaceAll(/([-\u2010-\u2015\u0002\ufffe])\s*\n\s*/gu, '$1')
      .replaceAll(/\s+/gu, ' ')
      .trim();
  }
}

interface Cited {
  readonly label: CitedLabel;
  readonly start: number;
  readonly end: number;
  readonly pin: Pin | null;
}

/** After the quotes or bracket that close a label, and its possessive. */
function closing(text: string, end: number): number {
  const next = text[end];
  return next === '"' || (next === ')' && text[end - 2] === '(') || next === ']' ? end + 1 : end;
}

/** After the bracket that closes a pin which one opened: “Ex. A (at 4)”. */
function closingBracket(text: string, pin: Pin, from: number): number {
  return text[pin.end] === ')' && text.slice(from, pin.start).includes('(') ? pin.end + 1 : pin.end;
}

function skip(text: string, at: number): number {
  let end = at;
  for (const pattern of [aside, docketNumber, aside]) {
    pattern.lastIndex = end;
    if (pattern.test(text)) end = pattern.lastIndex;
  }
  return end;
}
