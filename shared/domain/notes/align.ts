/** Where a row of letters fits best into another, and in how many letters the two differ. */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  /** Letters to put in, take out or change. */
  readonly distance: number;
}

/**
 * The part of a text that is most like a pattern: by the least number of letters inserted, deleted or changed (Sellers, 1980).
 * Of equally good ones, the one that is nearest to where it is expected.
 *
 * Takes time in proportion to the pattern's length times the window's.
 *
 * @param from where the window into the text begins; `to` where it ends
 * @param expected where the part should begin
 * @example align('thlrty', 'within thirty days', 0, 18, 7) // { start: 7, end: 13, distance: 1 }
 */
export function align(pattern: string, text: string, from: number, to: number, expected: number): Alignment {
  const width = to - from;
  // Cost of the best way from any start to a column, and where that way starts: of the pattern's first letters, row by row.
  let cost = new Int32Array(width + 1);
  let start = Int32Array.from({ length: width + 1 }, (_, column) => column);
  let nextCost = new Int32Array(width + 1);
  let nextStart = new Int32Array(width + 1);
  for (let row = 1; row <= pattern.length; row++) {
    const letter = pattern.charCodeAt(row - 1);
    nextCost[0] = row;
    nextStart[0] = 0;
    for (let column = 1; column <= width; column++) {
      let best = cost[column - 1]! + (text.charCodeAt(from + column - 1) === letter ? 0 : 1);
      let origin = start[column - 1]!;
      if (cost[column]! + 1 < best) {
        best = cost[column]! + 1;
        origin = start[column]!;
      }
      if (nextCost[column - 1]! + 1 < best) {
        best = nextCost[column - 1]! + 1;
        origin = nextStart[column - 1]!;
      }
      nextCost[column] = best;
      nextStart[column] = origin;
    }
    [cost, nextCost] = [nextCost, cost];
    [start, nextStart] = [nextStart, start];
  }
  let end = 0;
  for (let column = 1; column <= width; column++) {
    const isBetter =
      cost[column]! < cost[end]! ||
      (cost[column] === cost[end] &&
        Math.abs(start[column]! + from - expected) < Math.abs(start[end]! + from - expected));
    if (isBetter) end = column;
  }
  return { start: from + start[end]!, end: from + end, distance: cost[end]! };
}
