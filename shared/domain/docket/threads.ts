import type { DocketEntry, DocketRole } from '../../model/docket.ts';
import { decisionsIn, vacatedIn } from './threads/decisions.ts';
import { isSameParty, MotionIndex, type Motion } from './threads/motion-index.ts';
import { motionSubject } from './threads/motion-subject.ts';
import { roleOf } from './threads/role.ts';

export type ThreadEntry = Pick<
  DocketEntry,
  'id' | 'number' | 'attachment' | 'filedOn' | 'enteredOn' | 'text' | 'shortText' | 'filer' | 'links'
>;
export type Thread = Pick<DocketEntry, 'role' | 'parentId' | 'isOpenMotion'>;

interface Placed {
  readonly entry: ThreadEntry;
  readonly role: DocketRole;
  readonly motion: Motion<Placed> | null;
  parent: Placed | null;
  /** The motion it is under, or itself. */
  under: Placed | null;
  /** How many entries are above it. */
  depth: number;
  /** Oppositions to it, for a motion. */
  readonly oppositions: Placed[];
}

/** Papers that answer a motion, so that one named in words alone may be looked for. */
const answering: ReadonlySet<DocketRole> = new Set(['opposition', 'reply', 'support', 'exhibit', 'order']);
/** Who can decide a motion, and who can only withdraw it. */
const deciding: ReadonlySet<DocketRole> = new Set(['order', 'judgment', 'hearing']);
const withdrawing: ReadonlySet<DocketRole> = new Set(['notice', 'other']);

/** Motion, opposition, declaration, exhibit. */
const deepest = 4;

/** A motion whose own text says what became of it: "WITHDRAWN: MOTION", "MOTION … (terminated per order 7)". */
const ownEnd =
  /^\W{0,6}(?:WITHDRAWN|STRICKEN|TERMINATED|MOOT)\b|\*{2,3}\s?(?:MOTION )?(?:WITHDRAWN|STRICKEN|TERMINATED)\b|\b(?:withdrawn|terminated|stricken) (?:per|pursuant to|by) /;

/** An order whose own text says that it no longer stands: "VACATED: ORDER", "*** VACATED *** ORDER". */
const ownVacation = /^\W{0,6}VACATED\b|\*{2,3}\s?(?:ORDER )?VACATED\b/;

/**
 * Finds what each entry is, which entry it belongs under, and which motions are still to be decided. An attachment belongs to its
 * lead document; what answers a motion belongs under it: under the first that its text refers to by number, else under the one
 * it names in words, if only one fits. Where several fit those words, the entry stays at the top for a person to place.
 *
 * A parent is always earlier in the docket or is the lead document, so there are no cycles. The time taken grows with the
 * length of the docket and no faster.
 *
 * @param entries all entries of a docket, in docket order
 */
export function planThreads(entries: readonly ThreadEntry[]): Map<string, Thread> {
  const docket: Docket = { leads: new Map(), motions: new MotionIndex() };
  const threads = entries.map((entry): [string, () => Thread] => {
    const own = toPlaced(entry);
    put(own, entry.attachment === null ? findParent(own, docket) : leadOf(entry, docket));
    if (entry.attachment === null) {
      if (own.motion) docket.motions.add(own.motion);
      if (entry.number !== null) docket.leads.set(entry.number, own);
    }
    return [
      entry.id,
      () => ({
        role: own.role,
        parentId: own.parent?.entry.id ?? null,
        isOpenMotion: own.motion ? own.motion.isOpen : null,
      }),
    ];
  });
  // Which motions are open is known only when the last entry has been read.
  return new Map(threads.map(([id, read]) => [id, read()]));
}

interface Docket {
  /** The latest lead document of each number so far. */
  readonly leads: Map<number, Placed>;
  readonly motions: MotionIndex<Placed>;
}

function toPlaced(entry: ThreadEntry): Placed {
  const role = roleOf(entry);
  const own = { entry, role, motion: null, parent: null, under: null, depth: 0, oppositions: [] };
  if (role !== 'motion') return own;
  const text = entry.text || entry.shortText;
  const moving: Placed = {
    ...own,
    motion: {
      number: entry.number,
      text,
      subject: motionSubject(text),
      filer: entry.filer,
      day: dayOf(entry),
      isOpen: !ownEnd.test(text),
      decidedBy: new Set(),
      get of() {
        return moving;
      },
    },
  };
  moving.under = moving;
  return moving;
}

