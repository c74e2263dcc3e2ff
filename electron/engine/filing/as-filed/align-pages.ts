import type { PagePair } from '../../pdf/as-filed/compare-task.ts';
import type { PagePrint } from '../../pdf/as-filed/page-prints.ts';

/** Which page came back as which; all from 0. */
export interface Alignment {
  /** Pages in their order, rising on both sides. */
  readonly pairs: readonly PagePair[];
  /** Pages that stand before or after pages which they were not before or after. */
  readonly moved: readonly PagePair[];
  readonly missing: readonly number[];
  readonly extra: readonly number[];
  /** Pages that cannot be read, and so are not recognized anywhere. */
  readonly unread: { readonly sent: readonly number[]; readonly returned: readonly number[] };
  /** How alike both documents are, from 0 to 1. */
  readonly likeness: number;
}

/** From here on two pages may be one. */
const leastWords = 0.5;
const leastLooks = 0.85;
/** Mean darkness, of 255, up to which a page is blank. */
const blank = 0.2;
/** Pairs of pages that are looked at: some half a second. */
const mostPairs = 500_000;
/** At least this many pages may have been added or removed in one place. */
const leastBand = 32;

/** How sure it is that a page came back as another, from 0 to 1; 0 where it is not likely at all. */
function likeness(sent: PagePrint, returned: PagePrint): number {
  if (!sent || !returned) return 0;
  if (sent.words.length > 0 && returned.words.length > 0) {
    const alike = sharedShare(sent.words, returned.words);
    return alike >= leastWords ? alike : 0;
  }
  const alike = looksAlike(sent.looks, returned.looks);
  return alike >= leastLooks ? alike : 0;
}

/** @param a rising @param b rising */
function sharedShare(a: readonly number[], b: readonly number[]): number {
  let [shared, at] = [0, 0];
  for (const value of a) {
    while (at < b.length && b[at]! < value) at += 1;
    if (b[at] === value) shared += 1;
  }
  return shared / Math.max(a.length, b.length);
}

function looksAlike(a: Uint8Array, b: Uint8Array): number {
  let [apart, all] = [0, 0];
  for (let at = 0; at < a.length; at += 1) {
    apart += Math.abs(a[at]! - b[at]!);
    all += a[at]! + b[at]!;
  }
  return all <= 2 * blank * a.length ? 1 : 1 - apart / all;
}

/**
 * Finds which page came back as which: the pages that keep their order so that most is alike, then those that stand elsewhere, and
 * then, where as many were added as removed between two pages, one for one.
 *
 * @param sent what its pages are recognized by
 */
export function alignPages(sent: readonly PagePrint[], returned: readonly PagePrint[]): Alignment {
  const pairs = inOrder(sent, returned);
  const leftSent = without(
    sent.length,
    pairs.map((pair) => pair.sent),
  );
  const leftReturned = without(
    returned.length,
    pairs.map((pair) => pair.returned),
  );
  const moved: PagePair[] = [];
  for (const page of leftSent) {
    const [best] = [...leftReturned]
      .map((at) => ({ at, like: likeness(sent[page]!, returned[at]!) }))
      .filter(({ like }) => like > 0)
      .toSorted((a, b) => b.like - a.like || a.at - b.at);
    if (!best) continue;
    moved.push({ sent: page, returned: best.at });
    leftSent.delete(page);
    leftReturned.delete(best.at);
  }
  const alike = [...pairs, ...moved].reduce(
    (sum, pair) => sum + likeness(sent[pair.sent]!, returned[pair.returned]!),
    0,
  );
  const replaced = pairGaps(pairs, leftSent, leftReturned, sent.length, returned.length);
  return {
    pairs: [...pairs, ...replaced].toSorted((a, b) => a.sent - b.sent),
    moved,
    missing: [...leftSent].filter((at) => sent[at] !== null),
    extra: [...leftReturned].filter((at) => returned[at] !== null),
    unread: {
      sent: [...leftSent].filter((at) => sent[at] === null),
      returned: [...leftReturned].filter((at) => returned[at] === null),
    },
    likeness: alike / Math.max(sent.length, returned.length, 1),
  };
}

function without(count: number, taken: readonly number[]): Set<number> {
  const left = new Set(Array.from({ length: count }, (_, at) => at));
  for (const at of taken) left.delete(at);
  return left;
}

