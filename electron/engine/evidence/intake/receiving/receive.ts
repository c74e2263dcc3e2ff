import { basename, extname } from 'node:path';
import type { Problem } from '../../../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import { emptyReading, problemOf, type Reading } from '../../../formats/reading.ts';
import type { JobContext } from '../../../handlers.ts';
import type { SourceLocation } from '../../../pdf/index.ts';
import { appendCustody } from '../../../store/custody.ts';
import { findBySha256, insertDigests, insertEvidence } from '../../evidence-repository.ts';
import { inspectContent, tellKind } from './inspection.ts';
import type { Provenance } from '../intake-record.ts';
import { locationOf } from '../../content/originals.ts';
import { discardStaged, markStagedSize, storeContent, type StagedContent } from './staging.ts';

const maxTitleLength = 300;

/** What staged bytes are, and what a reader finds in them. */
export interface LookedInto {
  readonly kind: EvidenceKind;
  readonly reading: Reading;
}

/** How bytes came. */
export interface Arrival {
  /** The file's name, without folder. */
  readonly name: string;
  readonly provenance: Provenance;
  /** What else goes into custody: when the file was last changed, what it came in. */
  readonly details: Readonly<Record<string, unknown>>;
  /** What it is called at first; by its file's name when left out. */
  readonly title?: string;
  /** Whether it is kept out of sight from the first: a part of what is in sight. */
  readonly isArchived?: boolean;
}

/** What became of bytes that came. */
export interface Received {
  readonly status: 'added' | 'duplicate';
  readonly id: string;
  readonly contentId: number;
  readonly sha256: string;
  readonly kind: EvidenceKind;
  readonly pages: number | null;
  readonly problems: readonly Problem[];
  /** Whether files that came in it are still to be extracted. */
  readonly isPartial: boolean;
}

/**
 * Finds out what staged bytes are; null when the same bytes are evidence already.
 *
 * @param name file name without folder
 * @throws AppError CANCELLED only
 */
export async function lookInto(
  staged: StagedContent,
  name: string,
  context: JobContext,
): Promise<LookedInto | null> {
  const { session, platform, signal } = context;
  if (findBySha256(session, staged.sha256) !== undefined) return null;
  markStagedSize(session, staged);
  const location: SourceLocation =
    'bytes' in staged ? { bytes: staged.bytes } : locationOf(staged.contentId, session);
  if (staged.sizeBytes === 0) {
    const reading = { ...emptyReading, problems: [problemOf('EVIDENCE_EMPTY_FILE', { name })] };
    return { kind: 'native', reading };
  }
  const input = { name, location, signal };
  const kind = await tellKind(platform, input, staged.prefix);
  const reading = await inspectContent(platform, kind, { ...input, hasScriptMark: staged.hasMark });
  return { kind, reading };
}

/**
 * Makes staged bytes evidence, or finds that they are evidence already, in one transaction with whatever else belongs to
 * it. Staged bytes that are not needed are dropped.
 *
 * @param looked of `lookInto`
 * @param also written in the same transaction
 */
export async function receive(
  staged: StagedContent,
  looked: LookedInto | null,
  arrival: Arrival,
  context: JobContext,
  also: (received: Received) => void,
): Promise<Received> {
  let isKept = false;
  try {
    // The same bytes may have come twice in one intake.
    const isKnown = findBySha256(context.session, staged.sha256) !== undefined;
    const received = isKnown
      ? context.commit(`receive “${arrival.name}” again`, () => receiveAgain(staged, arrival, context, also))
      : context.commit(`add evidence “${arrival.name}”`, () =>
          receiveFirst(staged, looked!, arrival, context, also),
        );
    isKept = 'contentId' in staged && received.contentId === staged.contentId;
    return received;
  } finally {
    if (!isKept) await discardStaged(context.session, staged);
  }
}

function receiveAgain(
  { sha256 }: StagedContent,
  arrival: Arrival,
  { session, person }: JobContext,
  also: (received: Received) => void,
): Received {
  const existing = findBySha256(session, sha256)!;
  // All empty files have the same bytes: the result names the file that was added, not the first one.
  const problems = existing.problems.map((problem) =>
    problem.code === 'EVIDENCE_EMPTY_FILE' ? problemOf(problem.code, { name: arrival.name }) : problem,
  );
  const received: Received = { status: 'duplicate', ...existing, problems };
  appendCustody(session, {
    evidenceId: existing.id,
    action: 'received_again',
    person,
    details: custodyDetails(arrival),
  });
  also(received);
  return received;
}

function receiveFirst(
  staged: StagedContent,
  { kind, reading }: LookedInto,
  arrival: Arrival,
  { session, platform, person }: JobContext,
  also: (received: Received) => void,
): Received {
  const { name, provenance } = arrival;
  const { sha256, sizeBytes, others } = staged;
  const id = platform.newId();
  const contentId = storeContent(session, staged);
  insertEvidence(session, {
    id,
    contentId,
    kind,
    originalName: name,
    title: cutTitle(arrival.title ?? titleOf(name)),
    isArchived: arrival.isArchived ?? false,
    ...provenance,
    reading,
  });
  insertDigests(session, contentId, others);
  const details = { sha256, sizeBytes, ...custodyDetails(arrival) };
  appendCustody(session, { evidenceId: id, action: 'received', person, details });
  const received: Received = {
    status: 'added',
    id,
    contentId,
    sha256,
    kind,
    pages: reading.pages,
    problems: reading.problems,
    isPartial: reading.hasMembers,
  };
  also(received);
  return received;
}

function custodyDetails({ name, provenance, details }: Arrival): Record<string, unknown> {
  const { custodian, source, collected } = provenance;
  const isSaid = Object.values(collected).some((value) => value !== '');
  return { name, ...details, custodian, source, ...(isSaid && { collected }) };
}

/** Load files of one production differ by their ending alone. */
const loadFile = /^\.(?:dat|opt|lfp)$/i;

/**
 * The name without its extension, as the first title. Marks that reverse the direction of letters are left out: a program can be
 * called so that it reads like a PDF. The name itself is kept as it came.
 */
function titleOf(name: string): string {
  const ending = extname(name);
  const stem = basename(name, loadFile.test(ending) ? '' : ending).replaceAll(
    /[\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
  return stem.normalize('NFC').trim() || name;
}

/** A title as long as one may be at first. */
export function cutTitle(title: string): string {
  return [...title].slice(0, maxTitleLength).join('');
}
