import { formatNumber } from '../../../../../shared/domain/amounts.ts';
import { isAppError, type AppError } from '../../../../../shared/errors/app-error.ts';
import { safeStack } from '../../../../../shared/errors/scrub.ts';
import type { Problem } from '../../../../../shared/model/common.ts';
import type { IntakeItem } from '../../../../../shared/model/evidence.ts';
import { problemOf, type Member, type MemberBatch } from '../../../formats/reading.ts';
import type { JobContext } from '../../../handlers.ts';
import type { MatterSession } from '../../../store/session.ts';
import {
  getKnown,
  insertMember,
  listMembers,
  writeUnpacking,
  type KnownEvidence,
} from '../../evidence-repository.ts';
import type { ArchivedProductions, productionsIn } from '../production/archived.ts';
import { inOrder } from './in-order.ts';
import type { Provenance } from '../intake-record.ts';
import { readBatch } from './read-batch.ts';
import { lookInto, receive, type LookedInto } from './receive.ts';
import { bytesReader, discardStaged, stage, type StagedContent } from './staging.ts';

const maxDepth = 8;
const maxMembers = 20_000;
const maxUnpackedBytes = 4 * 1024 ** 3;
const batchBytes = 32 * 1024 * 1024;
/** Members whose inspection may be under way while one is published. */
const maxPending = 4;
/** Failed members named among the problems of what they came in; the rest are counted. */
const maxFailuresNamed = 20;
const maxNameLength = 255;

/** What the codes of problems with members begin with: those found again take the place of those found before. */
const memberCodes = 'EVIDENCE_MEMBER';

/** The extraction of everything that came in one file, at any depth. */
export interface Unpacking {
  readonly provenance: Provenance;
  readonly context: JobContext;
  /** Throws when the work is to be left: canceled, paused. Asked between members. */
  readonly gate: () => void;
  /** Told what is being extracted from what. */
  readonly tell: (note: string) => void;
  /** Content whose members were tried in this run: what did not come out then will not a moment later. */
  readonly tried: Set<number>;
  /** Finds productions among what came in an item. */
  readonly productionsIn: typeof productionsIn;
  membersLeft: number;
  bytesLeft: number;
}

/** @param tried shared by all files of one intake */
export function beginUnpacking(options: Omit<Unpacking, 'membersLeft' | 'bytesLeft'>): Unpacking {
  return { ...options, membersLeft: maxMembers, bytesLeft: maxUnpackedBytes };
}

/** Where a parent stands. */
export interface Place {
  readonly status: 'added' | 'duplicate';
  /** Ids of the items it came in, and its own. */
  readonly chain: readonly string[];
  /** Names from the file that was added down to it, for custody. */
  readonly path: readonly string[];
}

/** Content being unpacked in a matter right now: two intakes never extract the same members at once. */
const underWay = new WeakMap<MatterSession, Set<number>>();

/**
 * Extracts what came in an item and, in turn, in that. What is extracted already is not extracted again, so that work a crash
 * left is continued. Members that fail, and limits, become problems of the item.
 *
 * @param children filled as members end, so that what was done is known even when the work is left
 * @returns the problems the item now has
 * @throws AppError DISK_FULL, CANCELLED; what `gate` throws
 */
export async function unpack(
  itemId: string,
  status: 'added' | 'duplicate',
  work: Unpacking,
  children: IntakeItem[],
): Promise<readonly Problem[]> {
  const item = getKnown(work.context.session, itemId);
  return unpackItem(item, { status, chain: [item.id], path: [item.name] }, work, children);
}

async function unpackItem(
  item: KnownEvidence,
  place: Place,
  work: Unpacking,
  children: IntakeItem[],
): Promise<readonly Problem[]> {
  const { session } = work.context;
  const busy = underWay.get(session) ?? new Set<number>();
  underWay.set(session, busy);
  if (work.tried.has(item.contentId) || busy.has(item.contentId)) return item.problems;
  if (place.chain.length > maxDepth)
    return finish(item, [problemOf('EVIDENCE_MEMBERS_LIMITED', { limit: `${maxDepth} levels` })], work);
  busy.add(item.contentId);
  try {
    const problems = await takeOut(item, place, work, children);
    work.tried.add(item.contentId);
    return finish(item, problems, work);
  } finally {
    busy.delete(item.contentId);
  }
}

/** Writes how it ended; nothing is written when that is as it was. */
function finish(item: KnownEvidence, found: readonly Problem[], { context }: Unpacking): readonly Problem[] {
  const { session } = context;
  const kept = getKnown(session, item.id).problems.filter(({ code }) => !code.startsWith(memberCodes));
  const problems = [...kept, ...found];
  const isComplete = found.length === 0;
  const isAsBefore = JSON.stringify(problems) === JSON.stringify(item.problems);
  if (isComplete || !isAsBefore)
    context.commit(`take out what came in “${item.name}”`, () =>
      writeUnpacking(session, item.contentId, { isComplete, problems }),
    );
  return problems;
}

