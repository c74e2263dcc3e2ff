import type { JobResult } from '../../../../../shared/contract/api.ts';
import { mergeNote, type NoteOutcome } from '../../../../../shared/domain/review/merge-notes.ts';
import type { Note } from '../../../../../shared/model/notes.ts';
import { isDeepStrictEqual } from 'node:util';
import {
  canStand,
  getAnchoredItem,
  isOnArea,
  readNotes,
  writeNote,
  type AnchoredItem,
} from '../../../notes/index.ts';
import type { Returned } from '../returned.ts';

type NoteCounts = JobResult<'review.copy.merge'>['notes'];

/** How an outcome is remembered; what is not to be decided any more is settled with it. */
const remembered = {
  same: 'ours',
  added: 'theirs',
  updated: 'theirs',
  deleted: '',
  conflict: '',
} as const satisfies Readonly<Record<Exclude<NoteOutcome, 'unchanged'>, string>>;

/**
 * Takes notes back, and remembers of each what stood in the copy when it was dealt with: the next time the same copy comes, what
 * changed since is determined by that.
 */
export function takeNotes(returned: Returned): NoteCounts {
  const { session, copy } = returned;
  const { bases, dealtWith, open } = readBases(returned);
  const ids = new Set([...bases.keys(), ...returned.notes.keys()]);
  const own = readNotes(session, [...ids]);
  const remember = session.prepare(
    `INSERT INTO note_conflict (id, copy_id, note_id, evidence_id, theirs, settled) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET theirs = excluded.theirs, settled = excluded.settled`,
  );
  const counts: NoteCounts = { added: 0, updated: 0, deleted: 0, unchanged: 0, conflicts: 0 };
  const items = new Map<string, AnchoredItem>();
  for (const id of [...ids].toSorted()) {
    const base = bases.get(id) ?? null;
    const ours = own.get(id) ?? null;
    const theirs = returned.notes.get(id) ?? null;
    const known = theirs ?? base;
    // Deleted there, and dealt with.
    if (known === null) {
      counts.unchanged += 1;
      continue;
    }
    const { evidenceId } = known;
    // A note stays on its item: one of the same id on another is not the same note.
    const isMoved = [base, ours].some((other) => other !== null && other.evidenceId !== evidenceId);
    // Times of one reviewer's clock: this one's may go before or after it.
    const isOlder =
      dealtWith.has(id) && base !== null && theirs !== null && theirs.updatedAt < base.updatedAt;
    // What waits to be decided gives way to what was written later, and to nothing else.
    const isHeld = open.has(id) && (theirs === null || isOlder);
    const outcome = isMoved || isHeld ? 'unchanged' : mergeNote({ base, ours, theirs, isOlder });
    if (outcome === 'unchanged') {
      counts.unchanged += 1;
      continue;
    }
    if (theirs !== null && !isPlaced(theirs, base)) {
      returned.skip();
      continue;
    }
    count(counts, outcome);
    if (theirs !== null) returned.addTags(theirs.tagIds);
    if (theirs !== null && (outcome === 'added' || outcome === 'updated')) writeNote(session, theirs);
    remember.run(
      `${copy.id} ${id}`,
      copy.id,
      id,
      evidenceId,
      theirs && JSON.stringify(theirs),
      remembered[outcome],
    );
  }
  return counts;

  /** Whether a note stands where one can: what is new where the app itself would put it, what was handed out where it was. */
  function isPlaced({ evidenceId, kind, anchor }: Note, base: Note | null): boolean {
    if (base !== null && isDeepStrictEqual(anchor, base.anchor) && kind === base.kind) return true;
    // Pages and words of a note stay; an area can be moved on its page, as here.
    const isMoved = base !== null && !isDeepStrictEqual(anchor, base.anchor);
    if (isMoved && !(isOnArea(anchor) && isOnArea(base.anchor) && anchor.page === base.anchor.page))
      return false;
    const item = items.get(evidenceId) ?? getAnchoredItem(session, evidenceId);
    items.set(evidenceId, item);
    return canStand(item, kind, anchor);
  }
}

/** What is known of a copy's notes, by their ids. */
interface Bases {
  /** Each as it last was in the copy, as far as it was dealt with; null where it was deleted there by then. */
  readonly bases: ReadonlyMap<string, Note | null>;
  /** Those that came back once, as against only handed out. */
  readonly dealtWith: ReadonlySet<string>;
  /** Those of which another version waits to be decided about. */
  readonly open: ReadonlySet<string>;
}

function readBases(returned: Returned): Bases {
  const { session, copy } = returned;
  const noteOf = (text: string) => {
    const note = JSON.parse(text) as Note;
    return { ...note, tagIds: returned.presentTags(note.tagIds) };
  };
  const bases = new Map<string, Note | null>();
  const open = new Set<string>();
  const handedOut = session
    .prepare('SELECT note_id, note FROM review_copy_note WHERE copy_id = ?')
    .raw()
    .all(copy.id) as [string, string][];
  for (const [id, note] of handedOut) bases.set(id, noteOf(note));
  const dealtWith = session
    .prepare('SELECT note_id, theirs, settled FROM note_conflict WHERE copy_id = ?')
    .raw()
    .all(copy.id) as [string, string | null, string][];
  for (const [id, theirs, settled] of dealtWith) {
    bases.set(id, theirs === null ? null : noteOf(theirs));
    if (theirs !== null && settled === '') open.add(id);
  }
  return { bases, dealtWith: new Set(dealtWith.map(([id]) => id)), open };
}

function count(counts: NoteCounts, outcome: Exclude<NoteOutcome, 'unchanged'>): void {
  if (outcome === 'same') counts.unchanged += 1;
  else if (outcome === 'added' || outcome === 'updated') counts[outcome] += 1;
  else counts.conflicts += 1;
  if (outcome === 'deleted') counts.deleted += 1;
}
