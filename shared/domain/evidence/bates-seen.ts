/** A Bates number as it is printed on a page. */
export interface BatesSeen {
  /** From 1. */
  readonly page: number;
  readonly label: string;
}

interface Candidate {
  readonly page: number;
  readonly label: string;
  /** Same prefix, same width, one number for each page: what a stamp leaves behind. */
  readonly run: string;
  /** Whether the label, even without its neighbors, can be nothing else. */
  readonly isPlain: boolean;
}

/** Stamps are in corners: in the last lines of a page's text, or in the first. */
const headLines = 3;
const footLines = 5;
/** A line longer than this, in characters, is a line of text, not of stamps. */
const maxLine = 300;

/** A prefix of letters, with what separates it from the number, and the number. Neither may be part of something longer. */
const labelPattern =
  /(?<![\p{L}\p{N}_:./#$§-])([A-Z][A-Za-z0-9&]{0,19}?(?:[_.-][A-Za-z][A-Za-z0-9&]{0,19}?){0,3})([ _.-]{0,2})(\d{3,12})(?![\p{L}\p{N}_:/%-]|[.,]\d)/gu;

/** Words before numbers that are something else: courts' and lawyers' numbers, addresses, places in books. */
const otherNumbers = new Set(
  `adversary ap apt art bar bates bk box case cc cert civ civil cl cr crim criminal ct cv dated dept dkt doc docket document
  ecf ein ex exh exhibit ext fax fed figure filed floor form fr frcp frcv frd fre fsupp id img item isbn isbn10 issn job lcr
  line lr mc md mdl mj mobile no nos number of order p page pages para part ph phone pl po pp ps rcw reg room rule sbn sec
  section ser ssn ste stat suite tab tel telephone tin to unit us usc usca vol volume wl wsba wsb zip
  jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
  november december`.split(/\s+/),
);

/**
 * Bates numbers printed on pages, read from their text: labels at the head or foot of a page, such as `AMZ000123`,
 * `PARLER_0000456` or `DEF-00012`. A label that continues from page to page wins over an isolated one; docket numbers,
 * dates, statutes, bar, telephone and postal numbers do not count.
 *
 * @param pages texts of pages of one document, in order
 * @returns at most one label a page, in the order of the pages
 * @example batesSeen([{ page: 1, text: '…\nAMZ000123' }]) // [{ page: 1, label: 'AMZ000123' }]
 */
export function batesSeen(pages: readonly { readonly page: number; readonly text: string }[]): BatesSeen[] {
  const candidates = pages.map(({ page, text }) => candidatesOf(page, text));
  const sizes = new Map<string, number>();
  for (const found of candidates)
    for (const run of new Set(found.map((candidate) => candidate.run)))
      sizes.set(run, (sizes.get(run) ?? 0) + 1);
  return candidates.flatMap((found) => {
    const best = found
      .filter(({ run, isPlain }) => isPlain || sizes.get(run)! > 1)
      .reduce<Candidate | null>(
        // Of equals the one lowest on the page, which comes last.
        (kept, one) => (kept && sizes.get(kept.run)! > sizes.get(one.run)! ? kept : one),
        null,
      );
    return best ? [{ page: best.page, label: best.label }] : [];
  });
}

function candidatesOf(page: number, text: string): Candidate[] {
  const lines = cornerLines(text);
  return lines.flatMap((line) =>
    [...line.matchAll(labelPattern)].flatMap(([label, prefix = '', gap = '', digits = '']) => {
      if (!canBeLabel(prefix, gap, digits)) return [];
      const run = `${prefix}${gap.trim()}|${digits.length}|${Number(digits) - page}`;
      return [{ page, label, run, isPlain: isPlain(line, label, prefix, gap, digits) }];
    }),
  );
}

/** The lines where stamps are. */
function cornerLines(text: string): string[] {
  const lines = text.split('\n').flatMap((line) => {
    const trimmed = line.trim();
    return trimmed === '' || trimmed.length > maxLine ? [] : [trimmed];
  });
  return lines.length <= headLines + footLines
    ? lines
    : [...lines.slice(0, headLines), ...lines.slice(-footLines)];
}

function canBeLabel(prefix: string, gap: string, digits: string): boolean {
  const words = prefix.toLowerCase().split(/[_.-]/);
  if (words.some((word) => otherNumbers.has(word))) return false;
  // "Seattle, WA 98101": a place and its postal code; "ISO 8601", "Form I 129": a name and its number.
  if (gap.includes(' ') && (digits.length < 6 || digits.length > 9)) return false;
  return true;
}

/** Whether a label needs no neighbors to be believed. */
function isPlain(line: string, label: string, prefix: string, gap: string, digits: string): boolean {
  const letters = prefix.replaceAll(/[^A-Za-z]/g, '');
  const isAtEnd = line === label || line.endsWith(` ${label}`) || line.startsWith(`${label} `);
  const isDate = digits.length === 8 && /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(digits);
  if (!isAtEnd || isDate || letters.length < 2 || letters !== letters.toUpperCase()) return false;
  const isPadded = digits.startsWith('0') && digits.length >= 4;
  if (gap.includes(' ')) return isPadded && line === label;
  return isPadded || (digits.length >= 6 && line === label);
}
