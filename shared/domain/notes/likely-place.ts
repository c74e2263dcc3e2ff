import { align } from './align.ts';

/** What is looked for, and around it, in letters alone (letters.ts). */
export interface SoughtLetters {
  readonly wanted: string;
  readonly before: string;
  readonly after: string;
  /** Letter of the text where it was; null where that is not known. */
  readonly near: number | null;
}

/** A row of letters: the first, and the one after the last. */
export interface Row {
  readonly start: number;
  readonly end: number;
}

/** Parts of its letters in which a quote may differ; in its own surroundings a word may differ more. */
const tolerance = 0.2;
const toleranceInContext = 0.5;
/** Letters of surroundings that are looked for with the quote, on each side. */
const contextLength = 32;
/** A quote without surroundings must have this many letters to be recognized by some of them. */
const leastAlone = 8;
/** Longer quotes are compared piece by piece. */
const pieceLength = 500;
const pieceSlack = 100;
const gramLength = 4;
const gramUses = 4;
const maxCandidates = 6;

/**
 * The row of letters that a quote most likely is now, where some of its letters were read differently: found by the short rows
 * of letters it still has in common with the text, then compared letter by letter there.
 *
 * @param budget steps that may still be taken; each is deducted, and with none left nothing is found
 * @returns null where nothing is like it in four fifths of its letters
 */
export function likelyPlace(text: string, sought: SoughtLetters, budget: { work: number }): Row | null {
  const { wanted } = sought;
  const before = sought.before.slice(-contextLength);
  const after = sought.after.slice(0, contextLength);
  const pattern = before + wanted + after;
  if (pattern.length < leastAlone || budget.work <= 0) return null;
  budget.work -= text.length;
  let best: (Row & { distance: number }) | null = null;
  for (const starts of candidatesFor(
    pattern,
    text,
    sought.near === null ? null : sought.near - before.length,
  )) {
    if (budget.work <= 0) break;
    const found =
      wanted.length > pieceLength
        ? fitPieces(text, wanted, shifted(starts, before.length), budget)
        : fitWhole(text, { wanted, before, after }, starts, budget);
    if (found && (!best || found.distance < best.distance)) best = found;
    if (best?.distance === 0) break;
  }
  return best && { start: best.start, end: best.end };
}

function shifted({ start, end }: Row, by: number): Row {
  return { start: start + by, end: end + by };
}

/**
 * Where a pattern may begin: the places most of its rows of four letters speak for, as ranges, the likeliest first.
 *
 * @param near where it is expected to begin
 */
function candidatesFor(pattern: string, text: string, near: number | null): Row[] {
  const width = Math.max(16, pattern.length >> 3);
  const votes = countVotes(pattern, text, width);
  const found: Row[] = [];
  const expected = near === null ? 0 : near + pattern.length;
  for (let round = 0; round < maxCandidates; round++) {
    let best = -1;
    let most = 0;
    for (let at = 0; at + 1 < votes.length; at++) {
      const count = votes[at]! + votes[at + 1]!;
      const isNearer = Math.abs((at + 1) * width - expected) < Math.abs((best + 1) * width - expected);
      if (count > most || (count === most && count > 0 && near !== null && isNearer))
        [best, most] = [at, count];
    }
    if (best === -1) break;
    found.push({ start: best * width - pattern.length, end: (best + 2) * width - pattern.length });
    votes.fill(0, Math.max(0, best - 1), best + 3);
  }
  return found;
}

/** For ranges of beginnings, `width` wide, how many rows of four letters of the pattern are where they would be from there. */
function countVotes(pattern: string, text: string, width: number): Uint32Array {
  const votes = new Uint32Array(Math.ceil((text.length + pattern.length) / width) + 2);
  let size = 1024;
  while (size < pattern.length * 4 && size < 65_536) size *= 2;
  // Of each row of letters the last places it has in the pattern, as chains.
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(pattern.length);
  for (let at = 0; at + gramLength <= pattern.length; at++) {
    const slot = gramAt(pattern, at) & (size - 1);
    next[at] = heads[slot]!;
    heads[slot] = at;
  }
  for (let at = 0; at + gramLength <= text.length; at++) {
    let place = heads[gramAt(text, at) & (size - 1)]!;
    for (let used = 0; place !== -1 && used < gramUses; used++) {
      votes[Math.floor((at - place + pattern.length) / width)]! += 1;
      place = next[place]!;
    }
  }
  return votes;
}

function gramAt(text: string, at: number): number {
  let gram = 0;
  for (let i = 0; i < gramLength; i++) gram = Math.imul(gram, 0x01_00_01_93) ^ text.charCodeAt(at + i);
  return gram ^ (gram >>> 15);
}

/** Compares a quote together with its surroundings, and tells which part of what fits is the quote. */
function fitWhole(
  text: string,
  { wanted, before, after }: Omit<SoughtLetters, 'near'>,
  starts: Row,
  budget: { work: number },
): (Row & { distance: number }) | null {
  const pattern = before + wanted + after;
  const slack = Math.ceil(pattern.length * tolerance);
  const from = Math.max(0, starts.start - slack);
  const to = Math.min(text.length, starts.end + pattern.length + slack);
  budget.work -= pattern.length * (to - from);
  const whole = align(pattern, text, from, to, Math.round((starts.start + starts.end) / 2));
  if (whole.distance > pattern.length * tolerance) return null;

  const reach = contextLength + Math.ceil(contextLength * tolerance);
  const start =
    before === ''
      ? whole.start
      : align(before, text, whole.start, Math.min(whole.end, whole.start + reach), whole.start).end;
  const end =
    after === ''
      ? whole.end
      : align(after, text, Math.max(start, whole.end - reach), whole.end, whole.end - after.length).start;
  const own = align(wanted, text, Math.max(0, start - 2), Math.min(text.length, end + 2), start);
  if (own.distance <= wanted.length * tolerance && own.end > own.start)
    return { start: own.start, end: own.end, distance: whole.distance };
  const isHeld = before.length + after.length >= leastAlone && end > start;
  const differs = own.distance <= Math.max(1, wanted.length * toleranceInContext);
  return isHeld && differs ? { start, end, distance: whole.distance } : null;
}

/**
 * Compares a long quote piece by piece, each where the one before it ends. A piece in between may be lost altogether: it may be
 * gone from the text or stand there as something else, so that the next one is looked for from where it began to behind it.
 */
function fitPieces(
  text: string,
  wanted: string,
  starts: Row,
  budget: { work: number },
): (Row & { distance: number }) | null {
  let start: number | null = null;
  let expected = Math.max(0, starts.start);
  let lost = 0;
  let distance = 0;
  for (let at = 0; at < wanted.length; at += pieceLength) {
    const piece = wanted.slice(at, at + pieceLength);
    const room = start === null ? starts.end - starts.start : lost;
    const from = Math.max(0, expected - pieceSlack);
    const to = Math.min(text.length, expected + room + piece.length + pieceSlack);
    budget.work -= piece.length * Math.max(0, to - from);
    if (from >= to) return null;
    const found = align(piece, text, from, to, expected);
    const isLost = found.distance > piece.length * toleranceInContext;
    if (isLost && (start === null || at + pieceLength >= wanted.length)) return null;
    const gap = start === null || lost > 0 ? 0 : Math.abs(found.start - expected);
    distance += isLost ? piece.length : found.distance + gap;
    if (distance > wanted.length * tolerance) return null;
    start ??= found.start;
    lost = isLost ? lost + piece.length : 0;
    if (!isLost) expected = found.end;
  }
  return start === null ? null : { start, end: expected, distance };
}
