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
/** Initials in capitals, with points or without: “USC”, “U.S.C.”. */
const initials = /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,5})$/u;

/**
 * A query that also finds what is written another way in some texts and is the same: telephone and Social Security numbers run together or
 * parted, Bates numbers with or without a sign after their letters, numbers of dockets with or without zeros, initials with or
 * without points. Words in quotes are meant as they are, but for a telephone number, which is often put in quotes for its parentheses.
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
  if (!isQuoted) {
    const [, ...groups] = (socialSecurityParts.includes(parts) && socialSecurity.exec(run)) || [];
    if (groups.length > 0) forms.push([run], groups);
    const [, letters, figures] = lettered.exec(run) ?? [];
    if (letters && (words.length === 1 || (words.length === 2 && words[0] === letters)))
      forms.push([run], [letters, figures!]);
    forms.push(...docketForms(words));
    if (initials.test(typed)) forms.push([run], [...run]);
  }
  const own = words.join(' ');
  return [...new Map(forms.map((form) => [form.join(' '), form])).values()].filter(
    (form) => form.join(' ') !== own,
  );
}

/** The number of a docket with the zeros that some write and others leave out: 21-cv-31 and 21-cv-00031. */
function docketForms(words: readonly string[]): string[][] {
  const at = words.findIndex((word, i) => i > 0 && caseKinds.test(word)) + 1;
  const number = at === 0 ? undefined : words[at];
  if (number === undefined || !/^\d{2}$/.test(words[at - 2]!) || !/^\d{1,5}$/.test(number)) return [];
  const plain = String(Number(number));
  return [plain, plain.padStart(docketDigits, '0')].map((form) => words.with(at, form));
}
