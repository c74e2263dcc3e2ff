import type { Identifier } from '../identifier.ts';
import { besideWords, goesOnWithList, inColumns, type BesideWords } from './beside-words.ts';
import { isWhole, lastFour, type DigitGroup } from './digit-groups.ts';

const itsNumber = String.raw`(?:(?:,?(?:\s{1,3}(?:bearing|having|with))?(?:\s{1,3}the)?[\s_]{0,3}\(?|\s{1,3}(?:at|with)\s{1,3}[\p{L}&.'’ ]{2,30}[(,]\s{0,2})(?:number(?:s|ed)?|nos?|num|nbr|nr|ids?|identifiers?)(?![a-z])\.?|\s{0,3}\(?#)?`;
/** `Account No. ending in`, `account_number`, `AcctNo`, `account, number`, `account at First Bank (No.`. */
const namedAccount = String.raw`(?<![a-z\d])(?:(?:accounts?|accts?)(?![a-z])|acc(?:oun)?t(?=no|num)|a/c\b|acc(?=\.?\s?(?:#|n[or]\b|num)))\.?${itsNumber}(?:\s{1,3}(?:that\s{1,3})?end(?:s|ing)(?:\s{1,3}(?:in|with))?)?`;
/** `account at First Bank is 12345678`, `account with First Bank (12345678)`, `account in the name of Roe, 12345678`. */
const heldAccount = String.raw`(?<![a-z\d])(?:account|acct\.?)\s{1,3}(?:(?:held|kept|maintained|opened)\s{1,3})?(?:at|with|in\s{1,3}the\s{1,3}name\s{1,3}of|of(?=[^\n:]{2,40}:))\s{1,3}[\p{L}&.'’ ]{2,40}?(?:\s{1,3}(?:is|was)|[,(:])(?:[ \n]{0,3}(?:(?:account\s{1,3})?(?:number(?:ed)?|nos?)(?![a-z])\.?|#))?(?=[ \n]{0,3}(?:[A-Z]{1,2}-?)?\d)`;
/** `número de cuenta`, `cuenta bancaria núm.`. */
const cuenta = String.raw`(?<!\p{L})(?:(?:n[uú]mero|n[uú]m\.?|no\.|nº)\s{1,3}de\s{1,3}(?:la\s{1,3})?cuenta(?:\s{1,3}bancaria)?(?!\p{L})|cuenta(?:\s{1,3}(?:bancaria|corriente|de\s{1,3}(?:ahorros?|cheques)))?,?\s{1,3}(?:n[uú]mero(?!\p{L})|n[uú]m\.?|no\.|nº|#))`;
/** `Checking 000123456789`: the kind alone, right before a long number. */
const kindAlone = String.raw`\b(?:checking|chequing|savings|CHK|SAV|DDA|routing(?:/transit)?|ABA|RTN)\b(?=[ \n]{0,3}[:(#]?[ \n]{0,3}(?:[xX*•●█■]{1,16}[ -]?)?\d{8})`;
/** `Card number`, `ABA transit no.`. */
const otherNumber = String.raw`\b(?:card|loan|mortgage|routing|ABA|RTN)\s{1,3}(?:(?:transit\s{1,3})?(?:numbers?|nos?|num)\b\.?|#)`;
const accountWords = new RegExp([heldAccount, namedAccount, cuenta, kindAlone, otherNumber].join('|'), 'giu');
/** Words near an account that say it is a financial one. Online accounts have numbers too. */
const moneyWords =
  /\b(?:banks?|banking|credit\s{1,3}union|checking|chequing|savings|brokerage|deposits?|deposited|withdrawals?|wired?|wire\s{1,3}transfers?|routing|ABA|IRA|401\(k(?=\))|mortgage|loan|lender|credit|debit|escrow|IOLTA|bancaria|trust\s{1,3}account|balance)\b/i;
/** Letters on each side of an account's words in which those are looked for. */
const near = 80;

const [fewestDigits, fewestUnnumbered, mostDigits] = [5, 7, 20];

