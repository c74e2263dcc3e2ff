import { stemmer } from 'stemmer';
import { foldText } from '../../../../shared/domain/search/fold-text.ts';
import { editDistance, mostEdits } from '../../../../shared/domain/search/spelling.ts';
import { stemKey } from '../../../../shared/domain/search/stem-key.ts';
import { vocabularyOf } from '../../../../shared/domain/search/words.ts';
import type { MatterSession } from '../../store/session.ts';
import { pagesWith } from './page-terms.ts';
import { textOf, type Subject } from './subject-texts.ts';

/** Words of titles, entries, notes and spoken lines: few, and kept in memory; the triggers that index them know no words. */
interface OtherWords {
  lastId: number;
  readonly words: Set<string>;
  sorted: string[];
}

const othersOf = new WeakMap<MatterSession, OtherWords>();
/** Words looked at for one beginning and for one stem, and milliseconds spent on one spelling. */
const maxScanned = 50_000;
const maxStemmed = 20_000;
const spellingMs = 20;
const lastLetter = '\u{10FFFF}';

/** Words of the index that begin with some letters, the commonest first. */
export function wordsBeginning(
  session: MatterSession,
  beginning: string,
  limit: number,
): { words: string[]; isAll: boolean } {
  const rows = session
    .prepare(
      `SELECT term FROM (SELECT term, pages FROM search_term WHERE term >= ? AND term < ? LIMIT ${maxScanned})
         ORDER BY pages DESC, term LIMIT ?`,
    )
    .pluck()
    .all(beginning, beginning + lastLetter, limit + 1) as string[];
  const words = [...new Set([...rows, ...othersBeginning(session, beginning, limit + 1)])];
  return { words: words.slice(0, limit), isAll: words.length <= limit };
}

/** Words of the index with the same stem as a word, itself among them. */
export function wordsOfStem(session: MatterSession, word: string, limit: number): string[] {
  const stem = stemKey(word, stemmer);
  let shared = 0;
  while (shared < stem.length && stem[shared] === word[shared]) shared++;
  // One letter less: the families of stem-key.ts part at the last letter of a stem.
  const beginning = word.slice(0, Math.max(shared - 1, Math.min(shared, 3), 2));
  if (beginning.length > word.length || word.length < 3) return [word];
  const rows = session
    .prepare(`SELECT term FROM search_term WHERE term >= ? AND term < ? LIMIT ${maxStemmed}`)
    .pluck()
    .all(beginning, beginning + lastLetter) as string[];
  const found = new Set([word]);
  for (const term of [...rows, ...othersBeginning(session, beginning, maxStemmed)])
    if (found.size < limit && stemKey(term, stemmer) === stem) found.add(term);
  return [...found];
}

/** About how many rows of the index have a word; null when none ever had it. */
export function rowsWith(session: MatterSession, word: string): number | null {
  const pages = pagesWith(session, word);
  return others(session).words.has(word) ? (pages ?? 0) + 1 : pages;
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
    const rows = session
      .prepare(
        'SELECT term, pages FROM search_term WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?',
      )
      .raw()
      .iterate(from, to, word.length - most, word.length + most) as IterableIterator<[string, number]>;
    for (const [term, pages] of rows) {
      consider(term, pages);
      if (performance.now() > until) break;
    }
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

function othersBeginning(session: MatterSession, beginning: string, limit: number): string[] {
  const { sorted } = others(session);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < beginning) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && end - low < limit && sorted[end]!.startsWith(beginning)) end++;
  return sorted.slice(low, end);
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
  for (const row of rows)
    for (const word of vocabularyOf(foldText(textOf(session, row)))) known.words.add(word);
  if (known.words.size > before) known.sorted = [...known.words].toSorted();
  const lastId = session.prepare('SELECT max(id) FROM search_subject').pluck().get() as number | null;
  known.lastId = Math.max(known.lastId, lastId ?? 0);
  return known;
}
