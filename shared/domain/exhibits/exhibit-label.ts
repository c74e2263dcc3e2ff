/**
 * Exhibit labels. There is no national rule for them (domain practice: letters, numbers, or a party's prefix), so a set
 * chooses a scheme: `A` runs A…Z, AA, AB…; `AA` runs A…Z, AA, BB…; `1` runs 1, 2…; a prefix such as `PX-1` runs PX-1, PX-2….
 *
 * A late exhibit takes a label between two others, so that the labels after it stay: 10 → 10A, PX-10 → PX-10A, C → C-1. A part of
 * an exhibit takes its label and a number: 10 → 10-1, A → A-1. Late exhibits and parts of a letter share one count, so that no
 * label means two things: where C has the parts C-1 and C-2, a late exhibit after C is C-3, and the set says which is which.
 */

/** The name of a scheme, as `isLabelScheme` accepts it: A, AA, 1, or a prefix and -1. */
export type LabelScheme = string;

/** A label taken apart. */
export interface ParsedLabel {
  /** The scheme it belongs to. */
  readonly scheme: LabelScheme;
  /** Its place in the scheme, from 1. */
  readonly ordinal: number;
  /** Its place among the insertions after that ordinal, from 1; 0 when it is none. Of letters, parts count here too. */
  readonly insertion: number;
  /** Its place among the parts of that, from 1; 0 when it is none. */
  readonly part: number;
}

/** Characters of a label at most. */
export const maxLabelLength = 20;
const labelPattern = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;

/**
 * Whether a text can be a label: at most 20 letters, digits, points and hyphens, with a letter or digit at both ends.
 *
 * @example isValidLabel('PX-10A') // true
 */
export function isValidLabel(text: string): boolean {
  return text.length <= maxLabelLength && labelPattern.test(text);
}

const schemePattern = /^(A|AA|1|[A-Z]{1,6}-1)$/;
/** The schemes there are, in words. */
export const labelSchemeForms = 'A, AA, 1, or a prefix such as PX-1';