/** Account and routing numbers beside words that name them. The last four digits alone may stay, so shorter ones do not count. */
export function accountNumbers(text: string, groups: readonly DigitGroup[]): Identifier[] {
  return [...beside(text, groups), ...beneath(text, groups), ...onChecks(text)];
}

function beside(text: string, groups: readonly DigitGroup[]): Identifier[] {
  return besideWords(text, groups, accountWords).flatMap((words) => {
    const found: Identifier[] = [];
    for (let { at } = words; ;) {
      const lastAt = numberEnd(text, groups, at, words);
      if (lastAt === null) return found.length > 0 ? found : lettered(text, words);
      const certainty = isOfMoney(text, words, groups[lastAt]!.end) ? 'certain' : 'likely';
      found.push(account(text, groups, at, lastAt, certainty));
      if (!goesOnWithList(text, groups, lastAt)) return found;
      at = lastAt + 1;
    }
  });
}

/** A number that has letters in its middle, or more than two before it, as those of brokers do: `4NB-12345`, `5AB123456`. */
const letteredNumber =
  /^[ \n]{0,3}(?:[:#(][ \n]{0,3})?((?=(?:[A-Z-]*\d){5})(?=[\d-]*[A-Z])[A-Z\d]{1,12}(?:-[A-Z\d]{1,12}){0,4})(?![\p{L}\d_]|-\d)/u;

function lettered(text: string, { words, start }: BesideWords): Identifier[] {
  const from = start + words.length;
  const [read, number] = letteredNumber.exec(text.slice(from, from + near)) ?? [];
  if (read === undefined || number === undefined) return [];
  const end = from + read.length;
  const isMoney = isOfMoney(text, { words, start }, end);
  // Beside “account” alone it may be that of a case.
  if (!isNumbered(words) && !isMoney) return [];
  const at = end - number.length;
  return [
    {
      kind: 'account',
      start: at,
      end,
      keep: lastFour(text, at, end),
      certainty: isMoney ? 'certain' : 'likely',
    },
  ];
}

/**
 * The line at the foot of a check: `⑆021000021⑆ 12345678901⑈`. Fonts for it, and what reads it, have any other signs or letters for its own: `A`,
 * `c`, `:`, or one that nobody knows.
 */
const checkLine =
  /(?<![\p{L}\d])([^\d\s/_.,()-]{1,3})(?<routing>\d{9})\1[ ]{0,6}(?<account>\d[\d -]{3,18}\d)[ ]{0,3}[^\d\s/_.-]/dgu;

function onChecks(text: string): Identifier[] {
  return [...text.matchAll(checkLine)].flatMap(({ groups, indices }): Identifier[] =>
    isRouting(groups!['routing']!)
      ? [indices!.groups!['routing']!, indices!.groups!['account']!].map(([start, end]) => ({
          kind: 'account',
          start,
          end,
          keep: lastFour(text, start, end),
          certainty: 'certain',
        }))
      : [],
  );
}

/** Whether nine digits have the check digit of a bank's routing number. Source: ABA, “Routing Number Policy”. */
function isRouting(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, at) => total + Number(digit) * [3, 7, 1][at % 3]!, 0);
  return sum % 10 === 0;
}

/** Numbers in lines beneath a heading: `Account No. Balance` and `12345678 $1,200.00`. */
function beneath(text: string, groups: readonly DigitGroup[]): Identifier[] {
  return inColumns(text, groups, accountWords, (first, behind) => {
    const found: Identifier[] = [];
    for (let at = first; at < behind; at++) {
      const lastAt = numberEnd(text, groups, at, { words: '', gap: '' });
      if (lastAt === null || text[groups[at]!.start - 1] === ',') continue;
      found.push(account(text, groups, at, lastAt, 'likely'));
      at = lastAt;
    }
    return found;
  });
}

