import { stemmer } from 'stemmer';
import { firstIndex } from '../../../../shared/domain/first-index.ts';
import { indexText } from '../../../../shared/domain/search/fold-text.ts';
import { editDistance, mostEdits } from '../../../../shared/domain/search/spelling.ts';
import { stemKey } from '../../../../shared/domain/search/stem-key.ts';
import { vocabularyOf } from '../../../../shared/domain/search/words.ts';
import type { MatterSession } from '../../store/session.ts';
import { rowsListed, termsBetween } from './page-terms.ts';
import { subjectTexts, type Subject } from './subject-texts.ts';

/** Words of titles, entries, notes and spoken lines: few, and kept in memory; the triggers that index them know no words. */
interface OtherWords {
  lastId: number;
  readonly words: Set<string>;
  sorted: string[];
}

const othersOf = new WeakMap<MatterSession, OtherWords>();
/** Milliseconds spent on the words for one beginning while typing, for one stem, and on one spelling. */
const beginningMs = 8;
const stemMs = 50;
const spellingMs = 20;
const wordsPerLook = 64;
const lastLetter = '\u{10FFFF}';

/**
 * Words of the index that begin with some letters, the commonest first.
 *
 * @param limit words at most
 * @param isBounded whether what can be found in some milliseconds is enough
 */
export function wordsBeginning(
  session: MatterSession,
  beginning: string,
  { limit, isBounded }: { limit: number; isBounded: boolean },
): { words: string[]; isAll: boolean } {
  const found = new Map(othersBeginning(session, beginning).map((word) => [word, 1]));
  let isAll = true;
  for (const [term, rows] of within(
    isBounded ? beginningMs : Infinity,
    termsBetween(session, beginning, beginning + lastLetter),
    () => (isAll = false),
  )) {
    found.set(term, rows);
    // Without bounds more words than asked for are of no use: the index then looks the beginning up itself.
    if (!isBounded && found.size > limit) return { words: [], isAll: false };
  }
  const words = [...found].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
  return { words: words.slice(0, limit), isAll: isAll && words.length <= limit };
}

/** Words of the index with the same stem as a word, itself among them. */
export function wordsOfStem(session: MatterSession, word: string, limit: number): string[] {
  const stem = stemKey(word, stemmer);
  let shared = 0;
  while (shared < stem.length && stem[shared] === word[shared]) shared++;
  // One letter less: the families of stem-key.ts part at the last letter of a stem.
  const beginning = word.slice(0, Math.max(shared - 1, Math.min(shared, 3), 2));
  if (beginning.length > word.length || word.length < 3) return [word];
  const found = new Set([word]);
  const consider = (term: string) => {
    if (found.size < limit && stemKey(term, stemmer) === stem) found.add(term);
  };
  for (const [term] of within(stemMs, termsBetween(session, beginning, beginning + lastLetter)))
    consider(term);
  for (const term of othersBeginning(session, beginning)) consider(term);
  return [...found];
}

/** About how many rows of the index have a word; null when none ever had it. */
export function rowsWith(session: MatterSession, word: string): number | null {
  const rows = rowsListed(session, word);
  return others(session).words.has(word) ? (rows ?? 0) + 1 : rows;
}

/** The word of the index spelled most like a word that is not in it; null when there is none close. */
export function similarWord(session: MatterSession, word: string): string | null {
  const most = mostEdits(word);
  if (most === 0) return null;
  const until = performance.now() + spellingMs;
  let best: { word: string; distance: number; pages: number } | null = null;
  const consider = (term: string, pages: number) => {
    if (/\d/.test(term)) return;
    const distance = editDistance(word, term, best ? Math.min(most, best.distance) : most);
    if (distance > most || distance === 0) return;
    if (!best || distance < best.distance || (distance === best.distance && pages > best.pages))
      best = { word: term, distance, pages };
  };
  const scan = (from: string, to: string) => {
    for (const [term, pages] of within(until - performance.now(), termsBetween(session, from, to)))
      if (Math.abs(term.length - word.length) <= most) consider(term, pages);
  };
  for (const term of others(session).sorted) {
    if (Math.abs(term.length - word.length) <= most) consider(term, 1);
    if (performance.now() > until) break;
  }
  // Most slips keep the first letters: those words first, and all others as long as there is time.
  scan(word.slice(0, 2), word.slice(0, 2) + lastLetter);
  if (!best) scan(word.slice(0, 1), word.slice(0, 1) + lastLetter);
  if (!best) scan('', lastLetter);
  return (best as { word: string } | null)?.word ?? null;
}

/** What can be taken in some milliseconds. */
function* within<T>(ms: number, all: Iterable<T>, onEnd?: () => void): Generator<T> {
  const until = performance.now() + ms;
  let taken = 0;
  for (const each of all) {
    yield each;
    if (++taken % wordsPerLook !== 0 || performance.now() < until) continue;
    onEnd?.();
    return;
  }
}

function othersBeginning(session: MatterSession, beginning: string): string[] {
  const { sorted } = others(session);
  const first = firstIndex(sorted.length, (at) => sorted[at]! >= beginning);
  let end = first;
  while (end < sorted.length && sorted[end]!.startsWith(beginning)) end++;
  return sorted.slice(first, end);
}

/** The words of all that is no page, brought up to date: rows are never changed, and their ids never used again. */
function others(session: MatterSession): OtherWords {
  let known = othersOf.get(session);
  if (!known) othersOf.set(session, (known = { lastId: 0, words: new Set(), sorted: [] }));
  const isFirst = known.lastId === 0;
  const rows = session
    .prepare(
      `SELECT id, kind, content_id AS contentId, ref, page FROM search_subject
         ${isFirst ? 'INDEXED BY search_subject_ref' : ''} WHERE ref IS NOT NULL AND id > ?`,
    )
    .all(known.lastId) as Subject[];
  const before = known.words.size;
  const textOf = subjectTexts(session);
  for (const row of rows)
    for (const word of vocabularyOf(indexText(textOf(row) ?? ''))) known.words.add(word);
  if (known.words.size > before) known.sorted = [...known.words].toSorted();
  const lastId = session.prepare('SELECT max(id) FROM search_subject').pluck().get() as number | null;
  known.lastId = Math.max(known.lastId, lastId ?? 0);
  return known;
}
