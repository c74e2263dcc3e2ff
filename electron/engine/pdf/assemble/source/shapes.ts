import type { Box, SourcePage } from '../../objects/index.ts';

/** NoRotate: upright though its page is turned (ISO 32000-1 table 165). */
const noRotate = 16;
const quarters = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/**
 * How an annotation that stays upright is turned on a page that is: about its upper left corner, as programs do.
 *
 * @param flags its F
 * @returns operands of cm; null where it turns with its page
 */
export function uprightTurn([left, , , top]: Box, flags: number, turns: SourcePage['turns']) {
  if ((flags & noRotate) === 0 || turns === 0) return null;
  const [cos, sin] = quarters[turns];
  return [cos, sin, -sin, cos, left - cos * left + sin * top, top - sin * left - cos * top] as const;
}

/** Where an annotation stands on its page: its rectangle, turned where it stays upright. */
export function standingBox(box: Box, flags: number, turns: SourcePage['turns']): Box {
  const turn = uprightTurn(box, flags, turns);
  if (!turn) return box;
  const [a, b, c, d, e, f] = turn;
  const [one, other] = [0, 2].map((at) => [
    a * box[at]! + c * box[at + 1]! + e,
    b * box[at]! + d * box[at + 1]! + f,
  ]) as [number[], number[]];
  return [
    Math.min(one[0]!, other[0]!),
    Math.min(one[1]!, other[1]!),
    Math.max(one[0]!, other[0]!),
    Math.max(one[1]!, other[1]!),
  ];
}
