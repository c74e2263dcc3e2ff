import { exhibitsByLabel } from '../../exhibits/exhibits-by-label.ts';

/** What labels a set has, which settles what the text alone leaves open. */
export interface KnownLabels {
  /** In the set's order. */
  readonly inOrder: readonly string[];
  /** Letters before the numbers of some, such as PX. */
  readonly codes: ReadonlySet<string>;
  /** Single letters before the numbers of several, as P of P-1 and P-2, where no label is the letter itself. */
  readonly letters: ReadonlySet<string>;
  /** The place of a label however it is written; null where the set has none such. */
  find(label: string): number | null;
}

/** The codes of trial exhibits, which are used without “Ex.”. */
const trialCodes = ['PX', 'DX', 'JX', 'PTX', 'DTX', 'JTX'];
const codeOf = /^([A-Z]{2,6})-?\d/;

/** The labels of a set, for the reading of citations. */
export function knownLabels(labels: readonly string[]): KnownLabels {
  const own = labels.flatMap((label) => codeOf.exec(label)?.[1] ?? []);
  const numbered = Map.groupBy(labels, (label) => /^([A-Z])-\d/.exec(label)?.[1] ?? '');
  const letters = [...numbered].filter(([letter, { length }]) => length > 1 && !labels.includes(letter));
  return {
    inOrder: labels,
    codes: new Set([...trialCodes, ...own]),
    letters: new Set(letters.map(([letter]) => letter).filter((letter) => letter !== '')),
    find: exhibitsByLabel(labels),
  };
}

/** Whether the set has a label, however it is written. */
export function has(known: KnownLabels, label: string): boolean {
  return known.find(label) !== null;
}

/** What a label is made of, so that lists and ranges hold labels of one kind. */
export function kindOf(label: string): string {
  if (/^[A-Za-z]+$/.test(label)) return 'letters';
  if (/^\d/.test(label)) return 'number';
  return /^[A-Z]+/.exec(label)?.[0] ?? '';
}

/** Whether what could be a Bates number is a label of the set. */
export function isCodedLabel(text: string, { find }: KnownLabels): boolean {
  const written = /^[A-Z]{2,6}[- ]?\d{1,4}(?!\d)/.exec(text)?.[0];
  return written !== undefined && find(written) !== null;
}
