const words = ['Not relevant', 'Somewhat relevant', 'Relevant', 'Key'] as const;

/** A rating in words. @example relevanceWords(3) // 'Key' */
export function relevanceWords(relevance: number | null): string {
  return (relevance === null ? undefined : words[relevance]) ?? 'Not rated';
}
