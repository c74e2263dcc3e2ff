import { formatLabel } from '../../../../shared/domain/exhibit-label.ts';

/**
 * The first labels of a scheme, to tell schemes apart in a list.
 *
 * @example schemeExample('PX-1') // 'PX-1, PX-2…'
 */
export function schemeExample(scheme: string): string {
  return `${formatLabel(scheme, 1)}, ${formatLabel(scheme, 2)}…`;
}