/** Whether a text names a scheme. */
export function isLabelScheme(text: string): text is LabelScheme {
  return schemePattern.test(text);
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

/** Whether a scheme counts in letters alone. */
const isLettered = (scheme: LabelScheme) => scheme === 'A' || scheme === 'AA';
const prefixOf = (scheme: LabelScheme) => scheme.slice(0, -1);

/**
 * The label at a place in a scheme.
 *
 * @param insertion 0 for the label itself, n for the nth insertion after it
 * @param part 0 for that label, n for its nth part
 * @example formatLabel('PX-1', 10, 1, 2) // 'PX-10A-2'
 */
export function formatLabel(scheme: LabelScheme, ordinal: number, insertion = 0, part = 0): string {
  const ending = part === 0 ? '' : `-${part}`;
  if (!isLettered(scheme)) return `${prefixOf(scheme)}${ordinal}${lettersOf(insertion)}${ending}`;
  const letters =
    scheme === 'A'
      ? lettersOf(ordinal)
      : lettersOf(((ordinal - 1) % 26) + 1).repeat(Math.floor((ordinal - 1) / 26) + 1);
  return `${letters}${insertion === 0 ? '' : `-${insertion}`}${ending}`;
}

/** Takes a label apart within its scheme; null when it was written by hand and follows none of the scheme's forms. */
export function parseLabel(scheme: LabelScheme, label: string): ParsedLabel | null {
  if (isLettered(scheme)) {
    const match = /^([A-Z]+)(?:-([1-9]\d{0,4}))?(?:-([1-9]\d{0,4}))?$/.exec(label);
    const ordinal = match && ordinalOfLetters(scheme, match[1]!);
    if (!match || ordinal === null) return null;
    return { scheme, ordinal, insertion: Number(match[2] ?? 0), part: Number(match[3] ?? 0) };
  }
  const prefix = prefixOf(scheme);
  if (!label.startsWith(prefix)) return null;
  const match = /^([1-9]\d{0,4})([A-Z]{0,3})(?:-([1-9]\d{0,4}))?$/.exec(label.slice(prefix.length));
  if (!match) return null;
  return {
    scheme,
    ordinal: Number(match[1]),
    insertion: ordinalOf(match[2]!),
    part: Number(match[3] ?? 0),
  };
}

/** Longer runs of letters are words ("EXHIBIT"), not labels. */
function ordinalOfLetters(scheme: LabelScheme, letters: string): number | null {
  if (scheme === 'A') return letters.length <= 3 ? ordinalOf(letters) : null;
  const [first] = letters as Iterable<string>;
  if (letters.length > maxLabelLength || letters !== first!.repeat(letters.length)) return null;
  return 26 * (letters.length - 1) + ordinalOf(first!);
}

/** Labels that are in use, in whatever case: "a" beside "A" would confuse a court, and some disks. */
function usedLabels(taken: readonly string[]): Set<string> {
  return new Set(taken.map((label) => label.toUpperCase()));
}

/** The first labels of a run that are not used, each once. */
function takeUnused(
  used: ReadonlySet<string>,
  from: number,
  count: number,
  label: (n: number) => string,
): string[] {
  const labels: string[] = [];
  for (let n = from; labels.length < count; n += 1)
    if (!used.has(label(n).toUpperCase())) labels.push(label(n));
  return labels;
}

/**
 * Labels for exhibits added at the end: after the greatest one in use, never a gap left by one that was removed,
 * because papers may already cite it.
 *
 * @example nextLabels('A', ['A', 'C'], 2) // ['D', 'E']
 */
export function nextLabels(scheme: LabelScheme, taken: readonly string[], count: number): string[] {
  let last = 0;
  for (const label of taken) last = Math.max(last, parseLabel(scheme, label)?.ordinal ?? 0);
  return takeUnused(usedLabels(taken), last + 1, count, (n) => formatLabel(scheme, n));
}

/**
 * Labels for late exhibits after a given one, leaving every other label as it is: the next free insertions.
 *
 * @param after a label of the set, itself an insertion or not; one written by hand is inserted after by its own form
 * @example insertionLabels('1', '10', ['10', '10A', '11'], 2) // ['10B', '10C']
 */
export function insertionLabels(
  scheme: LabelScheme,
  after: string,
  taken: readonly string[],
  count: number,
): string[] {
  const parsed = parseLabel(scheme, after);
  if (!parsed) {
    const label = (n: number) => (/\d$/.test(after) ? `${after}${lettersOf(n)}` : `${after}-${n}`);
    return takeUnused(usedLabels(taken), 1, count, label);
  }
  let last = 0;
  for (const label of taken) {
    const other = parseLabel(scheme, label);
    if (other?.ordinal === parsed.ordinal) last = Math.max(last, other.insertion);
  }
  return takeUnused(usedLabels(taken), last + 1, count, (n) => formatLabel(scheme, parsed.ordinal, n));
}

/**
 * Labels for parts of an exhibit: its own and a number, after the greatest in use.
 *
 * @example partLabels('PX-10', ['PX-10', 'PX-10-1'], 2) // ['PX-10-2', 'PX-10-3']
 */
export function partLabels(of: string, taken: readonly string[], count: number): string[] {
  const beginning = `${of}-`.toUpperCase();
  let last = 0;
  for (const label of taken) {
    const rest = label.toUpperCase().startsWith(beginning) ? label.slice(beginning.length) : '';
    if (/^[1-9]\d{0,4}$/.test(rest)) last = Math.max(last, Number(rest));
  }
  return takeUnused(usedLabels(taken), last + 1, count, (n) => `${of}-${n}`);
}

/**
 * Orders labels as a person would: by the scheme's order where both follow it, else digits by value and letters by rank.
 *
 * @returns negative, 0 or positive, as for sort
 */
export function compareLabels(scheme: LabelScheme, a: string, b: string): number {
  const [left, right] = [parseLabel(scheme, a), parseLabel(scheme, b)];
  if (left && right)
    return left.ordinal - right.ordinal || left.insertion - right.insertion || left.part - right.part;
  return compareNaturally(a, b);
}

/** One row of the was/now table. */
export interface Relabeled {
  readonly id: string;
  readonly was: string;
  readonly now: string;
}

/** An exhibit as relabeling sees it. */
export interface LabeledExhibit {
  readonly id: string;
  readonly label: string;
  /** The exhibit it is a part of. */
  readonly parentId: string | null;
  /** Whether its label stays whatever happens: reserved ones, which papers may name already, and withdrawn ones. */
  readonly isFixed: boolean;
}

/**
 * Labels for exhibits that come right after a given one, and what those after it move up to: no further than they must, with
 * their insertions and parts, in the order they have. A letter or number with a reserved or withdrawn label on it is skipped.
 *
 * @param after a label of the set; after one written by hand, which has no place in the scheme, nothing moves
 * @returns the new exhibits' labels, and the exhibits whose labels change
 * @example planPush('A', 'A', [a, b, c], 1) // { labels: ['B'], moved: [{ id: 'b', was: 'B', now: 'C' }, { id: 'c', was: 'C', now: 'D' }] }
 */
export function planPush(
  scheme: LabelScheme,
  after: string,
  exhibits: readonly LabeledExhibit[],
  count: number,
): { labels: string[]; moved: Relabeled[] } {
  const from = parseLabel(scheme, after)?.ordinal;
  const taken = exhibits.map(({ label }) => label);
  if (from === undefined) return { labels: insertionLabels(scheme, after, taken, count), moved: [] };
  const behind = exhibits.flatMap((exhibit) => {
    const parsed = parseLabel(scheme, exhibit.label);
    return parsed && parsed.ordinal > from ? [{ exhibit, parsed }] : [];
  });
  const families = Map.groupBy(behind, ({ parsed }) => parsed.ordinal);
  const fixed = new Set(behind.filter(({ exhibit }) => exhibit.isFixed).map(({ parsed }) => parsed.ordinal));
  const isBehind = new Set(behind.map(({ exhibit }) => exhibit));
  const staying = usedLabels(exhibits.filter((each) => !isBehind.has(each)).map(({ label }) => label));
  const isFree = (label: string) => !staying.has(label.toUpperCase());
  let last = from;
  const labels: string[] = [];
  while (labels.length < count) {
    last += 1;
    const label = formatLabel(scheme, last);
    if (!fixed.has(last) && isFree(label)) labels.push(label);
  }
  const moved: Relabeled[] = [];
  for (const ordinal of [...families.keys()].sort((a, b) => a - b)) {
    if (fixed.has(ordinal)) continue;
    const members = families.get(ordinal)!;
    const at = (now: number) =>
      members.map(({ parsed }) => formatLabel(scheme, now, parsed.insertion, parsed.part));
    last = Math.max(ordinal, last + 1);
    while (fixed.has(last) || !at(last).every(isFree)) last += 1;
    if (last === ordinal) continue;
    const now = at(last);
    members.forEach(({ exhibit: { id, label } }, i) => moved.push({ id, was: label, now: now[i]! }));
  }
  return { labels, moved };
}

/**
 * What relabeling in the present order would give each exhibit, those that stay the same included: late exhibits get labels
 * of their own, parts count within the exhibit they belong to, reserved and withdrawn labels stay and are skipped, and so are
 * all of their letter or number: C-1 would else be read as a part of another C.
 *
 * @param given in order
 */
export function planRelabel(scheme: LabelScheme, given: readonly LabeledExhibit[]): Relabeled[] {
  const ordinalOfLabel = ({ label }: LabeledExhibit) => parseLabel(scheme, label)?.ordinal;
  const staying = new Set(
    given.filter(({ isFixed }) => isFixed).flatMap((each) => ordinalOfLabel(each) ?? []),
  );
  const exhibits = given.map((each) => ({
    ...each,
    isFixed: each.isFixed || staying.has(ordinalOfLabel(each) ?? 0),
  }));
  const byId = new Map(exhibits.map((exhibit) => [exhibit.id, exhibit]));
  const used = usedLabels(exhibits.filter(({ isFixed }) => isFixed).map(({ label }) => label));
  const now = new Map(exhibits.filter(({ isFixed }) => isFixed).map(({ id, label }) => [id, label]));
  const counted = new Map<string, number>();
  const give = (id: string, count: string, label: (n: number) => string) => {
    let n = (counted.get(count) ?? 0) + 1;
    while (used.has(label(n).toUpperCase())) n += 1;
    counted.set(count, n);
    used.add(label(n).toUpperCase());
    now.set(id, label(n));
  };
  const open = exhibits.filter(({ isFixed }) => !isFixed);
  const depths = new Map(open.map((exhibit) => [exhibit.id, depthOf(exhibit, byId)]));
  const deepest = Math.max(0, ...depths.values());
  for (let depth = 0; depth <= deepest; depth += 1)
    for (const { id, parentId } of open) {
      if (depths.get(id) !== depth) continue;
      const parent = depth === 0 || parentId === null ? undefined : now.get(parentId);
      if (parent === undefined) give(id, '', (n) => formatLabel(scheme, n));
      else give(id, parentId!, (n) => `${parent}-${n}`);
    }
  return exhibits.map(({ id, label }) => ({ id, was: label, now: now.get(id)! }));
}

/** How many exhibits it is a part of, one within the other. Labels of 20 characters leave no room for more than ten. */
function depthOf(exhibit: LabeledExhibit, byId: ReadonlyMap<string, LabeledExhibit>): number {
  let depth = 0;
  let parent = exhibit.parentId === null ? undefined : byId.get(exhibit.parentId);
  while (parent && depth < 10) {
    depth += 1;
    parent = parent.parentId === null ? undefined : byId.get(parent.parentId);
  }
  return depth;
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

/**
 * Takes "TRO exhibits: C" apart into the set's name and the label. A set's name may itself hold a colon, a label never.
 *
 * @example splitExhibitLabel('Reply: second round: C-1') // { set: 'Reply: second round', label: 'C-1' }
 */
export function splitExhibitLabel(text: string): { readonly set: string; readonly label: string } {
  const at = text.lastIndexOf(': ');
  return at < 0 ? { set: '', label: text } : { set: text.slice(0, at), label: text.slice(at + 2) };
}
