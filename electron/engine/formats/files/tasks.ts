import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { withSource, type SourceLocation } from '../../pdf/index.ts';
import { kindOf, kindPrefixBytes } from '../kind.ts';
import { emptyReading, problemOf, type MemberBatch, type Reading, type TextBatch } from '../reading.ts';

/** An original whose kind is known. */
export interface FileInput {
  readonly location: SourceLocation;
  readonly kind: EvidenceKind;
  /** File name without folder. */
  readonly name: string;
}

export interface MembersInput extends FileInput {
  /** 0, or `next` of the batch before. */
  readonly from: number;
  /** Bytes of the members of one batch together; one member comes whatever its size. */
  readonly maxBytes: number;
  readonly password?: string | undefined;
}

export interface ReadTextInput extends FileInput {
  /** From 1. */
  readonly fromPage: number;
  /** Characters of one batch; one part comes whatever its length. */
  readonly maxCharacters: number;
}

/** Tells the kind of a file from its content, in a worker. */
export async function tellKindTask(
  { location }: { readonly location: SourceLocation; readonly name: string },
  { openMatter }: WorkerContext,
): Promise<EvidenceKind> {
  return withSource(location, openMatter, (source) => {
    const prefix = new Uint8Array(Math.min(kindPrefixBytes, source.sizeBytes));
    return kindOf(prefix.subarray(0, source.readAt(0, prefix)));
  });
}

/**
 * Looks over an original that is neither PDF nor image, in a worker. What cannot be read is a problem of the reading.
 *
 * @throws the source's errors (file system, matter) only
 */
export async function inspectFileTask({ kind }: FileInput, _context: WorkerContext): Promise<Reading> {
  if (kind === 'native') return { ...emptyReading, problems: [problemOf('EVIDENCE_UNSUPPORTED_KIND')] };
  return emptyReading;
}

/** Takes files out of the file they came in, in a worker, a batch at a time. */
export async function listMembersTask(_input: MembersInput, _context: WorkerContext): Promise<MemberBatch> {
  return { members: [], next: null };
}

/** Reads the text of an original that is neither PDF nor image, in a worker, a batch of parts at a time. */
export async function readTextTask(_input: ReadTextInput, _context: WorkerContext): Promise<TextBatch> {
  return { pages: [], next: null };
}
