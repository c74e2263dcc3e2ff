/**
 * Finds labels as people write them: in any case, and where no exhibit has exactly that label, however its parts are joined: PX12 or
 * PX 12 or PX-012 for PX-12, with whatever dash, 10-A for 10A, A.1, A(1) or Exhibit A-1 for A-1.
 *
 * @returns a search that answers the place of the exhibit, or null
 * @example exhibitsByLabel(['A', 'A-1'])('A(1)') // 1
 */
export function exhibitsByLabel(labels: readonly string[]): (label: string) => number | null {
  const exact = new Map<string, number>();
  const loose = new Map<string, number | null>();
  for (const [at, label] of labels.entries()) {
    exact.set(label.toUpperCase(), at);
    const key = looseKey(label);
    loose.set(key, loose.has(key) ? null : at);
  }
  return (label) => exact.get(label.toUpperCase()) ?? loose.get(looseKey(label)) ?? null;
}

/** The same for labels whose parts are only joined differently. Digits must stay separated: 1-1 is not 11. */
function looseKey(label: string): string {
  return label
    .toUpperCase()
    .replace(/^EX(?:H|HIBIT)?\.?\s+(?=\S)/, '')
    .replaceAll(/\(([^()]*)\)/g, '-$1')
    .replaceAll(/[. \u00a0\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/(?<=[A-Z])-(?=\d)|(?<=\d)-(?=[A-Z])/g, '')
    .replaceAll(/(?<!\d)0+(?=\d)/g, '');
}
