import type { SnippetPart } from '../../model/search.ts';
import { wholeLetter } from './find-words.ts';
import { foldWithSources, type Reading } from './fold-text.ts';
import { wordsOf, type Word } from './words.ts';

/** What is marked: words in a row, the last one of `lasts` or, for a beginning, any word that begins with it. */
export interface Sought {
  readonly head: readonly string[];
  readonly lasts: ReadonlySet<string>;
  readonly prefix: string | null;
}

/** A place in the original text. */
interface Mark {
  readonly from: number;
  readonly to: number;
  /** Index of what was sought. */
  readonly which: number;
}

/** How much of a page is shown, and looked through for it, in characters. */
const snippetLength = 240;
const maxLooked = 400_000;

/**
 * The part of a text that best shows what was found: as many of the different words as fit, marked.
 *
 * @param text as stored; marks are made in it as it is, with its own hyphens and accents
 * @returns parts, and what was marked in them as written in the text
 */
export function makeSnippet(
  text: string,
  sought: readonly Sought[],
): { parts: SnippetPart[]; marked: string[] } {
  const looked = text.slice(0, maxLooked);
  let marks = findMarks(looked, sought, 'likely');
  if (marks.length === 0) marks = findMarks(looked, sought, 'other');
  const { from, to } = bestWindow(looked, marks);
  const shown = marks.filter((mark) => mark.from >= from && mark.to <= to);
  const parts: SnippetPart[] = [];
  const add = (part: string, isHit: boolean) => {
    const clean = part.replaceAll(/[\s\u0000-\u001f]+/g, ' ');
    if (clean !== '') parts.push({ text: clean, isHit });
  };
  if (from > 0) add('… ', false);
  let at = from;
  for (const mark of shown) {
    if (mark.from < at) continue;
    add(looked.slice(at, mark.from), false);
    add(looked.slice(mark.from, mark.to), true);
    at = mark.to;
  }
  add(looked.slice(at, to), false);
  if (to < text.length) add(' …', false);
  return { parts, marked: shown.map((mark) => looked.slice(mark.from, mark.to)) };
}

function findMarks(text: string, sought: readonly Sought[], reading: Reading): Mark[] {
  if (sought.length === 0) return [];
  const folded = foldWithSources(text, reading);
  const words = wordsOf(folded.text);
  const marks: Mark[] = [];
  let end = 0;
  for (let i = 0; i < words.length; i++) {
    const which = sought.findIndex((one) => standsAt(words, i, one));
    if (which === -1) continue;
    const last = words[i + sought[which]!.head.length]!;
    const from = folded.sources[words[i]!.from]!;
    // The end of the last letter's place, not the start of what follows it: a line's end may come between.
    const to = Math.max(folded.sources[last.to - 1]! + 1, from + 1);
    if (from < end) continue;
    marks.push({ from, to: wholeLetter(text, to), which });
    end = to;
  }
  return marks;
}

function standsAt(words: readonly Word[], at: number, { head, lasts, prefix }: Sought): boolean {
  const last = words[at + head.length]?.word;
  if (last === undefined || !head.every((word, i) => words[at + i]!.word === word)) return false;
  return lasts.has(last) || (prefix !== null && last.startsWith(prefix));
}

function bestWindow(text: string, marks: readonly Mark[]): { from: number; to: number } {
  const first = marks[0];
  if (!first) return { from: 0, to: wordEnd(text, snippetLength) };
  let best = { score: 0, from: first.from, to: first.to };
  const inside = new Map<number, number>();
  let start = 0;
  for (const mark of marks) {
    inside.set(mark.which, (inside.get(mark.which) ?? 0) + 1);
    while (mark.to - marks[start]!.from > snippetLength && marks[start] !== mark) {
      const { which } = marks[start]!;
      const left = inside.get(which)! - 1;
      if (left === 0) inside.delete(which);
      else inside.set(which, left);
      start++;
    }
    let count = 0;
    for (const many of inside.values()) count += many;
    const score = inside.size * 100 + count;
    if (score > best.score) best = { score, from: marks[start]!.from, to: mark.to };
  }
  const spare = Math.max(0, snippetLength - (best.to - best.from));
  const from = Math.max(0, best.from - Math.floor(spare / 3));
  return {
    from: from === 0 ? 0 : wordStart(text, from, best.from),
    to: wordEnd(text, Math.min(text.length, from + Math.max(snippetLength, best.to - from))),
  };
}

/** Forward to the start of a word, but not beyond `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  for (let i = at; i < limit; i++) if (/\s/.test(text[i]!)) return i + 1;
  return limit;
}

/** Forward to the end of a word that is cut, for a few letters. */
function wordEnd(text: string, at: number): number {
  for (let i = at; i < Math.min(text.length, at + 30); i++) if (/\s/.test(text[i]!)) return i;
  return Math.min(text.length, at);
}
