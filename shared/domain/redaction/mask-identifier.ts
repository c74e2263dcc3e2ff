import type { Identifier } from './identifier.ts';

/** A personal identifier, masked so that it can be reported without being revealed. */
export interface MaskedIdentifier {
  readonly kind: Identifier['kind'];
  readonly certainty: Identifier['certainty'];
  /** The end of it, such as `…6789`, or the year of a birth. */
  readonly masked: string;
}

/** Signs of a number shown at most; of a short one no more than half. */
const shownSigns = 4;

/** @param text in which it was found */
export function maskIdentifier(
  { kind, start, end, keep, certainty }: Identifier,
  text: string,
): MaskedIdentifier {
  if (kind === 'birthDate' && keep) return { kind, certainty, masked: text.slice(keep.start, keep.end) };
  const signs = text.slice(start, end).replaceAll(/[^\p{L}\p{N}]/gu, '');
  const shown = kind === 'birthDate' ? 0 : Math.min(shownSigns, Math.floor(signs.length / 2));
  return { kind, certainty, masked: `…${signs.slice(signs.length - shown)}` };
}
