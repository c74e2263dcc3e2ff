/**
 * The topmost parent of each member of families: of A-1-1 it is A. One by itself is its own.
 *
 * @param parents place of each one's parent in the list, before or behind it; null for one by itself
 * @returns null where there is none: parents that lead in a circle, or out of the list
 * @example familyHeads([1, null, 0]) // [1, 1, 1]
 */
export declare function familyHeads(parents: readonly (number | null)[]): (number | null)[];
