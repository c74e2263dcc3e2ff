import { boxOfCorners, pointBy, type Box, type SourcePage } from '../../objects/index.ts';

/** Hidden and NoView: not seen on a screen (ISO 32000-1 table 165). */
const unseen = 2 | 32;
/** NoRotate: upright though its page is turned (ISO 32000-1 table 165). */
const noRotate = 16;
const quarters = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** Whether an annotation is seen. @param flags its F */
export const isSeen = (flags: number): boolean => (flags & unseen) === 0;

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
  return boxOfCorners(...pointBy(turn, box[0], box[1]), ...pointBy(turn, box[2], box[3]));
}
