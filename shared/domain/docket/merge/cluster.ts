import { compare } from '../../compare.ts';
import type { DocketWarning } from '../../../model/docket.ts';
import { similarity, textHash } from './normal-text.ts';
import type { Row } from './rows.ts';

/** Rows of sources that are one entry. */
export interface Cluster {
  rows: Row[];
  /** 0, or which of several rows the court gave the same number. */
  repeat: number;
  /** Which of several entries of one day with the same words. */
  copy: number;
}

export interface Question {
  readonly key: string;
  readonly one: Row;
  readonly other: Row;
  readonly reason: string;
}

export type Answers = Readonly<Record<string, 'same' | 'different'>>;

/** Above this share of common words, two texts of one day may be one entry, and a person is asked. */
const alike = 0.6;
/** Most unnumbered entries of one day that are compared with each other. */
const comparedADay = 150;

/**
 * Finds which rows are the same entry. Depends on the rows alone, never on the order they came in.
 *
 * Numbered rows match by number. Rows without a number match by the court's id of the document or event, then by day and words, or by words alone where
 * one source gives no day; what only resembles is asked about, unless one text is the other with more added (a clerk's "Modified on …").
 */
export function clusterRows(
  rows: readonly Row[],
  answers: Answers,
  warnings: DocketWarning[],
): { clusters: Cluster[]; questions: Question[] } {
  const numbered = Map.groupBy(
    rows.filter(({ entry }) => entry.number !== null),
    ({ entry }) => `${entry.number}-${entry.attachment ?? 0}`,
  );
  const clusters = [...numbered.values()].flatMap((group) => splitRepeats(group, warnings));
  const rest = joinUndated(
    joinNumbered(
      clusterUnnumbered(rows.filter(({ entry }) => entry.number === null)),
      clusters.filter(({ rows: [first] }) => first!.entry.attachment === null),
    ),
  );
  const { settled, questions } = settleAlike(rest, answers);
  return { clusters: [...clusters, ...settled], questions };
}

/** A number is one entry, unless a source itself lists different documents under it, or sources give it to different events of the court. */
function splitRepeats(group: Row[], warnings: DocketWarning[]): Cluster[] {
  if (group.length === 1) return [{ rows: group, repeat: 0, copy: 0 }];
  const identity = ({ entry, normal }: Row) => entry.documentId ?? entry.sequence?.toString() ?? normal;
  const perSource = new Map<number, Set<string>>();
  for (const row of group) {
    for (const source of row.places.keys()) {
      const seen = perSource.get(source) ?? new Set<string>();
      perSource.set(source, seen.add(identity(row)));
    }
  }
  const isRepeated =
    [...perSource.values()].some((identities) => identities.size > 1) ||
    (group[0]!.entry.attachment === null &&
      group.some((row) => group.some((other) => isOtherEvent(row, other))));
  if (!isRepeated) return [{ rows: group, repeat: 0, copy: 0 }];

  const named = group.filter(({ entry }) => entry.documentId !== null || entry.sequence !== null);
  const parts = Map.groupBy(named.length > 0 ? named : group, identity);
  const ordered = [...parts.values()].sort(
    (a, b) =>
      (lowest(a, 'sequence') ?? Infinity) - (lowest(b, 'sequence') ?? Infinity) ||
      compare(a[0]!.day, b[0]!.day) ||
      compare(a[0]!.content, b[0]!.content),
  );
  for (const row of named.length > 0 ? group.filter((one) => !named.includes(one)) : []) {
    const likeness = (part: Row[]) => Math.max(...part.map(({ normal }) => similarity(normal, row.normal)));
    ordered.reduce((best, part) => (likeness(part) > likeness(best) ? part : best)).push(row);
  }
  const { number, attachment } = group[0]!.entry;
  if (ordered.length > 1 && attachment === null) {
    warnings.push({
      code: 'DOCKET_NUMBER_REPEATED',
      message: `The court lists number ${number} more than once. All are kept.`,
      raw: ordered.map(([row]) => row!.entry.text || row!.entry.shortText).join('\n'),
    });
  }
  return ordered.map((part, repeat) => ({ rows: part, repeat, copy: 0 }));
}

