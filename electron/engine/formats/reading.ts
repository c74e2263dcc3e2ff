import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { Claim } from '../../../shared/model/evidence.ts';
import type { Problem } from '../../../shared/model/common.ts';

/** What a reader found in an original. Plain data: it travels from a worker thread. */
export interface Reading {
  /** Null when pages cannot be counted. */
  readonly pages: number | null;
  readonly hasText: boolean;
  /** Whether pages are pictures of text. */
  readonly needsOcr: boolean;
  readonly problems: readonly Problem[];
  /** What the file says of itself. */
  readonly claims: readonly Claim[];
  /** What the load file of a production says of it; nothing for what came in no production. */
  readonly given?: readonly Claim[];
  /** Values that are equal for items that are alike. */
  readonly fingerprints: readonly Fingerprint[];
  /** Whether other files came in it, to be extracted with `formats.members`. */
  readonly hasMembers: boolean;
  /** Whatever else the reader of this kind reports; kept with the inspection. */
  readonly report: object;
}

export interface Fingerprint {
  /** For a mail: message id and body; for a picture: its upright pixels. Lower-case hexadecimal SHA-256. */
  readonly kind: 'mail' | 'image';
  readonly value: string;
}

/** One file that came in another, extracted; or why it could not be. */
export type Member = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly problem: Problem }
);

/** A batch of members; `next` is where to go on, null at the end. */
export interface MemberBatch {
  readonly members: readonly Member[];
  readonly next: number | null;
}

/** Text of pages from 1, or of parts of what has no pages; `next` is the page to go on with, null at the end. */
export interface TextBatch {
  readonly pages: readonly { readonly page: number; readonly text: string; readonly problem?: Problem }[];
  readonly next: number | null;
}

/** A declared problem with its sentence. @example problemOf('EVIDENCE_DAMAGED') */
export function problemOf(code: ErrorCode, details: Record<string, unknown> = {}): Problem {
  return { code, message: new AppError(code, details).message };
}

/** What a reader begins with: nothing known, nothing wrong. */
export const emptyReading: Reading = {
  pages: null,
  hasText: false,
  needsOcr: false,
  problems: [],
  claims: [],
  fingerprints: [],
  hasMembers: false,
  report: {},
};

/**
 * Takes the files of an original one after the other until a batch is full; the first comes whatever its size.
 *
 * @param files how many there are
 * @param sizeOf about how many bytes one has, as far as that is known before it is taken
 * @param take what a file is, and what is told beside it
 */
export function memberBatch(
  files: number,
  { from, maxBytes }: { readonly from: number; readonly maxBytes: number },
  sizeOf: (at: number) => number,
  take: (at: number) => readonly Member[],
): MemberBatch {
  const members: Member[] = [];
  let bytes = 0;
  for (let at = from; at < files; at += 1) {
    if (members.length > 0 && bytes + sizeOf(at) > maxBytes) return { members, next: at };
    for (const member of take(at)) {
      members.push(member);
      bytes += 'bytes' in member ? member.bytes.length : 0;
    }
    if (bytes >= maxBytes && at + 1 < files) return { members, next: at + 1 };
  }
  return { members, next: null };
}

/** The parts of a text from a page on, as many as a batch may have; the first comes whatever its length. */
export function textBatch(parts: readonly string[], fromPage: number, maxCharacters: number): TextBatch {
  const pages: { page: number; text: string }[] = [];
  let characters = 0;
  for (let page = fromPage; page <= parts.length; page += 1) {
    const text = parts[page - 1]!;
    if (pages.length > 0 && characters + text.length > maxCharacters) return { pages, next: page };
    pages.push({ page, text });
    characters += text.length;
  }
  return { pages, next: null };
}
