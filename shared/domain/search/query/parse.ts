import { typedWords } from '../words.ts';
import { QueryProblem, type Filter, type Phrase, type Place, type QueryNode } from './ast.ts';
import { fieldValues, isDateField, isListedField, parseDayRange } from './fields.ts';
import { withOtherForms } from './other-forms.ts';
import { maxDistance, splitQuery, type QueryToken } from './tokens.ts';

/** How far apart words of NEAR may be when no number is given. */
const usualDistance = 10;
const maxDepth = 50;

/**
 * Reads a query. docs/search.md describes the language.
 *
 * @param isTyping someone is still typing: the last word may go on, and what is not finished is left out
 * @returns null when there is nothing to look for
 * @throws QueryProblem when it cannot be read; never while typing
 * @example parseQuery('"irreparable harm" kind:pdf -draft', { isTyping: false })
 */
export function parseQuery(query: string, { isTyping }: { isTyping: boolean }): QueryNode | null {
  return new Parser(query, isTyping).parse();
}

class Parser {
  readonly #query: string;
  readonly #isTyping: boolean;
  readonly #tokens: QueryToken[];
  #next = 0;
  #depth = 0;
  /** How many NOTs enclose what is being read. */
  #exclusions = 0;

  constructor(query: string, isTyping: boolean) {
    this.#query = query;
    this.#isTyping = isTyping;
    this.#tokens = splitQuery(query, isTyping);
  }

