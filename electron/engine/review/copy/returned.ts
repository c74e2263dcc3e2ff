import type { ReviewCopyId, TagId } from '../../../../shared/model/common.ts';
import type { Note } from '../../../../shared/model/notes.ts';
import type { Coding, ReviewCopy } from '../../../../shared/model/review.ts';
import type { MatterSession } from '../../store/session.ts';
import { codingId } from '../codings.ts';
import type { ReturnedCopy, ReturnedTag } from './read-returned.ts';

/**
 * What came back in a copy, in this matter's own terms: only of items that were in it, with this matter's tags, and each
 * reviewer under a name. Its methods write; they must run inside the transaction that takes the copy back.
 */
export class Returned {
  readonly session: MatterSession;
  readonly copy: ReviewCopy;
  readonly notes: ReadonlyMap<string, Note>;
  readonly codings: ReadonlyMap<string, Coding>;
  readonly reviewed: ReadonlySet<string>;
  /** The copy by which custody knows what was handed out: the first, where a file was changed apart. */
  readonly #handedOutIn: ReviewCopyId;
  #skipped: number;
  /** Names of tags that were not here. */
  readonly tagsAdded: string[] = [];
  readonly #tags: ReadonlyMap<string, ReturnedTag>;
  /** This matter's tag for each of the copy's. */
  readonly #own = new Map<string, TagId>();
  /** Tags that are not here, by kind and name: an altered copy may have several of one name. */
  readonly #added = new Map<string, TagId>();

  constructor(session: MatterSession, copy: ReviewCopy, read: ReturnedCopy, handedOutIn = copy.id) {
    this.session = session;
    this.copy = copy;
    this.#handedOutIn = handedOutIn;
    this.#tags = new Map(read.tags.map((tag) => [tag.id, tag]));
    const items = this.#itemsHandedOut();
    const notes = read.notes.filter(({ evidenceId }) => items.has(evidenceId));
    const codings = read.codings.filter(({ evidenceId }) => items.has(evidenceId));
    this.notes = new Map(notes.map((note) => [note.id, { ...note, tagIds: this.#ownTags(note.tagIds) }]));
    this.codings = new Map(
      codings.map((coding) => this.#named(coding)).map((coding) => [codingIdOf(coding), coding]),
    );
    this.reviewed = new Set(read.reviewed.filter((id) => items.has(id)));
    this.#skipped = read.skipped + read.notes.length - notes.length + read.codings.length - codings.length;
  }

  /** Notes and codings that could not be taken. */
  get skipped(): number {
    return this.#skipped;
  }

  /** Counts one more of them. */
  skip(): void {
    this.#skipped += 1;
  }

  /**
   * Tags in the terms of what comes back: one that was deleted here since, and created again under the same name, is the same tag.
   *
   * @param ids as this matter had them when the copy was made
   */
  presentTags(ids: readonly TagId[]): TagId[] {
    return [...new Set(ids.map((id) => (this.#tags.has(id) ? this.#ownTag(this.#tags.get(id)!) : id)))];
  }

  /** The items of the copy as custody has it: what the file says of itself counts for nothing. */
  #itemsHandedOut(): Set<string> {
    const ids = this.session
      .prepare(
        `SELECT evidence_id FROM custody_event
           WHERE action = 'exported' AND json_extract(details, '$.reviewCopy') = ?`,
      )
      .pluck()
      .all(this.#handedOutIn) as string[];
    return new Set(ids);
  }

  /** Nobody knows who an unnamed reviewer is but by the copy's name; here somebody else may be unnamed too. */
  #named(coding: Coding): Coding {
    const issueIds = this.#ownTags(coding.codes.issueIds, 'issue').toSorted();
    const reviewer =
      coding.reviewer.name.trim() === '' ? { ...coding.reviewer, name: this.copy.name } : coding.reviewer;
    return { ...coding, reviewer, codes: { ...coding.codes, issueIds }, copyId: this.copy.id };
  }

  /** Tags by their id where they are still here, else by kind and name; others keep the id they have in the copy. */
  #ownTags(ids: readonly TagId[], kind?: ReturnedTag['kind']): TagId[] {
    const known = ids.filter((id) => {
      const tag = this.#tags.get(id);
      return tag !== undefined && (kind === undefined || tag.kind === kind);
    });
    return [...new Set(known.map((id) => this.#ownTag(this.#tags.get(id)!)))];
  }

  #ownTag({ id, kind, name }: ReturnedTag): TagId {
    let own = this.#own.get(id);
    if (own === undefined) {
      const found = this.session
        .prepare(
          `SELECT id FROM tag WHERE kind = @kind AND (id = @id OR name = @name COLLATE NOCASE)
             ORDER BY id = @id DESC LIMIT 1`,
        )
        .pluck()
        .get({ id, kind, name }) as TagId | undefined;
      const isTaken = () => this.session.prepare('SELECT 1 FROM tag WHERE id = ?').get(id) !== undefined;
      const key = `${kind} ${nocase(name)}`;
      own = found ?? this.#added.get(key) ?? (isTaken() ? (this.session.platform.newId() as TagId) : id);
      if (!found) this.#added.set(key, own);
      this.#own.set(id, own);
    }
    return own;
  }

  /** Adds those of some tags that are not here. */
  addTags(ids: readonly TagId[]): void {
    const isHere = this.session.prepare('SELECT 1 FROM tag WHERE id = ?');
    for (const id of ids) {
      if (isHere.get(id) !== undefined) continue;
      const [from] = [...this.#own].find(([, own]) => own === id)!;
      const { kind, name, color } = this.#tags.get(from)!;
      this.session
        .prepare('INSERT INTO tag (id, name, kind, color, created_at) VALUES (?, ?, ?, ?, ?)')
        .run(id, name, kind, color, this.session.platform.now());
      this.tagsAdded.push(name);
    }
  }
}

function codingIdOf({ evidenceId, reviewer }: Coding): string {
  return codingId(evidenceId, reviewer);
}

/** A name in the form by which the matter file tells names apart: SQLite's NOCASE folds A to Z alone. */
function nocase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
