import type { Belonging } from './belonging.ts';
import type { PinPlace } from './pins.ts';

/** A run of a page's text as given: UTF-16 units from its beginning, the end left out. */
export interface PageSpan {
  /** Page of the brief, from 1. */
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A citation of one exhibit, and where it begins: all of it, or of one that runs over to the next page the part on the first.
 * Several cited together (“Exs. A–C”) are each one, with the same `text`.
 */
export interface FoundCitation extends Belonging, PageSpan {
  /** The part on the next page; null for all but one that runs over. */
  readonly next: PageSpan | null;
  /** The parts on the pages after that, one for each; empty for all but one that runs over pages of few words. */
  readonly further: readonly PageSpan[];
  /** The whole citation as written, line ends and all: the page's text from `start` to `end`, and after a line end that of `next`, and so on. */
  readonly text: string;
  /** As written; that of the citation before for “id.”; null where a Bates number alone is cited. */
  readonly label: string | null;
  /** Where the label is in `text`; null for one that a range implies, for “id.” and for a Bates number alone. */
  readonly labelSpan: { readonly start: number; readonly end: number } | null;
  /** Where this exhibit's own part of the citation is, with its pin: one for each page; none for one that a range implies. */
  readonly ownSpans: readonly PageSpan[];
  /** The pin as written, white space made single; null where there is none. */
  readonly pin: string | null;
  readonly places: readonly PinPlace[];
  /** Whether it is “id.”, whose meaning goes along with the citation before. */
  readonly isShort: boolean;
}