/** @returns what went wrong, as problems of the item */
async function takeOut(
  item: KnownEvidence,
  place: Place,
  work: Unpacking,
  children: IntakeItem[],
): Promise<Problem[]> {
  const failures = new Failures();
  let productions: ArchivedProductions | null;
  try {
    productions = await work.productionsIn(item, place, work);
  } catch (error) {
    return failures.problems([readerProblem(error, work.context)]);
  }
  const taken = listMembers(work.context.session, item.id);
  const parts = productions?.parts ?? none;
  const ended = await takeMembers({ item, place, taken, parts, failures, children }, work);
  await productions?.take(children);
  return failures.problems(ended);
}

const none: ReadonlySet<number> = new Set();

/** @returns what ended it before its end */
async function takeMembers(within: Within, work: Unpacking): Promise<Problem[]> {
  let first = 0;
  for (let from: number | null = 0; from !== null;) {
    work.gate();
    let batch: MemberBatch;
    try {
      batch = await readBatch(within.item, from, work.context, batchBytes);
    } catch (error) {
      return [readerProblem(error, work.context)];
    }
    const limit = await takeBatch(batch.members, first, within, work);
    if (limit !== null) return [problemOf('EVIDENCE_MEMBERS_LIMITED', { limit })];
    first += batch.members.length;
    // A reader that makes no progress would never end.
    if (batch.next !== null && batch.members.length === 0 && batch.next <= from) break;
    from = batch.next;
  }
  return [];
}

interface Within {
  readonly item: KnownEvidence;
  readonly place: Place;
  readonly taken: ReadonlyMap<number, KnownEvidence>;
  /** Positions of members that come in as parts of produced documents. */
  readonly parts: ReadonlySet<number>;
  readonly failures: Failures;
  readonly children: IntakeItem[];
}

interface Prepared {
  readonly staged: StagedContent;
  readonly looked: LookedInto | null;
}

/** @returns the limit that was met, or null */
async function takeBatch(
  members: readonly Member[],
  first: number,
  within: Within,
  work: Unpacking,
): Promise<string | null> {
  const { context } = work;
  const { allowed, limit } = withinLimits(members, work);
  await inOrder<Member, Prepared | null>(allowed, {
    ahead: maxPending,
    prepare: (member, index) => {
      const isLeft = within.taken.has(first + index) || within.parts.has(first + index);
      return prepareMember(member, isLeft, context);
    },
    async use(prepared, member, index) {
      if (prepared.status === 'fulfilled') await leaveHere(work.gate, prepared.value, context);
      else work.gate();
      const position = first + index;
      if (within.parts.has(position)) return;
      work.tell(`${within.item.name}: ${nameOf(member.name)}`);
      const child: IntakeItem = { path: member.name, status: 'failed', problems: [] };
      within.children.push(child);
      try {
        if ('problem' in member) throw new MemberProblem(member.problem);
        const known = within.taken.get(position);
        if (known) await goOnWith(known, child, within.place, work);
        else if (prepared.status === 'rejected') throw prepared.reason;
        else await publishMember(prepared.value!, member.name, position, child, within, work);
      } catch (error) {
        const problem = error instanceof MemberProblem ? error.problem : problemIn(error, context);
        child.error = { code: problem.code, message: problem.message };
        within.failures.add(member.name, problem);
      }
    },
    drop: (prepared) => dropPrepared(prepared, context),
  });
  return limit;
}

/** The members of a batch that the limits of one file still allow. */
function withinLimits(
  members: readonly Member[],
  work: Unpacking,
): { allowed: readonly Member[]; limit: string | null } {
  for (const [index, member] of members.entries()) {
    const bytes = 'bytes' in member ? member.bytes.length : 0;
    const limit =
      work.membersLeft === 0 ? `${formatNumber(maxMembers)} files` : bytes > work.bytesLeft ? '4 GB' : null;
    if (limit !== null) return { allowed: members.slice(0, index), limit };
    work.membersLeft -= 1;
    work.bytesLeft -= bytes;
  }
  return { allowed: members, limit: null };
}

async function prepareMember(member: Member, isLeft: boolean, context: JobContext): Promise<Prepared | null> {
  if (isLeft || 'problem' in member) return null;
  const { session, signal } = context;
  const staged = await stage(session, bytesReader(member.bytes), { signal });
  try {
    return { staged, looked: await lookInto(staged, nameOf(member.name), context) };
  } catch (error) {
    await discardStaged(session, staged);
    throw error;
  }
}

