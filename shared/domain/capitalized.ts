/** Words with their first letter as a capital. @example capitalized('birth date') // 'Birth date' */
export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
