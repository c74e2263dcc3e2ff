import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QueryProblem, type QueryNode } from './ast.ts';
import { toConjuncts } from './conjuncts.ts';
import { fieldValues, parseDayRange, textFields } from './fields.ts';
import { matchOf, withoutExcluded } from './match.ts';
import { parseQuery } from './parse.ts';

/** A query in a short form of its own: words joined by spaces are phrases. */
function shape(node: QueryNode | null): string {
  if (node === null) return '';
  switch (node.kind) {
    case 'phrase':
      return `${node.words.join(' ')}${node.isPrefix ? '*' : ''}`;
    case 'near':
      return `near(${node.phrases.map(shape).join(' ~ ')} ${node.distance})`;
    case 'filter':
      return `${node.field}=${node.value}`;
    case 'not':
      return `not(${shape(node.child)})`;
    default:
      return `${node.kind}(${node.children.map(shape).join(', ')})`;
  }
}
const read = (query: string) => shape(parseQuery(query, { isTyping: false }));
const typed = (query: string) => shape(parseQuery(query, { isTyping: true }));

test.each([
  ['', ''],
  ['   ', ''],
  ['§ — &', ''],
  ['breach', 'breach'],
  ['Breach of contract', 'and(breach, of, contract)'],
  ['"Breach of contract"', 'breach of contract'],
  ['“irreparable harm”', 'irreparable harm'],
  ['terminat*', 'terminat*'],
  ['"terms of serv"*', 'terms of serv*'],
  ['breach AND contract', 'and(breach, contract)'],
  ['breach OR contract', 'or(breach, contract)'],
  ['a b OR c', 'or(and(a, b), c)'],
  ['a (b OR c)', 'and(a, or(b, c))'],
  ['a NOT b', 'and(a, not(b))'],
  ['a -b -"c d"', 'and(a, not(b), not(c d))'],
  ['a -(b OR c)', 'and(a, not(or(b, c)))'],
  ['and or not', 'and(and, or, not)'],
  ['NEAR(notice termination)', 'near(notice ~ termination 10)'],
  ['NEAR(notice "thirty days", 5)', 'near(notice ~ thirty days 5)'],
  ['NEAR(notice termination,5)', 'near(notice ~ termination 5)'],
  ['notice NEAR/3 termination', 'near(notice ~ termination 3)'],
  ['a notice NEAR/3 termination b', 'and(a, near(notice ~ termination 3), b)'],
  ['a NEAR/3 b NEAR/4 c', 'near(a ~ b ~ c 4)'],
  ['near miss', 'and(near, miss)'],
  ['2065550100', 'or(2065550100, 12065550100, 206 555 0100, 206 5550100)'],
  ['206-555-0100', 'or(206 555 0100, 2065550100, 12065550100, 206 5550100)'],
  ['+1.206.555.0100', 'or(1 206 555 0100, 2065550100, 12065550100, 206 555 0100, 206 5550100)'],
  ['call (206) 555-0100', 'and(call, or(206 555 0100, 2065550100, 12065550100, 206 5550100))'],
  ['"(206) 555-0100"', 'or(206 555 0100, 2065550100, 12065550100, 206 5550100)'],
  ['(206 OR 555)', 'or(206, 555)'],
  ['1065550100', '1065550100'],
  ['123-45-6789', 'or(123 45 6789, 123456789)'],
  ['-123456789', 'not(or(123456789, 123 45 6789))'],
  ['"123-45-6789"', '123 45 6789'],
  ['1234.56', 'or(1234 56, 1 234 56)'],
  ['$1,234.56', 'or(1 234 56, 1234 56)'],
  ['"$25,000.00"', 'or(25 000 00, 25000 00, 25000, 25 000)'],
  ['1500000', 'or(1500000, 1 500 000)'],
  ['1234-56', '1234 56'],
  ['999.50', '999 50'],
  ['2021', '2021'],
  ['$2021', 'or(2021, 2 021)'],
  ['00012345', '00012345'],
  ['ABC000123', 'or(abc000123, abc 000123)'],
  ['ABC-000123', 'or(abc 000123, abc000123)'],
  ['2:21-cv-00031-BJR', 'or(2 21 cv 00031 bjr, 2 21 cv 31 bjr)'],
  ['21-cv-31', 'or(21 cv 31, 21 cv 00031)'],
  ['47 USC 230', 'and(47, or(usc, u s c), 230)'],
  ['5:00 pm', 'and(5 00, or(pm, p m))'],
  ['5 p.m.', 'and(5, or(p m, pm))'],
  ['O’Brien', 'or(o brien, obrien)'],
  ["D'Angelo's", 'd angelo s'],
  ['OBrien', 'or(obrien, o brien)'],
  ['obrien', 'or(obrien, o brien)'],
  ['dangelo', 'or(dangelo, d angelo)'],
  ['days', 'days'],
  ['non-compete', 'or(non compete, noncompete)'],
  ['Noncompete', 'or(noncompete, non compete)'],
  ['"noncompete"', 'noncompete'],
  ['emails', 'or(emails, e mails)'],
  ['every', 'every'],
  ['cease-and-desist', 'or(cease and desist, ceaseanddesist)'],
  ["plaintiff's", 'plaintiff s'],
  ['usc "U.S.C."', 'and(usc, u s c)'],
  ['NEAR(call 2065550100)', 'near(call ~ 2065550100 10)'],
  ['kind:pdf', 'kind=pdf'],
  ['Kind:PDF,mail breach', 'and(kind=pdf,mail, breach)'],
  ['from:"Ann Lee" -tag:draft', 'and(from=Ann Lee, not(tag=draft))'],
  ['date:2021-01-08..2021-01-11', 'date=2021-01-08..2021-01-11'],
  ['(kind:pdf OR kind:mail) breach', 'and(or(kind=pdf, kind=mail), breach)'],
  ['re: notice', 'and(re, notice)'],
  ['re:notice', 're notice'],
  ['Subject: notice', 'and(subject, notice)'],
  ['https://example.com/x', 'https example com x'],
  ['at 9:41', 'and(at, 9 41)'],
  ['AT&T', 'at t'],
  ['50/50', '50 50'],
  ['30-day', '30 day'],
  ['don’t', 'or(don t, dont)'],
  ['- a', 'a'],
  ['a - b', 'and(a, b)'],
  ['r\u00e9sum\u00e9', 'resume'],
  ['\uFB01ling', 'filing'],
])('%s is read as %s', (query, expected) => {
  expect(read(query)).toBe(expected);
});

