import { closing, closingBracket, isCitedInBrackets, skipAsides, skipRemark } from './asides.ts';
import {
  belongingAfter,
  belongingBefore,
  declarantBefore,
  type Belonging,
  type FoundBelonging,
} from './belonging.ts';
import type { CitedText } from './cited-text.ts';
import type { FoundCitation, PageSpan } from './found-citation.ts';
import { contentsEnd, isHeading, lineAfter, lineBefore } from './headings.ts';
import { has, isCodedLabel, type KnownLabels } from './known-labels.ts';
import {
  isQuotedLetter,
  isSmallLabel,
  isSmallPart,
  readLabel,
  readRangeEnd,
  type CitedLabel,
} from './label.ts';
import { labelsBetween, readNextLabel } from './label-list.ts';
import { hasOwnPin, readBates, readPin, readPinBefore, type OwnBates, type Pin } from './pins.ts';
import { isAt, matchAt } from './sticky.ts';

/** What may be between “Ex.” and its label. */
const lead =
  /(?: \(["'][A-Z][A-Za-z.]{1,8}["']\))?[ -]?(?:(?:No|NO)s?\.? |[Nn]os?\. |(?:[Nn]umber|NUMBER)[Ss]? |# ?|(?:numbered|marked|lettered|labell?ed|designated|identified)(?: as)? )?(?:\(?["']|[([])?/y;
/** After “ex. c” this tells that it is a label. */
const pinGoesOn = /,? (?:at \d|pp?\. ?\d|¶)/y;
/** After “Exhibit I” these tell that it is a pronoun. */
const pronounGoesOn = / (?:am|have|had|do|did|show|think|believe|attach|know|saw|made|wrote|sent)\b/y;
/** After a small “exhibit” the letters A and I are words, unless one of these follows. */
const labelGoesOn =
  /(?:[.,;:)\]"']|$| ?[-–&] ?[A-Z](?![\p{L}])| (?:at|to|of|in|and|or|through|thru|pp?\.|¶|is|was|shows)(?![\p{L}]))/muy;
/** Also “¶ 7 (Ex. B), ¶ 8 (Ex. C)”. */
const chained = /^(?:,? ?(?:and |& )?|[)\]][,;]? (?:and |& )?¶{1,2} ?\d[\d–-]{0,8} ?[([])$/;
/** Citations a brief has at most; a text with more is not a brief, and reading stops. */
export const maxCitations = 20_000;
/** Characters of plain text that one citation of several exhibits has at most: each of them is handed out with all of it. */
const maxTogether = 4_000;
/** What “id.” and “id., Ex. B” refer to. */
export interface Memory {
  /** The exhibit cited last; null where something else was, or several at once. */
  last: Pick<FoundCitation, 'label' | 'declarant' | 'party' | 'document'> | null;
  declarant: string | null;
}

/** What is the same on all pages. */
export interface Setting {
  readonly known: KnownLabels;
  readonly anchors: RegExp;
  readonly ownBates: OwnBates;
  readonly isDeclarant: (name: string) => boolean;
  readonly memory: Memory;
  readonly isCutOut: boolean;
  /** Pages of an index of exhibits. */
  readonly lists: ReadonlySet<number>;
}

const none: Belonging = { declarant: null, party: null, document: null };

/** Citations in a text. Places are in its plain text until they are handed out. */
export class PageReading {
  readonly #text: CitedText;
  readonly #setting: Setting;
  readonly #memory: Memory;
  readonly #found: FoundCitation[] = [];
  readonly #isList: boolean;
  readonly #contentsEnd: number;
  /** Where what is read ends, and the belonging of the citation that ends there. */
  #end: number;
  #belonging: Belonging = none;
  /** Where reading goes on. */
  #at: number;

  /** @param from place in the plain text at which to begin: what is before it has been read already */
  constructor(text: CitedText, setting: Setting, from = 0) {
    this.#text = text;
    this.#setting = setting;
    this.#memory = setting.memory;
    this.#isList = setting.lists.has(text.spansOf(0, 0)[0].page);
    this.#contentsEnd = contentsEnd(text.raw);
    this.#end = from;
    this.#at = from;
  }

  /** Reads on, up to a place. @returns all that was found so far */
  read(until = Infinity): readonly FoundCitation[] {
    const { text } = this.#text.plain;
    const { anchors } = this.#setting;
    anchors.lastIndex = this.#at;
    while (this.#found.length < maxCitations) {
      const match = anchors.exec(text);
      this.#at = match?.index ?? text.length;
      if (!match || match.index >= until) break;
      const { word, many, coded, idem, mention, bates } = match.groups!;
      const at = match.index;
      let end: number | null = null;
      if (word !== undefined) end = this.#readWord(word + (many ?? ''), at, at + match[0].length);
      else if (coded !== undefined)
        end = this.#readLabels(at, at, { isPlural: /^[A-Z]+(?:s| Nos)/.test(coded), takesSmall: false });
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
    const { text } = this.#text.plain;
    const isMany = /s$/i.test(word);
    const isSmall = word.startsWith('e');
    // “The exhibit’s A-frame” has one.
    if (isSmall && word.includes("'")) return null;
    if (isSmall && word.length < 4 && /\bfor $/.test(text.slice(Math.max(0, at - 4), at))) return null;
    // It may be nothing.
    const [opening] = matchAt(lead, text, afterWord)!;
    const begin = afterWord + opening.length;
    // “Exhibit Nos. 1-3” are several too.
    const isPlural = isMany || /(?:nos\.?|numbers) $/i.test(opening);
    // “exhibits a pattern” is a verb; “Ex. c” is a label.
    const isShort = text[afterWord - 1] === '.';
    const { known } = this.#setting;
    const takesSmall = isSmall
      ? isQuotedLetter(text, begin) ||
        isSmallPart(text, begin, known) ||
        (isShort
          ? isAt(pinGoesOn, text, begin + 1) || isSmallLabel(text, begin, known, isPlural)
          : !isMany && isSmallLabel(text, begin, known, false))
      : isShort ||
        !/[ai]/.test(text[begin] ?? '') ||
        isQuotedLetter(text, begin) ||
        isSmallPart(text, begin, known);
    const isWord = isSmall && /^[AI](?![\p{L}\p{N}])/u.test(text.slice(begin, begin + 2));
    if (isWord && !isAt(labelGoesOn, text, begin + 1)) return null;
    if (text[begin] === 'I' && isAt(pronounGoesOn, text, begin + 1)) return null;
    return this.#readLabels(at, begin, { isPlural, takesSmall });
  }

  /** Reads labels with their pins, and hands them out. Answers where they end; null where there are none. */
  #readLabels(at: number, begin: number, kind: { isPlural: boolean; takesSmall: boolean }): number | null {
    const { text } = this.#text.plain;
    const first = readLabel(text, begin, this.#setting.known, kind);
    if (!first || this.#isNoCitation(at, first)) return null;
    const before = belongingBefore(text, at, this.#end, this.#setting.isDeclarant);
    const cited: Cited[] = [];
    let label: CitedLabel | null = first;
    let end = first.end;
    while (label && cited.length < maxCitations && label.end - at < maxTogether) {
      end = closing(text, label);
      cited.push({ label, start: cited.length === 0 ? at : label.start, end, pin: null, after: null });
      const last: CitedLabel | null = readRangeEnd(text, end, this.#setting.known, {
        first: label.label,
        isPlural: kind.isPlural,
      });
      if (last) {
        // Of a range that runs backwards the two labels are taken as written.
        for (const between of labelsBetween(label.label, last.label, this.#setting.known) ?? [])
          cited.push({ ...implied, label: { label: between, start: -1, end: -1 } });
        end = closing(text, last);
        cited.push({ label: last, start: last.start, end, pin: null, after: null });
      }
      const start = before?.start ?? at;
      const rest = this.#readRest(end, { start, at, first: first.label, isPlural: kind.isPlural });
      const own = cited.at(-1)!;
      if (rest.pin) Object.assign(own, { end: rest.end, pin: rest.pin });
      // “A and B to the Smith Decl. and C to the Jones Decl.”: each is of the declaration named next.
      if (rest.after)
        for (let place = cited.length - 1; place >= 0 && !cited[place]!.after; place--)
          cited[place]!.after = rest.after;
      ({ end } = rest);
      const list = { first: first.label, previous: (last ?? label).label, isPlural: kind.isPlural };
      label = readNextLabel(text, end, this.#setting.known, list);
    }
    this.#hand(at, end, eachItsPin(text, cited), before);
    return end;
  }

  /** What may follow a label: an aside, a docket number, whose it is, and its pin, in either order. */
  #readRest(
    at: number,
    cited: {
      readonly start: number;
      readonly at: number;
      readonly first: string;
      readonly isPlural: boolean;
    },
  ): { end: number; pin: Pin | null; after: FoundBelonging | null } {
    const { text } = this.#text.plain;
    const { first, isPlural } = cited;
    const code = /^\D*/.exec(first)![0];
    /** Whether what is there is the list's next label, not a pin: `at 4, 3 at 6`, or one that the set has: `1 at 4; 2`. */
    const isLabel = (start: number, end: number) =>
      isCodedLabel(text.slice(start, end), this.#setting.known) ||
      (text.startsWith('; ', start - 2) &&
        /\d/.test(first) &&
        (isPlural || has(this.#setting.known, code + text.slice(start, end)))) ||
      (isPlural && /^\d/.test(first) && hasOwnPin(text, end) && start > at);
    let end = at;
    let pin: Pin | null = null;
    let after: FoundBelonging | null = null;
    for (let part = 0; part < 4; part++) {
      pin ??= this.#readPin(end, isLabel) ?? this.#readPinOfPaper(cited.start, cited.at, end);
      if (pin && pin.end > end) end = closingBracket(text, pin, end);
      const belonging: FoundBelonging | null = after ? null : belongingAfter(text, end);
      if (belonging) {
        after = belonging.isIdem ? { ...belonging, declarant: this.#memory.declarant } : belonging;
        ({ end } = belonging);
        continue;
      }
      // An aside or a docket number counts only if a pin, an owner or the list's next label follows.
      const skipped = pin ? skipRemark(text, end) : skipAsides(text, end);
      if (skipped === end) break;
      const list = { first, previous: first, isPlural };
      const next = isPlural ? readNextLabel(text, skipped, this.#setting.known, list) : null;
      // In “Exs. 1–3 at 4 (email), 6” the 6 is another page.
      const isNext = next !== null && (!pin || !/^\d/.test(next.label) || hasOwnPin(text, next.end));
      const isPin = !pin && this.#readPin(skipped, isLabel) !== null;
      if (!isNext && !isPin && !belongingAfter(text, skipped)) break;
      end = skipped;
    }
    return { end, pin, after };
  }

  /** The pin behind the bracket of “ECF No. 12-3 (Ex. C) at 4”. */
  #readPinOfPaper(start: number, word: number, end: number): Pin | null {
    const { text } = this.#text.plain;
    const pin = /[)\]]/.test(text[end] ?? '') ? this.#readPin(end + 1) : null;
    return pin && isCitedInBrackets(text, { start, word, pinEnd: pin.end }) ? pin : null;
  }

  #readPin(at: number, isLabel?: (start: number, end: number) => boolean): Pin | null {
    return readPin(this.#text.plain.text, at, { ownBates: this.#setting.ownBates, isLabel });
  }

  /** Whether what looks like a citation is a heading, a sheet's label, or a row of an index of exhibits. */
  #isNoCitation(at: number, label: CitedLabel): boolean {
    if (this.#setting.isCutOut) return false;
    const { start, end } = this.#rawRun(at, label.end);
    const { raw, page } = this.#text;
    return start < this.#contentsEnd || isHeading(raw, start, end, { isList: this.#isList, page });
  }

  #hand(at: number, end: number, cited: readonly Cited[], before: FoundBelonging | null): void {
    const { text } = this.#text.plain;
    const isChained = !before && chained.test(text.slice(this.#end, at)) && this.#end > 0;
    const own = before?.isIdem
      ? { ...none, declarant: this.#memory.declarant, document: this.#memory.last?.document ?? null }
      : before;
    // “Compl. Ex. B and Ex. Z”: Z is not taken for the complaint's, or nobody would notice that this set lacks it.
    const passedOn = isChained ? { ...this.#belonging, document: null } : none;
    const belongingOf = (after: FoundBelonging | null): Belonging => {
      const nearest = after ?? own ?? passedOn;
      return {
        declarant: nearest.declarant ?? (nearest.document === null ? (own?.declarant ?? null) : null),
        party: nearest.party ?? own?.party ?? null,
        document: nearest.document,
      };
    };
    const lastNamed = cited.findLast(({ after }) => after)?.after ?? null;
    const from = before?.start ?? at;
    const pinBefore = cited.length === 1 ? readPinBefore(text, from, this.#end) : null;
    const start = pinBefore?.from ?? from;
    const whole = this.#placed(start, end);
    for (const { label, pin: pinAfter, after, ...place } of cited) {
      const pin = pinAfter ?? pinBefore;
      const isImplied = label.start < 0;
      // The declaration's own paragraph is the pin of “Smith Decl. ¶ 7, Ex. B”.
      const written = pin ?? (cited.length === 1 ? (before?.pin ?? null) : null);
      this.#found.push({
        ...belongingOf(after ?? lastNamed),
        ...whole,
        label: label.label,
        labelSpan: isImplied ? null : this.#within(start, label),
        ownSpans: isImplied ? [] : this.#spans(place.start, place.end),
        pin: written && this.#asItStands(written),
        places: pin?.places ?? (written ? [{ kind: 'other' }] : []),
        isShort: false,
      });
    }
    const belonging = belongingOf(lastNamed);
    this.#memory.last = cited.length === 1 ? { label: cited[0]!.label.label, ...belonging } : null;
    this.#memory.declarant = belonging.declarant;
    this.#belonging = belonging;
    this.#end = end;
  }

  /** “id. at 5” after an exhibit. “id., Ex. B” is read with its “Ex.”; a bare “id.” points at no other place. */
  #readIdem(at: number, afterWord: number): number | null {
    const { last } = this.#memory;
    const pin = last && this.#readPin(afterWord);
    if (!last || !pin || /^,? ?(?:and |& )?(?:Ex|EX)/.test(this.#text.plain.text.slice(pin.end, pin.end + 8)))
      return null;
    this.#found.push({
      ...last,
      ...this.#placed(at, pin.end),
      labelSpan: null,
      ownSpans: this.#spans(at, pin.end),
      pin: this.#asItStands(pin),
      places: pin.places,
      isShort: true,
    });
    this.#end = pin.end;
    this.#belonging = last;
    return pin.end;
  }

  /** A Bates number without a label, unless it is alone on its line: then it is the brief's own. */
  #readBates(at: number): number | null {
    const bates = readBates(this.#text.plain.text, at, this.#setting.ownBates);
    if (!bates) return null;
    const { raw } = this.#text;
    const { start, end } = this.#rawRun(at, bates.end);
    const line = lineBefore(raw, start) + lineAfter(raw, end);
    // A confidentiality designation may be beside it.
    if (/^[\sA-Z'’-]*$/.test(line)) return bates.end;
    this.#found.push({
      ...none,
      ...this.#placed(at, bates.end),
      label: null,
      labelSpan: null,
      ownSpans: this.#spans(at, bates.end),
      pin: this.#asItStands({ start: at, end: bates.end }),
      places: [bates.place],
      isShort: false,
    });
    this.#memory.last = null;
    return bates.end;
  }

  /** A run of the plain text as the text itself has it. */
  #rawRun(start: number, end: number): TextRun {
    const { offsets } = this.#text.plain;
    return { start: offsets[start]!, end: offsets[end - 1]! + 1 };
  }

  #spans(start: number, end: number): [PageSpan, ...PageSpan[]] {
    const run = this.#rawRun(start, end);
    return this.#text.spansOf(run.start, run.end);
  }

  /** Where a whole citation is, and what it says. */
  #placed(start: number, end: number): PageSpan & Pick<FoundCitation, 'next' | 'further' | 'text'> {
    const run = this.#rawRun(start, end);
    const [span, next = null, ...further] = this.#text.spansOf(run.start, run.end);
    return { ...span, next, further, text: this.#text.raw.slice(run.start, run.end) };
  }

  /** Where a label is in the citation that begins at a place. */
  #within(start: number, label: CitedLabel): TextRun {
    const [whole, run] = [this.#rawRun(start, start + 1), this.#rawRun(label.start, label.end)];
    return { start: run.start - whole.start, end: run.end - whole.start };
  }

  #asItStands(run: TextRun): string {
    const { start, end } = this.#rawRun(run.start, run.end);
    return this.#text.raw
      .slice(start, end)
      .replaceAll(/([-\u2010-\u2015\u0002\ufffe])\s*\n\s*/gu, '$1')
      .replaceAll(/\s+/gu, ' ')
      .trim();
  }
}

interface TextRun {
  readonly start: number;
  readonly end: number;
}

/** An exhibit of a citation, while it is read. */
interface Cited {
  readonly label: CitedLabel;
  readonly start: number;
  readonly end: number;
  readonly pin: Pin | null;
  /** Whose it is, where that follows it. */
  after: FoundBelonging | null;
}

/** One that a range implies, which is written nowhere. */
const implied = { start: -1, end: -1, pin: null, after: null };

const respectively = /,? respectively(?![\p{L}])/uy;

/** “Exs. 3 and 4 at 5 and 7, respectively”: the first has the first place, and so on. */
function eachItsPin(text: string, cited: readonly Cited[]): readonly Cited[] {
  const pin = cited.at(-1)!.pin;
  const isOfAll = pin?.places.length === cited.length && cited.every((one) => !one.pin || one.pin === pin);
  if (!isOfAll || !isAt(respectively, text, pin.end)) return cited;
  return cited.map((one, at) => ({ ...one, pin: { ...pin, places: [pin.places[at]!] } }));
}
