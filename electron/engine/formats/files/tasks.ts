import { groupOf, type EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { withSource, type SourceLocation } from '../../pdf/pdf-source.ts';
import { readableSource } from '../../pdf/embedded-files.ts';
import { readText } from './read-text.ts';
import type { MemberBatch, Reading, TextBatch } from '../reading.ts';
import { inspectMail, inspectSignedFile, mailMembers, mailText, signedMembers } from '../mail/index.ts';
import { gzipMember } from './archive/gzip-member.ts';
import { hasIworkMembers, iworkMembers } from './archive/iwork-members.ts';
import { pdfMembers } from './archive/pdf-members.ts';
import { tarMembers, tarNames } from './archive/tar-members.ts';
import { zipMembers, zipNames } from './archive/zip-members.ts';
import { embeddedMembers } from './embedded/embedded-files.ts';
import { encodedMembers } from './embedded/encoded-values.ts';
import { inspectFile } from './inspect.ts';

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
}

export interface ReadTextInput extends FileInput {
  /** From 1. */
  readonly fromPage: number;
  /** Characters of one batch; one part comes whatever its length. */
  readonly maxCharacters: number;
}

/**
 * Looks over an original that is neither PDF nor image, in a worker. What cannot be read is a problem of the reading.
 *
 * @throws the source's errors (file system, matter) only
 */
export async function inspectFileTask(
  { location, kind, name }: FileInput,
  { openMatter }: WorkerContext,
): Promise<Reading> {
  return withSource(location, openMatter, (source) =>
    isMailKind(kind)
      ? inspectMail(source, kind, name)
      : ((kind === 'native' ? inspectSignedFile(source) : null) ?? inspectFile(source, kind, name)),
  );
}

/** Takes files out of the file they came in, in a worker, a batch at a time. */
export async function listMembersTask(
  { location, kind, name, from, maxBytes }: MembersInput,
  { openMatter, platform }: WorkerContext,
): Promise<MemberBatch> {
  return withSource(location, openMatter, async (source) => {
    if (kind === 'zip') return zipMembers(source, from, maxBytes);
    if (kind === 'tar') return tarMembers(source, from, maxBytes);
    if (kind === 'gzip') return gzipMember(source, name);
    if (kind === 'pdf')
      return pdfMembers(await readableSource(source, platform.pdfiumWasmPath), from, maxBytes);
    if (groupOf(kind) === 'office') return embeddedMembers(source, from, maxBytes);
    if (groupOf(kind) === 'text') return encodedMembers(source, kind, from, maxBytes);
    if (kind === 'native')
      return hasIworkMembers(source) ? iworkMembers(source, from, maxBytes) : signedMembers(source, name);
    return isMailKind(kind) ? mailMembers(source, kind, from, maxBytes) : { members: [], next: null };
  });
}

/** Lists the files in a zip or tape archive, in a worker: see `zipNames`. */
export async function listArchiveNamesTask(
  { location, kind }: Pick<FileInput, 'location'> & { readonly kind: 'zip' | 'tar' },
  { openMatter }: WorkerContext,
): Promise<ReturnType<typeof zipNames>> {
  return withSource(location, openMatter, kind === 'zip' ? zipNames : tarNames);
}

/** Reads the text of an original that is neither PDF nor image, in a worker, a batch of parts at a time. */
export async function readTextTask(
  { location, kind, fromPage, maxCharacters }: ReadTextInput,
  { openMatter }: WorkerContext,
): Promise<TextBatch> {
  return withSource(location, openMatter, (source) =>
    isMailKind(kind)
      ? mailText(source, kind, fromPage, maxCharacters)
      : readText(source, kind, fromPage, maxCharacters),
  );
}

/** Kinds that the readers of mail read: mails, and what mails come in. */
function isMailKind(kind: EvidenceKind): boolean {
  return kind === 'mbox' || groupOf(kind) === 'mail';
}