test.each(['1/22/2021', '01/22/21', '1-22-2021', '2021-01-22', '"January 22, 2021"', '"Jan. 22, 2021"'])(
  '%s is found however the day is written',
  (query) => {
    const read = parseQuery(query, { isTyping: false });
    const words = read?.kind === 'or' ? read.children.map(shape) : [];
    expect(words).toEqual(
      expect.arrayContaining([
        '1 22 2021',
        '01 22 2021',
        '1 22 21',
        '2021 01 22',
        '20210122',
        'january 22 2021',
        'jan 22 2021',
        '22 january 2021',
        'january 22nd 2021',
        '22nd day of january 2021',
      ]),
    );
    expect(new Set(words).size).toBe(words.length);
  },
);

test.each(['2/30/2021', '1/22', '12.5', 'today', '3-2-10', '"no later than January 22, 2021"'])(
  '%s is no day of a year',
  (query) => {
    expect(parseQuery(query, { isTyping: false })?.kind).toBe('phrase');
  },
);

test.each([
  ['"breach of', 'the quotation mark at character 1 is not closed', 0],
  ['a (b OR c', 'the parenthesis at character 3 is not closed', 2],
  ['a) b', 'a parenthesis is closed that was not opened', 1],
  ['AND b', 'nothing comes before AND', 0],
  ['a OR', 'nothing comes after OR', 2],
  ['a AND AND b', 'nothing comes after AND', 2],
  ['a NOT', 'nothing comes after NOT', 2],
  ['NEAR(a)', 'NEAR needs two words or phrases', 0],
  ['NEAR(a (b), 3)', 'NEAR takes words and phrases, and a number after a comma', 7],
  ['a NEAR/3', 'NEAR needs a word or phrase on either side', 2],
  ['kind:letter', '"kind:" takes pdf, image, mail', 0],
  ['date:yesterday', '"date:" takes a date such as', 0],
  ['from:""', '"from:" needs a value', 0],
  ['kind:', '"kind:" needs a value right after it, such as kind:pdf', 0],
  ['breach Date: ', '"date:" needs a value right after it, such as date:2021-01', 7],
  ['('.repeat(60) + 'a' + ')'.repeat(60), 'nested too deep', 50],
])('%s cannot be read, and why and where is said', (query, reason, at) => {
  const read = () => parseQuery(query, { isTyping: false });
  expect(read).toThrow(QueryProblem);
  expect(read).toThrow(reason);
  expect(() => read()).toThrow(
    expect.objectContaining({ place: expect.objectContaining({ from: at }) as object }),
  );
});

test.each([
  ['bre', 'bre*'],
  ['breach of con', 'and(breach, of, con*)'],
  ['breach ', 'breach'],
  ['"breach of', 'breach of*'],
  ['"breach of"', 'breach of'],
  ['breach OR', 'breach'],
  ['breach OR ', 'breach'],
  ['breach -', 'breach'],
  ['breach -dra', 'and(breach, not(dra))'],
  ['breach -dra*', 'and(breach, not(dra*))'],
  ['-draft bre', 'and(not(draft), bre*)'],
  ['(breach OR ', 'breach'],
  ['breach kind:', 'breach'],
  ['breach kind:p', 'breach'],
  ['NEAR(a', 'a*'],
  ['a )', 'a'],
])('while typing, %s is read as %s', (query, expected) => {
  expect(typed(query)).toBe(expected);
});

