/** A stretch of words that stayed, went, or came. Joined in order, `same` and `gone` give the text before, `same` and `new` the text after. */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** A word or mark, with whether white space comes before it. */
interface Word {
  readonly text: string;
  readonly hasSpaceBefore: boolean;
}

/** A word that stayed: where it is before and after. */
interface Match {
  readonly before: number;
  readonly after: number;
}

/** Words that may be added or removed in all before the differing middle is shown as replaced whole: bounds time and memory. */
const maxEdits = 400;

/** A word with the marks inside it, so that a date or a case number is one (1/11/2021, 2:26-cv-00107), or one other mark. */
const wordPattern = /[\p{L}\p{N}]+(?:['’./:-][\p{L}\p{N}]+)*|\S/gu;

/**
 * What changed between two texts, word by word: the fewest words gone and new (E. Myers, "An O(ND) Difference Algorithm and
 * Its Variations", 1986). White space counts as one space. Texts that differ in more than 400 words are shown, between what
 * they begin and end with alike, as one text gone and one new: such a redline would be no easier to read, and the work stays
 * proportional to the texts' length.
 *
 * @param before the text as it was
 * @param after the text as it is now
 * @returns parts in reading order, none of them empty, `gone` before the `new` that takes its place
 * @example
 *   diffWords('MOTION for Order', 'MOTION for Sanctions');
 *   // [{ kind: 'same', text: 'MOTION for' }, { kind: 'gone', text: ' Order' }, { kind: 'new', text: ' Sanctions' }]
 */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start]!.text === now[start]!.text) start += 1;
  let oldEnd = old.length;
  let nowEnd = now.length;
  while (oldEnd > start && nowEnd > start && old[oldEnd - 1]!.text === now[nowEnd - 1]!.text) {
    oldEnd -= 1;
    nowEnd -= 1;
  }
  const matches = [
    ...Array.from({ length: start }, (_, at) => ({ before: at, after: at })),
    ...findMatches(old.slice(start, oldEnd), now.slice(start, nowEnd)).map((match) => ({
      before: match.before + start,
      after: match.after + start,
    })),
    ...Array.from({ length: old.length - oldEnd }, (_, at) => ({ before: oldEnd + at, after: nowEnd + at })),
  ];
  const kept = withoutLoneWords(matches, old.length, now.length);
  return partsOf(old, now, slid(slid(kept, now, 'after', old.length), old, 'before', now.length));
}

function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }, place) => ({
    text: word,
    hasSpaceBefore: place > 0 && /\s/.test(text[index - 1] ?? ''),
  }));
}

/** The words both have, along a shortest path of edits; none where that path is longer than is worth showing. */
function findMatches(old: readonly Word[], now: readonly Word[]): readonly Match[] {
  if (old.length === 0 || now.length === 0) return [];
  const bound = Math.min(old.length + now.length, maxEdits);
  // How far each diagonal (before − after) reaches, and how far it reached at every number of edits before.
  const reach = new Int32Array(2 * bound + 3);
  const history: Int32Array[] = [];
  for (let edits = 0; edits <= bound; edits += 1) {
    history.push(reach.slice(bound + 1 - edits, bound + 2 + edits));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + bound + 1;
      let x = isDown(reach, at, diagonal, edits) ? reach[at + 1]! : reach[at - 1]! + 1;
      let y = x - diagonal;
      while (x < old.length && y < now.length && old[x]!.text === now[y]!.text) {
        x += 1;
        y += 1;
      }
      reach[at] = x;
      if (x >= old.length && y >= now.length) return walkBack(history, old.length, now.length);
    }
  }
  return [];
}

/** Whether the best path to a diagonal comes from the one above it: a word that is new. */
function isDown(reach: Int32Array, at: number, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && reach[at - 1]! < reach[at + 1]!);
}

/** Walks the path found from its end to its beginning, gathering the words that stayed. */
function walkBack(history: readonly Int32Array[], oldLength: number, nowLength: number): readonly Match[] {
  const matches: Match[] = [];
  let x = oldLength;
  let y = nowLength;
  for (let edits = history.length - 1; edits >= 0; edits -= 1) {
    const reach = history[edits]!;
    const diagonal = x - y;
    // `reach` holds diagonals −edits … edits.
    const at = diagonal + edits;
    const fromAbove = edits > 0 && isDown(reach, at, diagonal, edits);
    const startX = edits === 0 ? 0 : fromAbove ? reach[at + 1]! : reach[at - 1]!;
    const startY = edits === 0 ? 0 : startX - (fromAbove ? diagonal + 1 : diagonal - 1);
    const snakeX = edits === 0 ? 0 : fromAbove ? startX : startX + 1;
    while (x > snakeX) {
      x -= 1;
      y -= 1;
      matches.push({ before: x, after: y });
    }
    x = startX;
    y = startY;
  }
  return matches.toReversed();
}