/** Removes from what is left, and pairs, pages between two pairs where as many were added as removed. */
function pairGaps(
  pairs: readonly PagePair[],
  leftSent: Set<number>,
  leftReturned: Set<number>,
  sentCount: number,
  returnedCount: number,
): PagePair[] {
  const replaced: PagePair[] = [];
  let before: PagePair = { sent: -1, returned: -1 };
  for (const after of [...pairs, { sent: sentCount, returned: returnedCount }]) {
    const between = (left: Set<number>, from: number, to: number) =>
      Array.from({ length: to - from - 1 }, (_, at) => from + 1 + at).filter((at) => left.has(at));
    const gone = between(leftSent, before.sent, after.sent);
    const come = between(leftReturned, before.returned, after.returned);
    if (gone.length === come.length)
      for (const [at, page] of gone.entries()) {
        replaced.push({ sent: page, returned: come[at]! });
        leftSent.delete(page);
        leftReturned.delete(come[at]!);
      }
    before = after;
  }
  return replaced;
}

/** Pages that keep their order. What is wholly alike at both ends is paired at once. */
function inOrder(sent: readonly PagePrint[], returned: readonly PagePrint[]): PagePair[] {
  const most = Math.min(sent.length, returned.length);
  let head = 0;
  while (head < most && likeness(sent[head]!, returned[head]!) === 1) head += 1;
  let tail = 0;
  while (tail < most - head && likeness(sent.at(-1 - tail)!, returned.at(-1 - tail)!) === 1) tail += 1;
  const middle = mostAlike(
    sent.slice(head, sent.length - tail),
    returned.slice(head, returned.length - tail),
  ).map((pair) => ({ sent: pair.sent + head, returned: pair.returned + head }));
  const pairsOf = (count: number, from: PagePair) =>
    Array.from({ length: count }, (_, at) => ({ sent: from.sent + at, returned: from.returned + at }));
  return [
    ...pairsOf(head, { sent: 0, returned: 0 }),
    ...middle,
    ...pairsOf(tail, { sent: sent.length - tail, returned: returned.length - tail }),
  ];
}

/** A page that is wholly alike outweighs several that are half so, as forms are among each other. */
const sureness = 3;
const steps = { pair: 1, gone: 2, come: 3 } as const;

/**
 * The pairs, rising on both sides, whose likeness is most in sum (Needleman and Wunsch, 1970), in a band along the diagonal where there
 * are very many pages.
 */
function mostAlike(sent: readonly PagePrint[], returned: readonly PagePrint[]): PagePair[] {
  const [rows, columns] = [sent.length, returned.length];
  const longer = Math.max(rows, columns, 1);
  const band = Math.min(
    longer,
    Math.max(Math.abs(rows - columns) + leastBand, Math.floor(mostPairs / longer / 2)),
  );
  const width = 2 * band + 1;
  const taken = new Uint8Array((rows + 1) * width);
  let above = new Float64Array(width).fill(-1);
  for (let row = 0; row <= rows; row += 1) {
    const here = new Float64Array(width).fill(-1);
    for (let at = 0; at < width; at += 1) {
      const column = row + at - band;
      if (column < 0 || column > columns) continue;
      let [best, step] = row === 0 && column === 0 ? [0, 0] : [-1, 0];
      const consider = (score: number, way: number) => {
        if (score > best) [best, step] = [score, way];
      };
      if (row > 0 && column > 0) {
        const like = likeness(sent[row - 1]!, returned[column - 1]!);
        if (like > 0 && above[at]! >= 0) consider(above[at]! + like ** sureness, steps.pair);
      }
      if (row > 0 && at + 1 < width) consider(above[at + 1]!, steps.gone);
      if (column > 0 && at > 0) consider(here[at - 1]!, steps.come);
      here[at] = best;
      taken[row * width + at] = step;
    }
    above = here;
  }
  return pairsAlong((row, column) => taken[row * width + column - row + band]!, rows, columns);
}

/** The pairs on the way that was best, walked back from its end. */
function pairsAlong(
  stepAt: (row: number, column: number) => number,
  rows: number,
  columns: number,
): PagePair[] {
  const pairs: PagePair[] = [];
  let [row, column] = [rows, columns];
  while (row > 0 || column > 0) {
    const step = stepAt(row, column);
    if (step === steps.pair) pairs.push({ sent: row - 1, returned: column - 1 });
    if (step !== steps.come) row -= 1;
    if (step !== steps.gone) column -= 1;
  }
  return pairs.reverse();
}