function account(
  text: string,
  groups: readonly DigitGroup[],
  at: number,
  lastAt: number,
  certainty: Identifier['certainty'],
): Identifier {
  const start = groups[at]!.start - lettersBefore(text, groups[at]!).length;
  const { end } = groups[lastAt]!;
  return { kind: 'account', start, end, keep: lastFour(text, start, end), certainty };
}

/** Place of the last group of an account's number; null where what is beside the words is something else. */
function numberEnd(
  text: string,
  groups: readonly DigitGroup[],
  at: number,
  { words, gap }: Pick<BesideWords, 'words' | 'gap'>,
): number | null {
  // “account 12345678”, “account: 12345678”, but not “accounts of about 1234567 users”.
  if (
    !isNumbered(words) &&
    !/^[ \n]*(?:(?:is|was)[ \n]{1,3}|[:#("“'‘][ \n_]*)?(?:[A-Z]{1,2}-?|[xX*•●█■]{2,16}[ -]?)?$/.test(gap)
  )
    return null;
  let lastAt = at;
  let digits = groups[at]!.digits.length;
  while (goesOn(groups, lastAt, digits)) digits += groups[++lastAt]!.digits.length;
  const [first, last] = [groups[at]!, groups[lastAt]!];
  if (digits > mostDigits || digits < (isNumbered(words) ? fewestDigits : fewestUnnumbered)) return null;
  const before = text.slice(Math.max(0, first.start - 3), first.start);
  const isBegun = lettersBefore(text, first) !== '' || masked.test(before);
  if (last.isOpenRight || !(isWhole(groups, at, lastAt) || isBegun)) return null;
  if (/[$€£/]$|\d:$/.test(before)) return null;
  if (/^(?:[/:%]|,\d)/.test(text.slice(last.end, last.end + 2))) return null;
  return isDateOrPhone(groups.slice(at, lastAt + 1), gap) ? null : lastAt;
}

const isNumbered = (words: string) => /#|(?:\b|_)n|t(?:no|num)|\bend/i.test(words);

/** Signs that hide the first digits of a number: of what follows them no more than four may stay. */
const masked = /(?:[xX]{2}|[*•●█■]{2})[ -]?$/;

/** Whether a number goes on in the next group: after a dash or a dot, or after a blank where it is printed in short groups or in boxes of a form. */
function goesOn(groups: readonly DigitGroup[], at: number, digits: number): boolean {
  const [group, next] = [groups[at]!, groups[at + 1]];
  if (!next || group.isOpenRight || next.isOpenLeft || digits > mostDigits) return false;
  const isOneBlank = group.joint === 'blank' && next.start - group.end === 1;
  const isBoxed = group.digits.length === 1 && next.digits.length === 1;
  // A card's number is printed in four groups of four.
  const isOfFour = group.digits.length === 4 && next.digits.length === 4 && digits < 16;
  return (
    group.isTight || (isOneBlank && (isBoxed || isOfFour || (digits < 12 && isShort(group) && isShort(next))))
  );
}

function isShort({ digits }: DigitGroup): boolean {
  return digits.length >= 2 && digits.length <= 6;
}

/** One or two letters that some banks begin their numbers with; empty where there are none. */
function lettersBefore(text: string, { start }: DigitGroup): string {
  return /(?<![A-Za-z0-9])[A-Z]{1,2}-?$/.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? '';
}

function isDateOrPhone(run: readonly DigitGroup[], gap: string): boolean {
  const sizes = run.map(({ digits }) => digits.length).join('-');
  if (/^(?:[12]-[12]-[24]|4-[12]-[12])$/.test(sizes)) return true;
  // A telephone number has words before it that are not the account’s: “account number, call (206) 555-0123”.
  return /^(?:1-)?(?:3-)?3-4$/.test(sizes) && /[a-z(]/i.test(gap);
}

function isOfMoney(
  text: string,
  { words, start }: Pick<BesideWords, 'words' | 'start'>,
  end: number,
): boolean {
  return moneyWords.test(words) || moneyWords.test(text.slice(Math.max(0, start - near), end + near));
}