/** Leaves out a single word that stayed between changes on both sides: a redline of every other word is hard to read. */
function withoutLoneWords(matches: readonly Match[], oldLength: number, nowLength: number): readonly Match[] {
  return matches.filter((match, index) => {
    const last = matches[index - 1] ?? { before: -1, after: -1 };
    const next = matches[index + 1] ?? { before: oldLength, after: nowLength };
    const isJoined = (one: Match, other: Match) =>
      one.before + 1 === other.before && one.after + 1 === other.after;
    return isJoined(last, match) || isJoined(match, next);
  });
}

/** Words a change is moved along at most. */
const maxSlide = 60;

/**
 * Moves changes that could equally be a few words earlier or later to where they begin with an opening bracket: of
 * "(Entered)" before and "(Modified) (Entered)" after, "(Modified)" is new, and not "Modified) (".
 *
 * @param words of the side that has the words of the change
 * @param otherLength words of the other side
 */
function slid(
  matches: readonly Match[],
  words: readonly Word[],
  side: 'before' | 'after',
  otherLength: number,
): readonly Match[] {
  const other = side === 'before' ? 'after' : 'before';
  const moved = [...matches];
  const setSide = (at: number, place: number) => {
    const match = moved[at]!;
    moved[at] = side === 'before' ? { ...match, before: place } : { ...match, after: place };
  };
  for (let at = 0; at < moved.length; at += 1) {
    const last = moved[at]!;
    const next = moved[at + 1] ?? null;
    const start = last[side] + 1;
    const end = next ? next[side] : words.length;
    // Only where the other side has nothing in its place.
    if (end <= start || (next ? next[other] : otherLength) !== last[other] + 1) continue;
    const step = opensAt(moved, words, side, { at, start, end });
    for (let back = 0; back < -step; back += 1) setSide(at - back, end - 1 - back);
    for (let on = 0; on < step; on += 1) setSide(at + 1 + on, start + on);
  }
  return moved;
}

/** By how many words a change has to be moved to begin with an opening bracket: below 0 to the front; 0 where it cannot. */
function opensAt(
  matches: readonly Match[],
  words: readonly Word[],
  side: 'before' | 'after',
  { at, start, end }: { at: number; start: number; end: number },
): number {
  const opens = (place: number) => words[place]!.text === '(' || words[place]!.text === '[';
  if (opens(start)) return 0;
  const isSame = (one: number, other: number) => words[one]?.text === words[other]?.text;
  for (let back = 1; back <= maxSlide && matches[at - back + 1]?.[side] === start - back; back += 1) {
    if (!isSame(start - back, end - back)) break;
    if (opens(start - back)) return -back;
  }
  for (let on = 0; on < maxSlide && matches[at + 1 + on]?.[side] === end + on; on += 1) {
    if (!isSame(start + on, end + on)) break;
    if (opens(start + on + 1)) return on + 1;
  }
  return 0;
}

function partsOf(old: readonly Word[], now: readonly Word[], matches: readonly Match[]): readonly DiffPart[] {
  const parts: { kind: DiffPart['kind']; words: Word[] }[] = [];
  const add = (kind: DiffPart['kind'], words: readonly Word[]) => {
    if (words.length === 0) return;
    const last = parts.at(-1);
    if (last?.kind !== kind) parts.push({ kind, words: [...words] });
    else for (const word of words) last.words.push(word);
  };
  let x = 0;
  let y = 0;
  for (const match of [...matches, { before: old.length, after: now.length }]) {
    add('gone', old.slice(x, match.before));
    add('new', now.slice(y, match.after));
    const word = now[match.after];
    const wasApart = parts.at(-1)?.kind === 'gone' && old[match.before]?.hasSpaceBefore;
    if (word) add('same', [wasApart ? { ...word, hasSpaceBefore: true } : word]);
    x = match.before + 1;
    y = match.after + 1;
  }
  return parts.map(({ kind, words }) => ({ kind, text: joined(words) }));
}

function joined(words: readonly Word[]): string {
  return words.map(({ text, hasSpaceBefore }) => (hasSpaceBefore ? ` ${text}` : text)).join('');
}
