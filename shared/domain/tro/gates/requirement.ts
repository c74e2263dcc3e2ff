import type { TroEventKind, TroGate } from '../../../model/tro.ts';
import type { KnownFact } from './known-facts.ts';

/** One line of a requirement's checklist. */
export interface RequirementLine {
  /** Names the line in the matter file: never changed, never used again. */
  readonly key: string;
  readonly cite: string;
  readonly label: string;
  /** What to do while it is open, in a sentence. */
  readonly missing: string;
  /** What a tick needs beside it: the entry or document that shows it, or a note such as pin cites. */
  readonly needs?: 'proof' | 'note';
  /** The recorded fact that meets it without a tick. */
  readonly knownBy?: KnownFact;
  /** Whether the requirement is met without it. */
  readonly isOptional?: true;
  /** Only in courts of this circuit. */
  readonly circuit?: string;
}

/** A requirement of a rule, with what shows that it is met. */
export interface Requirement extends Pick<TroGate, 'key' | 'cite' | 'label' | 'stage' | 'side'> {
  readonly lines: readonly RequirementLine[];
  /** Court code; a requirement without one applies in every federal court. */
  readonly court?: string;
  /** First and last day of this version, of local rules that changed. */
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  /** The event that makes it one; nothing is asked before. */
  readonly onceRecorded?: TroEventKind;
  /** Whether its text is to be confirmed against the court's site. */
  readonly isUnconfirmed?: true;
  /** Where the text was read. */
  readonly source: string;
}

/** Where the text of the rule was read. */
export const rule65 = 'Fed. R. Civ. P. 65: transcription of the rules as of October 2025, read 2026-11-26';
