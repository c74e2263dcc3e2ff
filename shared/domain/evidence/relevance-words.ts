const words = ['Not relevant', 'Somewhat relevant', 'Relevant', 'Hot'] as const;

/** A rating in words. @example relevanceWords(3) // 'Hot' */
export function relevanceWords(relevance: number | null): string {
  return (relevance === null ? undefined : words[relevance]) ?? 'Not rated';
}
