const dollarFormat = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
});

/** An amount as a filing writes it: "$5,000", "$1,250.50". */
export function formatDollars(usd: number): string {
  return dollarFormat.format(usd);
}

/**
 * Reads an amount as people type it: "5000", "$5,000", "5,000.50".
 *
 * @returns null where nothing was typed; undefined where it is not a valid amount
 */
export function parseDollars(typed: string): number | null | undefined {
  const text = typed.trim().replace(/^\$\s*/, '');
  if (text === '') return null;
  if (!/^(?:\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,2})?$/.test(text)) return undefined;
  const amount = Number(text.replaceAll(',', ''));
  return amount <= 1e12 ? amount : undefined;
}
