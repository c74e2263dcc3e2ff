const sizeUnits = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/**
 * A size in the largest unit that keeps it at one or more: "1.4 MB". Units of 1,000, as courts count a file against their limits.
 *
 * @example formatSize(50_000_000) // '50 MB'
 */
export function formatSize(sizeBytes: number): string {
  if (sizeBytes === 1) return '1 byte';
  let value = sizeBytes;
  let unit = 0;
  while (value >= 1_000 && unit < sizeUnits.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString('en-US', { maximumFractionDigits: digits })} ${sizeUnits[unit]}`;
}

/** A number as people write it. @example formatNumber(1_204) // '1,204' */
export function formatNumber(count: number): string {
  return count.toLocaleString('en-US');
}

/** How much of a whole is done. @example formatShare(1_204, 20_000) // '1,204 of 20,000' */
export function formatShare(done: number, of: number): string {
  return `${formatNumber(done)} of ${formatNumber(of)}`;
}

/** A count with its noun. @example formatCount(1_204, 'entry', 'entries') // '1,204 entries' */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