  parse(): QueryNode | null {
    const parts: QueryNode[] = [];
    while (this.#next < this.#tokens.length) {
      const node = this.#readOr();
      if (node) parts.push(node);
      const left = this.#tokens[this.#next];
      if (left === undefined) break;
      // Only a parenthesis that was never opened ends a reading early.
      this.#complain('a parenthesis is closed that was not opened', left.place);
      this.#next++;
    }
    const node = join('and', parts);
    return node && withOtherForms(node, this.#query);
  }

  #readOr(): QueryNode | null {
    const parts: (QueryNode | null)[] = [this.#readAnd()];
    for (let token = this.#peek(); token?.kind === 'or'; token = this.#peek()) {
      this.#next++;
      if (!this.#isPartAhead()) this.#complain('nothing comes after OR', token.place);
      parts.push(this.#readAnd());
    }
    return join('or', parts);
  }

  #readAnd(): QueryNode | null {
    const parts: (QueryNode | null)[] = [];
    for (;;) {
      const token = this.#peek();
      if (token === undefined || token.kind === 'close') break;
      if (token.kind === 'or') {
        if (parts.length === 0) this.#complain('nothing comes before OR', token.place);
        break;
      }
      if (token.kind === 'and') {
        this.#next++;
        if (parts.length === 0) this.#complain('nothing comes before AND', token.place);
        if (!this.#isPartAhead()) this.#complain('nothing comes after AND', token.place);
        continue;
      }
      parts.push(this.#readWithin());
    }
    return join('and', parts);
  }

  /** One part, or several with NEAR/n between them. */
  #readWithin(): QueryNode | null {
    let left = this.#readPart();
    for (let token = this.#peek(); token?.kind === 'within'; token = this.#peek()) {
      this.#next++;
      const right = this.#isPartAhead() ? this.#readPart() : null;
      const phrases = [left, right].flatMap((node) =>
        node?.kind === 'phrase' ? [node] : node?.kind === 'near' ? node.phrases : [],
      );
      if (left === null || right === null || phrases.length < 2) {
        this.#complain('NEAR needs a word or phrase on either side', token.place);
        left = join('and', [left, right]);
      } else left = { kind: 'near', phrases, distance: token.distance };
    }
    return left;
  }

  #readPart(): QueryNode | null {
    const token = this.#tokens[this.#next++];
    switch (token?.kind) {
      case 'not':
      case 'minus': {
        if (!this.#isPartAhead()) {
          this.#complain('nothing comes after NOT', token.place);
          return null;
        }
        this.#exclusions++;
        const child = this.#deeper(token.place, () => this.#readPart());
        this.#exclusions--;
        return child && { kind: 'not', child };
      }
      case 'open':
        return this.#readGroup(token.place);
      case 'near':
        return this.#readNear(token.place);
      case 'within':
        this.#complain('NEAR needs a word or phrase on either side', token.place);
        return null;
      case 'filter':
        return this.#filter(token);
      case 'word':
      case 'quoted':
        return this.#phrase(token);
      default:
        return null;
    }
  }

  #readGroup(place: Place): QueryNode | null {
    const inner = this.#deeper(place, () => this.#readOr());
    if (this.#peek()?.kind === 'close') this.#next++;
    else this.#complain(`the parenthesis at character ${place.from + 1} is not closed`, place);
    return inner;
  }

  /** NEAR(one "two three", 5): the number after the last comma is the distance. */
  #readNear(place: Place): QueryNode | null {
    const phrases: Phrase[] = [];
    let distance = usualDistance;
    for (;;) {
      const token = this.#peek();
      if (token === undefined) {
        this.#complain(`the parenthesis at character ${place.to} is not closed`, place);
        break;
      }
      this.#next++;
      if (token.kind === 'close') break;
      if (token.kind !== 'word' && token.kind !== 'quoted') {
        this.#complain('NEAR takes words and phrases, and a number after a comma', token.place);
        continue;
      }
      const isLast = this.#peek() === undefined || this.#peek()?.kind === 'close';
      const number = token.kind === 'word' && isLast ? /^(.*?),?(\d{1,4})$/.exec(token.text) : null;
      const isAfterComma =
        number !== null &&
        (this.#query.slice(0, token.place.from).trimEnd().endsWith(',') || token.text.includes(','));
      if (number && isAfterComma) {
        distance = Math.min(Number(number[2]), maxDistance);
        const rest = token.text.slice(0, token.text.lastIndexOf(','));
        const phrase = token.text.includes(',') ? this.#phrase({ ...token, kind: 'word', text: rest }) : null;
        if (phrase) phrases.push(phrase);
        continue;
      }
      const phrase = this.#phrase(token);
      if (phrase) phrases.push(phrase);
    }
    if (phrases.length >= 2) return { kind: 'near', phrases, distance };
    this.#complain('NEAR needs two words or phrases', place);
    return phrases[0] ?? null;
  }

  #phrase(token: QueryToken & { kind: 'word' | 'quoted' }): Phrase | null {
    const words = typedWords(token.text);
    if (words.length === 0) return null;
    const isLast = token.place.to === this.#query.length;
    const isGoingOn =
      this.#isTyping &&
      // For an excluded word, all words that begin with it would be too many.
      this.#exclusions === 0 &&
      isLast &&
      (token.kind === 'word' || !token.isClosed) &&
      /[\p{L}\p{N}]$/u.test(token.text);
    return {
      kind: 'phrase',
      words,
      isPrefix: token.isPrefix || isGoingOn,
      isQuoted: token.kind === 'quoted',
      place: token.place,
    };
  }

  #filter({ field, value, place }: QueryToken & { kind: 'filter' }): Filter | null {
    if (value === '') {
      const example = isListedField(field)
        ? fieldValues[field][0]
        : isDateField(field)
          ? '2021-01'
          : '"two words"';
      this.#complain(`"${field}:" needs a value right after it, such as ${field}:${example}`, place);
      return null;
    }
    if (isListedField(field)) {
      const known: readonly string[] = fieldValues[field];
      const wrong = value
        .toLowerCase()
        .split(',')
        .find((part) => !known.includes(part));
      if (wrong !== undefined) {
        this.#complain(`"${field}:" takes ${known.join(', ')}`, place);
        return null;
      }
      return { kind: 'filter', field, value: value.toLowerCase(), place };
    }
    if (isDateField(field) && parseDayRange(value) === null) {
      this.#complain(`"${field}:" takes a date such as 2021-01-08, 2021-01 or 2021-01-08..2021-01-11`, place);
      return null;
    }
    return { kind: 'filter', field, value, place };
  }

  #peek(): QueryToken | undefined {
    return this.#tokens[this.#next];
  }

  #isPartAhead(): boolean {
    const kind = this.#peek()?.kind;
    return kind !== undefined && kind !== 'close' && kind !== 'and' && kind !== 'or';
  }

  #deeper<T>(place: Place, read: () => T): T | null {
    if (this.#depth >= maxDepth) {
      this.#complain('its parentheses are nested too deep', place);
      return null;
    }
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  #complain(reason: string, place: Place): void {
    if (!this.#isTyping) throw new QueryProblem(reason, place);
  }
}

function join(kind: 'and' | 'or', parts: readonly (QueryNode | null)[]): QueryNode | null {
  const present = parts.filter((part) => part !== null);
  return present.length > 1 ? { kind, children: present } : (present[0] ?? null);
}
