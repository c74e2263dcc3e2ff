/**
 * Which of two texts comes first by the codes of their characters, for sorting ids, dates and the like: the same on every
 * machine, whatever its language.
 *
 * @example ['b', 'a'].sort(compare) // ['a', 'b']
 */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
