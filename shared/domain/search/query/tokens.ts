import { findField, type FieldName } from './fields.ts';
import { QueryProblem, type Place } from './ast.ts';

/** The pieces a query is written with. */
export type QueryToken =
  | { kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'minus'; place: Place }
  /** NEAR( … , n) begins with `near`; NEAR/n between two words is `within`. */
  | { kind: 'near'; place: Place }
  | { kind: 'within'; distance: number; place: Place }
  | { kind: 'word'; text: string; isPrefix: boolean; place: Place }
  | { kind: 'quoted'; text: string; isPrefix: boolean; isClosed: boolean; place: Place }
  | { kind: 'filter'; field: FieldName; value: string; place: Place };

const quotes = /["“”„‟«»＂]/;
const space = /\s/;
const operators = { AND: 'and', OR: 'or', NOT: 'not' } as const;
/** The farthest apart two words can be and still be near. */
export const maxDistance = 200;

/**
 * Splits a query into its pieces.
 *
 * @param isTyping take what is not finished as far as it goes
 * @throws QueryProblem on a quotation mark that is not closed
 */
export function splitQuery(query: string, isTyping: boolean): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < query.length) {
    const letter = query[at]!;
    const telephone =
      letter === '(' ? /^\(\d{3}\) ?\d{3}[-. ]\d{4}(?![\w-])/.exec(query.slice(at, at + 16)) : null;
    if (space.test(letter)) at++;
    else if (telephone) {
      const to = at + telephone[0].length;
      tokens.push({ kind: 'word', text: telephone[0], isPrefix: false, place: { from: at, to } });
      at = to;
    } else if (letter === '(' || letter === ')') {
      tokens.push({ kind: letter === '(' ? 'open' : 'close', place: { from: at, to: at + 1 } });
      at++;
    } else if (letter === '-' && startsTerm(query, at)) {
      tokens.push({ kind: 'minus', place: { from: at, to: at + 1 } });
      at++;
    } else if (quotes.test(letter)) {
      const quoted = readQuoted(query, at, isTyping);
      tokens.push({ kind: 'quoted', ...quoted });
      at = quoted.place.to;
    } else {
      const token = readWord(query, at, isTyping);
      tokens.push(token);
      at = token.place.to;
    }
  }
  return tokens;
}

/** Whether a hyphen comes before a word, quote or parenthesis and after none: "-draft", not "30-day" or " - ". */
function startsTerm(query: string, at: number): boolean {
  const before = query[at - 1];
  const after = query[at + 1];
  return (
    (before === undefined || space.test(before) || before === '(') &&
    after !== undefined &&
    after !== '-' &&
    after !== ')' &&
    !space.test(after)
  );
}

function readQuoted(query: string, from: number, isTyping: boolean) {
  let end = from + 1;
  while (end < query.length && !quotes.test(query[end]!)) end++;
  const isClosed = end < query.length;
  if (!isClosed && !isTyping)
    throw new QueryProblem(`the quotation mark at character ${from + 1} is not closed`, {
      from,
      to: from + 1,
    });
  const text = query.slice(from + 1, end);
  const isPrefix = query[end + 1] === '*' || text.endsWith('*');
  const to = isClosed ? end + 1 + (query[end + 1] === '*' ? 1 : 0) : end;
  return { text, isPrefix, isClosed, place: { from, to } };
}

function readWord(query: string, from: number, isTyping: boolean): QueryToken {
  const near = /^NEAR(?:\s*\(|\/(\d{1,4})(?=\s|$))/.exec(query.slice(from, from + 20));
  if (near) {
    const place = { from, to: from + near[0].length };
    return near[1] === undefined
      ? { kind: 'near', place }
      : { kind: 'within', distance: Math.min(Number(near[1]), maxDistance), place };
  }
  let to = from;
  while (to < query.length && !isWordEnd(query, to)) to++;
  const text = query.slice(from, to);
  const operator = operators[text as keyof typeof operators] as 'and' | 'or' | 'not' | undefined;
  if (operator !== undefined) return { kind: operator, place: { from, to } };
  return (
    readFilter(query, from, isTyping) ?? {
      kind: 'word',
      text,
      isPrefix: text.endsWith('*'),
      place: { from, to },
    }
  );
}

/** A field with its value: "kind:pdf", "from:"Ann Lee"". Null when the word before the colon is not a field, or no value follows. */
function readFilter(query: string, from: number, isTyping: boolean): QueryToken | null {
  const head = /^([a-z]{2,9}):/i.exec(query.slice(from, from + 12));
  const field = head ? findField(head[1]!) : null;
  if (!head || field === null) return null;
  const at = from + head[0].length;
  const next = query[at];
  if (next === undefined || space.test(next)) {
    // At the end the value is missing, or still to come; before other words it may be prose: "Subject: notice".
    return query.slice(at).trim() === ''
      ? { kind: 'filter', field, value: '', place: { from, to: at } }
      : null;
  }
  if (quotes.test(next)) {
    const { text, place } = readQuoted(query, at, isTyping);
    return { kind: 'filter', field, value: text.trim(), place: { from, to: place.to } };
  }
  let to = at;
  while (to < query.length && !space.test(query[to]!) && query[to] !== ')' && query[to] !== '(') to++;
  if (to === at) return null;
  return { kind: 'filter', field, value: query.slice(at, to), place: { from, to } };
}

function isWordEnd(query: string, at: number): boolean {
  const letter = query[at]!;
  return space.test(letter) || letter === '(' || letter === ')' || quotes.test(letter);
}
