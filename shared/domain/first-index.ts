/**
 * The first index at which something holds that also holds at all indexes after it.
 *
 * @param length how many indexes there are, from 0
 * @returns `length` where it holds at none
 * @example firstIndex(numbers.length, (at) => numbers[at]! >= 10)
 */
export function firstIndex(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
