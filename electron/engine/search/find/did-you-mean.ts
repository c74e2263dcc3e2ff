import { foldWithSources } from '../../../../shared/domain/search/fold-text.ts';
import { wordsOf } from '../../../../shared/domain/search/words.ts';
import type { MatterSession } from '../../store/session.ts';
import { rowsWith, similarWord } from '../words/vocabulary.ts';
import type { SoughtPhrase } from './plan.ts';

/** A word that may be a Bates number: letters first, digits at its end. */
const batesForm = /^\p{L}[\p{L}\d_-]*\d{2}$/u;

/**
 * The query with words that occur nowhere corrected from the index's own vocabulary; of a Bates number that a page here
 * bears, the filter that finds the page, for on a scan it is no text.
 *
 * @returns null when every word occurs, or nothing close to a word does
 * @example suggestQuery(session, 'irreparable injry', phrases) // 'irreparable injury'
 */
export function suggestQuery(
  session: MatterSession,
  query: string,
  phrases: readonly SoughtPhrase[],
): string | null {
  const typed = query.trim();
  if (batesForm.test(typed) && isBatesNumber(session, typed)) return `bates:${typed}`;
  const changes: { from: number; to: number; word: string }[] = [];
  for (const { phrase, sought } of phrases) {
    const { from, to } = phrase.place;
    const folded = foldWithSources(query.slice(from, to));
    for (const [i, word] of wordsOf(folded.text).entries()) {
      const isLast = i === phrase.words.length - 1;
      if (isLast && [...sought.lasts].some((last) => rowsWith(session, last) !== null)) continue;
      if (rowsWith(session, word.word) !== null) continue;
      const similar = similarWord(session, word.word);
      const start = from + folded.sources[word.from]!;
      // A number may be looked for in several forms, all typed in one place.
      if (similar === null || changes.some((change) => change.from === start)) continue;
      changes.push({
        from: start,
        to: from + folded.sources[word.to]!,
        word: similar,
      });
    }
  }
  if (changes.length === 0) return null;
  let better = query;
  for (const { from, to, word } of changes.toSorted((a, b) => b.from - a.from))
    better = better.slice(0, from) + word + better.slice(to);
  return better;
}

function isBatesNumber(session: MatterSession, typed: string): boolean {
  const found = session
    .prepare(
      `SELECT 1 FROM bates_seen WHERE label IN (@typed, @upper)
       UNION ALL
       SELECT 1 FROM bates_number WHERE state <> 'void' AND prefix || printf('%0' || digits || 'd', number) IN (@typed, @upper)
       LIMIT 1`,
    )
    .get({ typed, upper: typed.toUpperCase() });
  return found !== undefined;
}