/** Whether the court's ids of both document and event differ: a document may be replaced, and an event may concern several defendants. */
function isOtherEvent({ entry: one }: Row, { entry: other }: Row): boolean {
  return (['documentId', 'sequence'] as const).every(
    (field) => one[field] !== null && other[field] !== null && one[field] !== other[field],
  );
}

function lowest(rows: readonly Row[], field: 'sequence'): number | null {
  const known = rows.flatMap(({ entry }) => entry[field] ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

/** Rows without a number: one entry where the court's ids agree, or the day and the words do. */
function clusterUnnumbered(rows: readonly Row[]): Cluster[] {
  const sets = new DisjointSets(rows.length);
  const join = (key: (row: Row) => string | null) => {
    const first = new Map<string, number>();
    for (const [at, row] of rows.entries()) {
      const name = key(row);
      if (name === null) continue;
      const before = first.get(name);
      if (before === undefined) first.set(name, at);
      else sets.join(before, at);
    }
  };
  join(({ entry }) => entry.documentId);
  join(({ entry }) => entry.sequence?.toString() ?? null);
  const byIds = sets.groups().map((members) => members.map((at) => rows[at]!));

  // Groups that say the same on the same day are one entry, or as many as the courts' running numbers, the minutes they were entered in,
  // or one source, tell.
  const clusters: Cluster[] = [];
  for (const same of Map.groupBy(byIds, (group) => wordsOf(group)).values()) {
    const named = same.filter((group) => lowest(group, 'sequence') !== null);
    const plain = same.filter((group) => lowest(group, 'sequence') === null).flat();
    const timed = byMinute(plain.filter(hasMinute));
    const rest = plain.filter((row) => !hasMinute(row));
    const copies = Math.max(named.length, timed.length, ...same.flat().map((row) => row.copies));
    named.sort((a, b) => lowest(a, 'sequence')! - lowest(b, 'sequence')!);
    for (let copy = 0; copy < copies; copy += 1) {
      const own = [named, timed].flatMap((groups) => groups[copy] ?? groups[0] ?? []);
      clusters.push({ rows: [...own, ...rest], repeat: 0, copy });
    }
  }
  return clusters;
}

/** A feed has names of events alone, and its minutes are not always those of entry. */
const hasMinute = ({ entry }: Row): boolean => entry.enteredAt !== null && entry.text !== '';

/** Rows entered in the same minute, the earliest first. */
function byMinute(rows: readonly Row[]): Row[][] {
  const groups = [...Map.groupBy(rows, ({ entry }) => entry.enteredAt!)];
  return groups.toSorted(([a], [b]) => compare(a, b)).map(([, group]) => group);
}

/** Day and words by which a group is known: those of its fullest row. */
function wordsOf(group: readonly Row[]): string {
  const [best] = [...group].sort(
    (a, b) => b.normal.length - a.normal.length || compare(a.content, b.content),
  );
  return `${best!.day}|${best!.normal}`;
}

/** What one source lists without a number and another with one: the ids agree, or day and words do, and it fits one entry alone. */
function joinNumbered(unnumbered: readonly Cluster[], leads: readonly Cluster[]): Cluster[] {
  const byName = new Map<string, Cluster | null>();
  const add = (name: string, cluster: Cluster) =>
    byName.set(name, byName.has(name) && byName.get(name) !== cluster ? null : cluster);
  for (const lead of leads) {
    for (const row of lead.rows) {
      if (row.entry.documentId !== null) add(`d:${row.entry.documentId}`, lead);
      if (row.entry.sequence !== null) add(`s:${row.entry.sequence}`, lead);
      if (row.normal !== '') add(`t:${row.day}|${row.normal}`, lead);
    }
  }
  return unnumbered.filter((cluster) => {
    const home = cluster.rows
      .flatMap(({ entry, day, normal }) => [
        byName.get(`d:${entry.documentId}`),
        byName.get(`s:${entry.sequence}`),
        byName.get(`t:${day}|${normal}`),
      ])
      .find((found) => found !== null && found !== undefined);
    if (!home || isListedTogether(cluster, home)) return true;
    home.rows.push(...cluster.rows);
    return false;
  });
}

/** A row without number and day, as a daily summary lists it, is the one entry that says the same. */
function joinUndated(clusters: readonly Cluster[]): Cluster[] {
  const isUndated = ({ rows }: Cluster) => rows.every(({ day }) => day === '');
  const byWords = new Map<string, Cluster | null>();
  for (const cluster of clusters.filter((one) => !isUndated(one)))
    for (const normal of new Set(cluster.rows.map((row) => row.normal)))
      byWords.set(normal, byWords.has(normal) ? null : cluster);
  return clusters.filter((cluster) => {
    if (!isUndated(cluster)) return true;
    const home = byWords.get(cluster.rows[0]!.normal);
    if (!home || isListedTogether(cluster, home)) return true;
    home.rows.push(...cluster.rows);
    return false;
  });
}

/** Entries of one day without a number whose words resemble each other. */
function settleAlike(clusters: Cluster[], answers: Answers): { settled: Cluster[]; questions: Question[] } {
  const questions: Question[] = [];
  const settled: Cluster[] = [];
  for (const ofDay of Map.groupBy(clusters, ({ rows: [first] }) => first!.day).values()) {
    const kept: Cluster[] = [];
    for (const cluster of ofDay.sort((a, b) => compare(fullest(a).content, fullest(b).content))) {
      const home = kept.slice(0, comparedADay).find((other) => {
        if (isListedTogether(cluster, other)) return false;
        const verdict = verdictOn(fullest(other), fullest(cluster), ofDay.length === 2);
        if (verdict === 'same') return true;
        if (verdict === 'different') return false;
        const key = questionKey(fullest(other), fullest(cluster));
        questions.push({ key, one: fullest(other), other: fullest(cluster), reason: verdict });
        return answers[key] === 'same';
      });
      if (home) home.rows.push(...cluster.rows);
      else kept.push(cluster);
    }
    settled.push(...kept);
  }
  return { settled, questions };
}

/**
 * `same`, `different`, or why a person must say.
 *
 * @param isOnlyPair whether nothing else is without a number on that day
 */
function verdictOn(one: Row, other: Row, isOnlyPair: boolean): string {
  const [a, b] = [one.normal, other.normal].sort((x, y) => x.length - y.length) as [string, string];
  if (a === '' || one.day === '' || areToldApart(one, other)) return 'different';
  const isBare = one.entry.text === '' || other.entry.text === '';
  // "Order" alone begins many entries; whole sentences do not.
  if (b.startsWith(a) && (isBare ? one.entry.enteredAt === other.entry.enteredAt : a.split(' ').length > 5))
    return 'same';
  if (isBare) {
    const words = new Set(b.split(' '));
    const isNamed = a.split(' ').every((word) => words.has(word));
    return isNamed || isOnlyPair
      ? 'One source gives only a short name for an entry of this day, and it may be the other’s.'
      : 'different';
  }
  if (similarity(a, b) < alike) return 'different';
  return 'Both are of the same day, have no number, and differ in a few words.';
}

/** Different running numbers, documents or minutes are different events. */
function areToldApart({ entry: one }: Row, { entry: other }: Row): boolean {
  return (['sequence', 'documentId', 'enteredAt'] as const).some(
    (field) => one[field] !== null && other[field] !== null && one[field] !== other[field],
  );
}

function questionKey(one: Row, other: Row): string {
  return textHash(`${one.day}|${[one.normal, other.normal].sort().join('|')}`);
}

function fullest({ rows }: Cluster): Row {
  let best = rows[0]!;
  for (const row of rows) {
    if (
      row.entry.text.length > best.entry.text.length ||
      (row.entry.text.length === best.entry.text.length && row.content < best.content)
    )
      best = row;
  }
  return best;
}

/** A source that lists both has said that they are two. */
function isListedTogether(a: Cluster, b: Cluster): boolean {
  return a.rows.some((row) =>
    b.rows.some((other) => [...row.places.keys()].some((at) => other.places.has(at))),
  );
}

class DisjointSets {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, at) => at);
  }

  join(a: number, b: number): void {
    const [one, other] = [this.#root(a), this.#root(b)];
    this.#parent[Math.max(one, other)] = Math.min(one, other);
  }

  /** Members of each set, both in rising order. */
  groups(): number[][] {
    const groups = new Map<number, number[]>();
    for (let at = 0; at < this.#parent.length; at += 1) {
      const root = this.#root(at);
      const group = groups.get(root);
      if (group) group.push(at);
      else groups.set(root, [at]);
    }
    return [...groups.values()];
  }

  #root(at: number): number {
    let root = at;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    this.#parent[at] = root;
    return root;
  }
}
