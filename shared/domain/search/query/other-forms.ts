import { monthNames, parseTypedMoment } from '../../typed-moment.ts';
import type { Phrase, QueryNode } from './ast.ts';

/** A telephone number of North America as it is split: run together, with its country's 1 or without. */
const telephone = /^1?([2-9]\d\d)([2-9]\d\d)(\d{4})$/;
const telephoneParts = ['10', '11', '3 3 4', '1 3 3 4', '3 7', '1 3 7'];
const socialSecurity = /^(\d{3})(\d{2})(\d{4})$/;
const socialSecurityParts = ['9', '3 2 4'];
/** Letters with figures after them, as Bates numbers are. */
const lettered = /^(\p{L}{2,12})(\d{4,})$/u;
/** Kinds of cases that stand between the year and the number of a docket. */
const caseKinds = /^(?:cv|cr|mc|mj|md|bk|ap)$/;
const docketDigits = 5;
/** Initials in capitals, with points or without: “USC”, “U.S.C.”; and a half of the day, in small letters too. */
const initials = /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,5}|[ap]\.?m\.?)$/u;
/** A name or a short form with its apostrophe, which addresses and file names leave out: “O’Brien”, “obrien”, “don’t”; not “Lee’s”. */
const apostrophized =
  /^(?:\p{L}+['’](?!s$)\p{L}+|[DLO]\p{Lu}\p{Ll}{2,}|[Oo]\p{L}{4,}|[Dd][aeiou]\p{L}{3,})$/u;
/** A word with a hyphen that others write without one: “non-compete”, “e-mail”. */
const hyphenated = /^\p{L}+(?:[-\u2010\u2011]\p{L}+)+$/u;
/** One without, and where it may have one. Of those in “co” and “e” a list, for most have none. */
const unhyphenated =
  /^(anti|counter|cross|multi|non|post|pre|co(?=author|conspir|counsel|defend|found|op|ord|own|sign|work)|e(?=fil|mail|sign))(\p{L}{4,})$/u;

/** An amount, with commas or without: of more figures without it is rather a number of something. */
const amount = /^([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{3,7})(?:\.(\d{1,2}))?$/;
const year = /^(?:19|20)\d\d$/;
/** What stands around a number or a date and is no part of it. */
const around = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * A query that also finds what is written another way in some texts and is the same: telephone and Social Security numbers run together or
 * parted, amounts with or without commas, dates in figures or words, Bates numbers with or without a sign after their letters, numbers
 * of dockets with or without zeros, initials with or without points, names with or without an apostrophe, words with or without a hyphen. Words in quotes are meant as
 * they are, but for a telephone number, an amount and a date, which are often put in quotes for the signs in them.
 *
 * @param query as typed
 */
export function withOtherForms(node: QueryNode, query: string): QueryNode {
  switch (node.kind) {
    case 'phrase': {
      const typed = query.slice(node.place.from, node.place.to);
      const others = otherForms(node, typed);
      if (others.length === 0) return node;
      const phrases = others.map((words): Phrase => ({ ...node, words, isPrefix: false }));
      return { kind: 'or', children: [node, ...phrases] };
    }
    case 'and':
    case 'or':
      return { kind: node.kind, children: node.children.map((child) => withOtherForms(child, query)) };
    case 'not':
      return { kind: 'not', child: withOtherForms(node.child, query) };
    default:
      return node;
  }
}

function otherForms({ words, isQuoted }: Phrase, typed: string): string[][] {
  const run = words.join('');
  const parts = words.map(({ length }) => length).join(' ');
  const forms: string[][] = [];
  const [, area, exchange, line] = (telephoneParts.includes(parts) && telephone.exec(run)) || [];
  if (area) {
    const number = `${area}${exchange}${line}`;
    forms.push([number], [`1${number}`], [area, exchange!, line!], [area, `${exchange}${line}`]);
  }
  const bare = typed.replaceAll(around, '');
  forms.push(...amountForms(bare, typed.includes('$')), ...dateForms(bare));
  if (!isQuoted) {
    const [, ...groups] = (socialSecurityParts.includes(parts) && socialSecurity.exec(run)) || [];
    if (groups.length > 0) forms.push([run], groups);
    const [, letters, figures] = lettered.exec(run) ?? [];
    if (letters && (words.length === 1 || (words.length === 2 && words[0] === letters)))
      forms.push([run], [letters, figures!]);
    forms.push(...docketForms(words));
    if (initials.test(typed)) forms.push([run], [...run]);
    if (hyphenated.test(bare)) forms.push([run]);
    const [, before, rest] = (words.length === 1 && unhyphenated.exec(run)) || [];
    if (before) forms.push([before, rest!]);
    if (apostrophized.test(bare)) forms.push(words.length > 1 ? [run] : [run[0]!, run.slice(1)]);
  }
  const own = words.join(' ');
  return [...new Map(forms.map((form) => [form.join(' '), form])).values()].filter(
    (form) => form.join(' ') !== own,
  );
}

/** An amount run together and parted by commas; one without cents in place of “.00” too. */
function amountForms(bare: string, isMoney: boolean): string[][] {
  const [, written, cents] = amount.exec(bare) ?? [];
  if (written === undefined || (year.test(bare) && !isMoney)) return [];
  const whole = written.replaceAll(',', '');
  const parted = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ' ').split(' ');
  return [[whole], parted].flatMap((form) => [
    ...(cents === undefined ? [] : [[...form, cents]]),
    ...(cents === undefined || cents === '00' ? [form] : []),
  ]);
}

/** A day of a stated year as papers, mail and names of files have it. */
function dateForms(bare: string): string[][] {
  if (!/\d{4}|\/\d+\/\d\d$/.test(bare)) return [];
  const date = parseTypedMoment(bare.replace(/^(\d\d?)-(\d\d?)-(?=\d{4}$)/, '$1/$2/'), '2000-01-01');
  const [, y, mm, dd] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? '') ?? [];
  if (!y || !mm || !dd) return [];
  const [m, d, yy] = [`${Number(mm)}`, `${Number(dd)}`, y.slice(2)];
  const name = monthNames[Number(m) - 1]!;
  const nth = `${d}${/(?<!1)[123]$/.test(d) ? ['st', 'nd', 'rd'][Number(d.at(-1)) - 1] : 'th'}`;
  return [
    ...[m, mm].flatMap((month) => [d, dd].map((day) => [month, day, y])),
    [m, d, yy],
    [mm, dd, yy],
    [y, mm, dd],
    [`${y}${mm}${dd}`],
    ...[name, name.slice(0, 3), ...(m === '9' ? ['sept'] : [])].flatMap((month) => [
      [month, d, y],
      [d, month, y],
    ]),
    [name, nth, y],
    [nth, 'day', 'of', name, y],
  ];
}

/** The number of a docket with the zeros that some write and others leave out: 21-cv-31 and 21-cv-00031. */
function docketForms(words: readonly string[]): string[][] {
  const at = words.findIndex((word, i) => i > 0 && caseKinds.test(word)) + 1;
  const number = at === 0 ? undefined : words[at];
  if (number === undefined || !/^\d{2}$/.test(words[at - 2]!) || !/^\d{1,5}$/.test(number)) return [];
  const plain = String(Number(number));
  return [plain, plain.padStart(docketDigits, '0')].map((form) => words.with(at, form));
}
