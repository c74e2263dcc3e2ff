import { formatNumber } from '../../../shared/domain/amounts.ts';

/**
 * The message for text that is too long to store; null otherwise. Nothing is truncated: half a name or designation would be
 * a different one.
 *
 * @param most characters that can be stored, without surrounding spaces
 * @example tooLong('PLAINTIFF', 6) // 'At most 6 characters fit; this has 9.'
 */
export function tooLong(text: string, most: number): string | null {
  const { length } = text.trim();
  return length > most
    ? `At most ${formatNumber(most)} characters fit; this has ${formatNumber(length)}.`
    : null;
}