/** A member that is extracted already: only what came in it may still have to be extracted. */
async function goOnWith(
  known: KnownEvidence,
  child: IntakeItem,
  place: Place,
  work: Unpacking,
): Promise<void> {
  const { status } = place;
  Object.assign(child, { status, ...told(known) });
  if (known.isPartial) await unpackChild(known, status, child, place, work);
}

async function publishMember(
  { staged, looked }: Prepared,
  memberName: string,
  position: number,
  child: IntakeItem,
  { item, place }: Within,
  work: Unpacking,
): Promise<void> {
  const { context, provenance } = work;
  const name = nameOf(memberName);
  const details = originOf(item, place, memberName);
  const received = await receive(staged, looked, { name, provenance, details }, context, ({ id }) => {
    // An archive that contains itself, or what it came in, must not make a cycle of families.
    if (!place.chain.includes(id))
      insertMember(context.session, { parentId: item.id, position, childId: id, name: memberName });
  });
  Object.assign(child, { status: received.status, ...told(received) });
  if (received.isPartial) await unpackChild({ ...received, name }, received.status, child, place, work);
}

/** What custody says of where a file was that came in another. */
export function originOf({ id }: KnownEvidence, { path }: Place, memberName: string) {
  return { parentId: id, cameIn: path[0], path: [...path.slice(1), memberName].join(' › ') };
}

async function unpackChild(
  known: KnownEvidence,
  status: 'added' | 'duplicate',
  child: IntakeItem,
  place: Place,
  work: Unpacking,
): Promise<void> {
  const children: IntakeItem[] = [];
  child.children = children;
  const below = { status, chain: [...place.chain, known.id], path: [...place.path, child.path] };
  child.problems = [...(await unpackItem(known, below, work, children))];
}

/** What an answer says of a file that is an item. */
export function told({ id, sha256, kind, pages, problems }: KnownEvidence | Omit<KnownEvidence, 'name'>) {
  return { id, sha256, kind, pages, problems: [...problems] };
}

class MemberProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Members of one item that could not be extracted. */
class Failures {
  readonly #named: Problem[] = [];
  #others = 0;

  add(name: string, problem: Problem): void {
    if (this.#named.length >= maxFailuresNamed) this.#others += 1;
    // Those who read archives name the member themselves.
    else if (problem.code.startsWith(memberCodes)) this.#named.push(problem);
    else this.#named.push(problemOf('EVIDENCE_MEMBER_NOT_TAKEN', { name, reason: problem.message }));
  }

  problems(more: readonly Problem[]): Problem[] {
    const count = this.#others;
    return [
      ...this.#named,
      ...(count > 0 ? [problemOf('EVIDENCE_MEMBERS_NOT_TAKEN', { count })] : []),
      ...more,
    ];
  }
}

/** Whether an error is of the file that was read, and the rest can go on. */
export function isOfTheFile(error: unknown, { signal }: JobContext): error is AppError {
  return !signal.aborted && isAppError(error) && !isOfTheIntake(error);
}

/** Whether an error is none of one file's: nothing more can be taken in. */
export function isOfTheIntake(error: unknown): boolean {
  return isAppError(error) && ['CANCELLED', 'DISK_FULL', 'MATTER_IN_USE'].includes(error.code);
}

/** Why a reader did not answer. @throws what concerns the whole intake */
function readerProblem(error: unknown, context: JobContext): Problem {
  if (isOfTheFile(error, context)) return { code: error.code, message: error.message };
  if (isAppError(error) || context.signal.aborted) throw error;
  context.platform.log.error('members not read', { reason: safeStack(error) });
  return problemOf('EVIDENCE_MEMBERS_UNREAD');
}

/** @throws what concerns the whole intake, not one member */
function problemIn(error: unknown, context: JobContext): Problem {
  if (!isOfTheFile(error, context)) throw error;
  return { code: error.code, message: error.message };
}

async function leaveHere(gate: () => void, prepared: Prepared | null, context: JobContext): Promise<void> {
  try {
    gate();
  } catch (error) {
    await dropPrepared(prepared, context);
    throw error;
  }
}

async function dropPrepared(prepared: Prepared | null, { session }: JobContext): Promise<void> {
  if (prepared) await discardStaged(session, prepared.staged);
}

/** A member's own name: the last part of its path inside, without what no file name can have. */
function nameOf(path: string): string {
  const last = path.split(/[\\/]/).findLast((part) => part.trim() !== '') ?? '';
  const name = last.replaceAll(/[\u0000-\u001f\u007f]/g, ' ').trim();
  return [...name].slice(0, maxNameLength).join('') || 'unnamed';
}
