import { formatLabel } from '../../../../shared/domain/exhibits/exhibit-label.ts';

/**
 * The labels of a scheme that tell it from the others, to choose it by.
 *
 * @example schemeExample('PX-1') // 'PX-1, PX-2…'
 */
export function schemeExample(scheme: string): string {
  const first = `${formatLabel(scheme, 1)}, ${formatLabel(scheme, 2)}`;
  // Schemes of letters differ only after Z.
  return /^A+$/.test(scheme)
    ? `${first} … ${formatLabel(scheme, 27)}, ${formatLabel(scheme, 28)}`
    : `${first}…`;
}

/** The schemes that courts and parties mostly use, to choose from; any other prefix may be written. */
export const usualSchemes = ['A', 'AA', '1', 'PX-1', 'DX-1', 'JX-1'].map((value) => ({
  value,
  label: schemeExample(value),
}));