test.each([
  ['2021', { from: '2021-01-01', to: '2021-12-31' }],
  ['2020-02', { from: '2020-02-01', to: '2020-02-29' }],
  ['2021-01-08', { from: '2021-01-08', to: '2021-01-08' }],
  ['1/8/2021..1/11/2021', { from: '2021-01-08', to: '2021-01-11' }],
  ['..2021-01', { from: null, to: '2021-01-31' }],
  ['2021-01..', { from: '2021-01-01', to: null }],
  ['2021-02-30', null],
  ['..', null],
  ['1..2..3', null],
  ['soon', null],
])('the days of %s', (value, expected) => {
  expect(parseDayRange(value)).toEqual(expected);
});

test('words go to the index and filters to the tables, however they are mixed', () => {
  const ways = (query: string) =>
    toConjuncts(parseQuery(query, { isTyping: false })!).map(
      ({ text, excluded, filters }) =>
        `${shape(text)} | ${excluded.map((each) => shape(each)).join(' ')} | ${shape(filters as QueryNode | null)}`,
    );
  expect(ways('breach kind:pdf -draft')).toEqual(['breach | draft | kind=pdf']);
  expect(ways('breach (kind:pdf OR kind:mail)')).toEqual(['breach |  | or(kind=pdf, kind=mail)']);
  expect(ways('breach OR kind:pdf')).toEqual(['breach |  | ', ' |  | kind=pdf']);
  expect(ways('-(a OR kind:pdf)')).toEqual([' | a | not(kind=pdf)']);
  expect(ways('a OR -b')).toEqual(['a |  | ', ' | b | ']);
});

test('a query that mixes words and filters in too many ways is refused', () => {
  const query = Array.from({ length: 7 }, (_, i) => `(w${i} OR -v${i})`).join(' ');
  expect(() => toConjuncts(parseQuery(query, { isTyping: false })!)).toThrow('too many ways');
});

test('what goes to the index is words in quotes and its own operators', () => {
  const match = (query: string) => matchOf(parseQuery(query, { isTyping: false })!, () => null);
  expect(match('a "b c" OR d*')).toBe('(("a" AND "b c") OR "d" *)');
  expect(match('NEAR(a "b c", 3)')).toBe('NEAR("a" "b c", 3)');
  expect(match('a:b ^c {d} +e')).toBe('("a b" AND "c" AND "d" AND "e")');
  expect(withoutExcluded('"a"', ['"b"', '"c"'])).toBe('("a") NOT ("b" OR "c")');
  expect(matchOf(parseQuery('stop*', { isTyping: false })!, () => ['stop', 'stopped'])).toBe(
    '("stop" OR "stopped")',
  );
});

const pieces = fc.array(
  fc.constantFrom(
    'a',
    'b*',
    '"',
    '“',
    '(',
    ')',
    'AND',
    'OR',
    'NOT',
    '-',
    'NEAR(',
    'NEAR/3',
    ',',
    '5)',
    ' ',
    ' ',
    'kind:',
    'pdf',
    'date:',
    '2021',
    "'",
    ';--',
    '*',
    '^',
    '{',
    '\uFB01',
    '\u0000',
    '\ud800',
    ...textFields.map((field) => `${field}:x`),
    ...fieldValues.is.map((value) => `is:${value}`),
  ),
  { maxLength: 40 },
);
const queries = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  pieces.map((parts) => parts.join('')),
  pieces.map((parts) => parts.join(' ')),
);

test('any text is read or refused with a reason, and while typing it is always read', () => {
  fc.assert(
    fc.property(queries, (query) => {
      expect(() => parseQuery(query, { isTyping: true })).not.toThrow();
      try {
        parseQuery(query, { isTyping: false });
      } catch (error) {
        expect(error).toBeInstanceOf(QueryProblem);
        const { from, to } = (error as QueryProblem).place;
        expect(from >= 0 && from <= to && to <= query.length).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('nothing typed leaves the quotes of the index’s expression', () => {
  const operator = /^(?:\(|\)|AND|OR|NOT|NEAR\(|\*|, \d+\)|\s)*$/;
  fc.assert(
    fc.property(queries, (query) => {
      const node = parseQuery(query, { isTyping: true });
      for (const { text } of node ? toConjunctsOrNone(node) : []) {
        if (text === null) continue;
        const outside = matchOf(text, () => null).replaceAll(/"[\p{L}\p{N}\p{Co} ]*"/gu, '');
        expect(outside).toMatch(operator);
      }
    }),
    { numRuns: 1_000 },
  );
});

function toConjunctsOrNone(node: QueryNode) {
  try {
    return toConjuncts(node);
  } catch (error) {
    expect(error).toBeInstanceOf(QueryProblem);
    return [];
  }
}
