/**
 * The message for a text that is longer than can be stored; null for one that is not. Nothing is cut: half a name or designation would be
 * a different one.
 *
 * @param most characters that can be kept, without spaces around them
 * @example tooLong('PLAINTIFF', 6) // 'At most 6 characters fit; this has 9.'
 */
export function tooLong(text: string, most: number): string | null {
  const { length } = text.trim();
  const said = (count: number) => count.toLocaleString('en-US');
  return length > most ? `At most ${said(most)} characters fit; this has ${said(length)}.` : null;
}
