/**
 * Exhibit labels. There is no national rule for them (domain practice: letters, numbers, or a party's prefix), so a set
 * chooses a scheme: `A` runs A…Z, AA, AB…; `1` runs 1, 2…; a prefix such as `PX-1` runs PX-1, PX-2….
 *
 * A late exhibit takes a label between two others, so that the labels after it stay: 10 → 10A, C → C-1, PX-10 → PX-10A.
 */

export type LabelScheme = string;

/** A label taken apart. */
export interface ParsedLabel {
  /** The scheme it belongs to. */
  readonly scheme: LabelScheme;
  /** Its place in the scheme, from 1. */
  readonly ordinal: number;
  /** Its place among the insertions after that ordinal, from 1; 0 when it is none. */
  readonly insertion: number;
}

const labelPattern = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,18}[A-Za-z0-9])?$/;
/** Ordinals past this are not labels but words or numbers of another kind ("EXHIBIT", 20210111). */
const maxOrdinal = 99_999;

/**
 * Whether a text can stand as a label: at most 20 letters, digits, points and hyphens, with a letter or digit at both ends.
 *
 * @example isValidLabel('PX-10A') // true
 */
export function isValidLabel(text: string): boolean {
  return labelPattern.test(text);
}

/**
 * Letters of an ordinal, counted as spreadsheet columns are: 1 → A, 26 → Z, 27 → AA, 702 → ZZ, 703 → AAA.
 *
 * @param ordinal from 1
 */
export function lettersOf(ordinal: number): string {
  let letters = '';
  for (let rest = ordinal; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The ordinal of letters: A → 1, AA → 27. */
export function ordinalOf(letters: string): number {
  let ordinal = 0;
  for (const letter of letters) ordinal = ordinal * 26 + letter.charCodeAt(0) - 64;
  return ordinal;
}

/**
 * The label at a place in a scheme.
 *
 * @param insertion 0 for the label itself, n for the nth insertion after it
 * @example formatLabel('PX-1', 10, 1) // 'PX-10A'
 */
export function formatLabel(scheme: LabelScheme, ordinal: number, insertion = 0): string {
  if (scheme === 'A') return insertion === 0 ? lettersOf(ordinal) : `${lettersOf(ordinal)}-${insertion}`;
  return `${prefixOf(scheme)}${ordinal}${insertion === 0 ? '' : lettersOf(insertion)}`;
}

/** Takes a label apart within its scheme; null when it was written by hand and follows none of the scheme's forms. */
export function parseLabel(scheme: LabelScheme, label: string): ParsedLabel | null {
  if (scheme === 'A') {
    const match = /^([A-Z]{1,3})(?:-([1-9]\d{0,4}))?$/.exec(label);
    return match ? { scheme, ordinal: ordinalOf(match[1]!), insertion: Number(match[2] ?? 0) } : null;
  }
  const prefix = prefixOf(scheme);
  if (!label.startsWith(prefix)) return null;
  const match = /^([1-9]\d{0,4})([A-Z]{0,3})$/.exec(label.slice(prefix.length));
  if (!match || Number(match[1]) > maxOrdinal) return null;
  return { scheme, ordinal: Number(match[1]), insertion: ordinalOf(match[2]!) };
}

/**
 * The label for an exhibit added at the end: after the greatest one in use, never a gap left by one that was taken out,
 * because papers may already cite it.
 *
 * @example nextLabel('A', ['A', 'C']) // 'D'
 */
export function nextLabel(scheme: LabelScheme, taken: readonly string[]): string {
  const used = new Set(taken.map((label) => label.toUpperCase()));
  let ordinal = 1 + Math.max(0, ...taken.map((label) => parseLabel(scheme, label)?.ordinal ?? 0));
  while (used.has(formatLabel(scheme, ordinal).toUpperCase())) ordinal += 1;
  return formatLabel(scheme, ordinal);
}

/**
 * The label for a late exhibit after a given one, leaving every other label as it is: the next free insertion.
 *
 * @param after a label of the set, itself an insertion or not; one written by hand is inserted after by its own form
 * @example insertionLabel('1', '10', ['10', '10A', '11']) // '10B'
 */
export function insertionLabel(scheme: LabelScheme, after: string, taken: readonly string[]): string {
  const used = new Set(taken.map((label) => label.toUpperCase()));
  const parsed = parseLabel(scheme, after);
  const endsInDigit = /\d$/.test(after);
  const candidate = (n: number): string => {
    if (parsed) return formatLabel(scheme, parsed.ordinal, n);
    return endsInDigit ? `${after}${lettersOf(n)}` : `${after}-${n}`;
  };
  const inFamily = taken
    .map((label) => parseLabel(scheme, label))
    .filter((label) => parsed && label?.ordinal === parsed.ordinal);
  let n = 1 + Math.max(0, ...inFamily.map((label) => label!.insertion));
  while (used.has(candidate(n).toUpperCase())) n += 1;
  return candidate(n);
}

/**
 * Orders labels as a person would: by the scheme's order where both follow it, else digits by value and letters by rank.
 *
 * @returns negative, 0 or positive, as for sort
 */
export function compareLabels(scheme: LabelScheme, a: string, b: string): number {
  const [left, right] = [parseLabel(scheme, a), parseLabel(scheme, b)];
  if (left && right) return left.ordinal - right.ordinal || left.insertion - right.insertion;
  return compareNaturally(a, b);
}

/** One row of the was/now table. */
export interface Relabelled {
  readonly id: string;
  readonly was: string;
  readonly now: string;
}

/** What labelling anew in the present order would give each exhibit, those that stay the same included. */
export function planRelabel(
  scheme: LabelScheme,
  exhibits: readonly { readonly id: string; readonly label: string }[],
): Relabelled[] {
  return exhibits.map(({ id, label }, at) => ({ id, was: label, now: formatLabel(scheme, at + 1) }));
}

function prefixOf(scheme: LabelScheme): string {
  return scheme.slice(0, -1);
}

function compareNaturally(a: string, b: string): number {
  const parts = (text: string) => text.match(/\d+|\D+/g) ?? [];
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [x, y] = [left[i]!, right[i]!];
    const byValue = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : 0;
    if (byValue !== 0) return byValue;
    if (x !== y) return x < y ? -1 : 1;
  }
  return left.length - right.length;
}
