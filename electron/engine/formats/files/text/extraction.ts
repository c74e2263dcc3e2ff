import type { Claim } from '../../../../../shared/model/evidence.ts';
import type { Problem } from '../../../../../shared/model/common.ts';
import type { ErrorCode } from '../../../../../shared/errors/error-codes.ts';
import { problemOf } from '../../reading.ts';

/** What was read of a document: its text by sheets, slides or as a whole, and what it says of itself. */
export interface Extraction {
  /** Each starts a part. */
  readonly sections: readonly string[];
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}

/** Thrown by a collector that has enough, to leave a parser in the middle of its work. */
export class EnoughText extends Error {}

/** Takes text in as a document is read, and stops the reading once there is enough. */
export class TextCollector {
  readonly claims: Claim[] = [];
  readonly problems: Problem[] = [];
  readonly maxCharacters: number;
  readonly #sections: string[] = [];
  #pieces: string[] = [];
  #characters = 0;
  #last = '\n';

  constructor(maxCharacters: number) {
    this.maxCharacters = maxCharacters;
  }

  /** @throws EnoughText */
  write(text: string): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.#characters += text.length;
    this.#last = text[text.length - 1]!;
    if (this.#characters > this.maxCharacters) throw new EnoughText();
  }

  /** A line end, unless a line has only begun. */
  endLine(): void {
    if (this.#last !== '\n') this.write('\n');
  }

  /** A space, unless there is one, or a line begins. */
  space(): void {
    if (!/\s/.test(this.#last)) this.write(' ');
  }

  /** What follows is a part of its own: a sheet, a slide. */
  startSection(): void {
    const text = this.#pieces.join('');
    if (text.trim() !== '') this.#sections.push(text);
    this.#pieces = [];
    this.#last = '\n';
  }

  /** What the file says of itself; empty values say nothing. */
  claim(field: Claim['field'], value: string): void {
    const folded = value.replace(/\s+/g, ' ').trim().slice(0, 2_000);
    if (folded !== '' && !this.claims.some((each) => each.field === field && each.value === folded))
      this.claims.push({ field, value: folded });
  }

  problem(code: ErrorCode, details: Record<string, unknown> = {}): void {
    const problem = problemOf(code, details);
    if (!this.problems.some(({ message }) => message === problem.message)) this.problems.push(problem);
  }

  /** Ends the reading. */
  finish(): Extraction {
    this.startSection();
    return { sections: this.#sections, claims: this.claims, problems: this.problems };
  }
}

/** A date as XML writes it, as an instant in UTC; as it stands where it is none. @example instantOf('2021-01-11T08:00:00Z') */
export function instantOf(written: string): string {
  const text = written.trim();
  const isDateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text);
  if (!isDateTime) return text;
  // Without a zone nobody knows the instant: it stays as it is written.
  if (!/(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return text;
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}