function put(own: Placed, parent: Placed | null): void {
  if (parent === null) return;
  own.parent = parent;
  own.depth = parent.depth + 1;
  own.under ??= parent.under;
  if (own.role === 'opposition') parent.oppositions.push(own);
}

function leadOf({ number }: ThreadEntry, { leads }: Docket): Placed | null {
  return (number !== null && leads.get(number)) || null;
}

function findParent(own: Placed, docket: Docket): Placed | null {
  const { entry, role } = own;
  const targets = [...new Set(entry.links.flatMap(({ number }) => docket.leads.get(number) ?? []))];
  const decided = decide(own, targets, docket);
  if (role === 'motion' || role === 'complaint' || role === 'answer' || role === 'appeal') return null;
  if (role === 'support' || role === 'exhibit') {
    if (targets.length > 0) return supported(entry, targets[0]!);
  } else {
    // "ORDER granting 5 Motion for Extension of Time to answer 2 Motion" belongs to what it decides.
    if (decided.length > 0) return decided[0]!;
    const motions = targets.flatMap(({ under }) => under ?? []);
    if (motions.length > 0) return motions[0]!;
    // What is answered need not be a motion: objections belong under the recommendation.
    const isAnswer = role === 'opposition' || role === 'reply';
    const answered = targets.find((target) => target.role !== 'complaint');
    if (isAnswer && answered) return notTooDeep(answered);
  }
  if (targets.length > 0 || !answering.has(role)) return null;
  const meant = docket.motions.findMeant({
    subject: motionSubject(textOf(entry)),
    day: dayOf(entry),
    // Replies and papers in support come from the party that moves; anybody else may answer it.
    filer: role === 'reply' || (role === 'support' && !isOpposing(entry)) ? entry.filer : '',
    notFiler: role === 'opposition' || isOpposing(entry) ? entry.filer : '',
  });
  return meant && supported(entry, meant.of);
}

/** Closes the motions that an entry decides or withdraws, and opens again those of orders it vacates; returns those it names. */
function decide(own: Placed, targets: readonly Placed[], { leads, motions }: Docket): Placed[] {
  const text = textOf(own.entry);
  const isCourt = deciding.has(own.role);
  if ((!isCourt && !withdrawing.has(own.role)) || ownVacation.test(text)) return [];
  if (isCourt)
    for (const number of vacatedIn(text)) {
      const vacated = leads.get(number);
      if (vacated) motions.reopen(vacated);
    }
  const named = targets.flatMap(({ motion }) => motion ?? []);
  const found = decisionsIn(text, named, isCourt);
  const decided = [
    ...found.decided,
    ...found.subjects.flatMap(
      (subject) => motions.findMeant({ subject, day: null, filer: '', notFiler: '' }) ?? [],
    ),
  ];
  for (const motion of decided) motions.close(motion, own);
  if (found.isEveryPending) motions.closeAll(own);
  return decided.map((motion) => motion.of);
}

/** What a declaration or an exhibit supports: the motion it names, or its party's opposition to it. */
function supported(entry: ThreadEntry, target: Placed): Placed {
  const own = target.oppositions.filter(
    ({ entry: { filer } }) => filer !== '' && entry.filer !== '' && isSameParty(filer, entry.filer),
  );
  return notTooDeep(
    isOpposing(entry) && own.length === 1 && roleOf(entry) !== 'opposition' ? own[0]! : target,
  );
}

/** Threads stay shallow enough to be shown and walked, however long a chain of answers grows. */
function notTooDeep(target: Placed): Placed {
  return target.depth >= deepest ? target.parent! : target;
}

function isOpposing(entry: ThreadEntry): boolean {
  return /\bin opposition\b|\bopposing\b/i.test(textOf(entry).slice(0, 400));
}

function textOf(entry: ThreadEntry): string {
  return entry.text || entry.shortText;
}

function dayOf(entry: ThreadEntry): string | null {
  return entry.filedOn ?? entry.enteredOn;
}
