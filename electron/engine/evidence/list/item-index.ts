import type Database from 'better-sqlite3';
import {
  claimedDays,
  claimedFields,
  claimedOf,
  type Claimed,
} from '../../../../shared/domain/evidence/claimed.ts';
import { compare } from '../../../../shared/domain/compare.ts';
import { conversationsOf, type ThreadedMail } from '../../../../shared/domain/evidence/conversations.ts';
import type { Claim, EvidenceKind, Privilege } from '../../../../shared/model/evidence.ts';
import { group } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { itemsInConflict } from './coding-conflicts.ts';
import { readDocketNumbers, readExhibitLabels } from '../../store/item-uses.ts';
import { watchTables, type ListPart, type TableWatch } from './watch-tables.ts';

/** What an item is, by its place in the list of all items: in the order they came. */
export interface IndexedItem {
  readonly id: string;
  readonly contentId: number;
  readonly kind: EvidenceKind;
  readonly originalName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly pages: number | null;
  readonly hasText: boolean;
  readonly hasProblems: boolean;
}

export interface IndexedDescription {
  readonly title: string;
  readonly custodian: string;
  readonly source: string;
  readonly isArchived: boolean;
  readonly isReviewed: boolean;
  readonly isFlagged: boolean;
  readonly relevance: number | null;
  readonly isResponsive: boolean | null;
  readonly privilege: Privilege | null;
}

export interface IndexedClaims extends Claimed {
  /** Everybody the file names: senders, recipients, authors. */
  readonly people: string;
}

/**
 * The few facts by which lists of evidence are narrowed, sorted and grouped, held in memory: a matter of 100,000 items answers
 * in the time of a key press. Each part is read when it is first needed, and again after its tables have changed.
 */
export class EvidenceIndex {
  readonly #session: MatterSession;
  readonly #watch: TableWatch;
  #described: {
    readonly items: readonly IndexedItem[];
    readonly value: readonly IndexedDescription[];
  } | null = null;
  readonly #parts = new Map<string, { readonly version: string; readonly value: unknown }>();

  constructor(session: MatterSession) {
    this.#session = session;
    this.#watch = watchTables(session.db);
  }

  /** All items, in the order they came. */
  items(): readonly IndexedItem[] {
    return this.derive('items', ['items'], () =>
      this.#rows<[string, number, EvidenceKind, string, string, number, number | null, number, number]>(
        `SELECT i.id, i.content_id, i.kind, i.original_name, c.sha256, c.size_bytes, n.pages,
            ifnull(n.has_text, 0), ifnull(n.problems, '[]') <> '[]'
          FROM evidence_item i JOIN content c ON c.id = i.content_id
            LEFT JOIN inspection n ON n.content_id = i.content_id
          ORDER BY i.received_at, i.id`,
      ).map(([id, contentId, kind, originalName, sha256, sizeBytes, pages, hasText, hasProblems]) => ({
        id,
        contentId,
        kind,
        originalName,
        sha256,
        sizeBytes,
        pages,
        hasText: hasText === 1,
        hasProblems: hasProblems === 1,
      })),
    );
  }

  /** What people recorded about the items. */
  descriptions(): readonly IndexedDescription[] {
    return this.derive('descriptions', ['items', 'descriptions'], () => {
      const items = this.items();
      const before = this.#described;
      const changed = this.#watch.takeDescribed();
      // Coding goes on item by item: what did not change is not read again.
      const value =
        before?.items === items && changed && changed.size <= fewChanged
          ? this.#patched(before.value, changed)
          : this.#readDescriptions(items);
      this.#described = this.#session.db.inTransaction ? null : { items, value };
      return value;
    });
  }

  #patched(before: readonly IndexedDescription[], changed: ReadonlySet<string>): IndexedDescription[] {
    const places = this.places();
    const value = [...before];
    for (const row of this.#rows<DescriptionRow>(
      `${selectDescriptions} WHERE id IN (SELECT value FROM json_each(?))`,
      JSON.stringify([...changed]),
    )) {
      const at = places.get(row[0]);
      if (at !== undefined) value[at] = descriptionOf(row);
    }
    return value;
  }

  #readDescriptions(items: readonly IndexedItem[]): IndexedDescription[] {
    const byId = new Map(
      this.#rows<DescriptionRow>(selectDescriptions).map((row) => [row[0], descriptionOf(row)]),
    );
    return items.map(({ id }) => byId.get(id)!);
  }

  /** What the files claim: when, by whom, to whom. */
  claims(): readonly (IndexedClaims | undefined)[] {
    return this.derive('claims', ['items', 'claims'], () => {
      const fields = [...new Set([...claimedFields, 'cc', 'bcc', 'replyTo', 'confidentiality'])];
      const byContent = group(
        this.#rows<[number, Claim['field'], string]>(
          `SELECT content_id, field, value FROM claim
            WHERE field IN (${fields.map((field) => `'${field}'`).join(', ')}) ORDER BY id`,
        ),
        ([contentId, field, value]) => [contentId, { field, value }],
      );
      return this.items().map(({ contentId }) => {
        const claims = byContent.get(contentId);
        if (!claims) return undefined;
        const people = claims.filter(({ field }) => !field.endsWith('At')).map(({ value }) => value);
        return { ...claimedOf(claims), people: people.join('\n') };
      });
    });
  }

  /** Places of what came in each item, in order, and of what each item came in. */
  members(): {
    readonly children: ReadonlyMap<number, readonly number[]>;
    readonly parents: ReadonlyMap<number, readonly number[]>;
  } {
    return this.derive('members', ['items', 'members'], () => {
      const places = this.places();
      const children = new Map<number, number[]>();
      const parents = new Map<number, number[]>();
      for (const [parentId, childId] of this.#rows<[string, string]>(
        'SELECT parent_id, child_id FROM evidence_member ORDER BY parent_id, position',
      )) {
        const parent = places.get(parentId);
        const child = places.get(childId);
        if (parent === undefined || child === undefined) continue;
        push(children, parent, child);
        push(parents, child, parent);
      }
      return { children, parents };
    });
  }

  /** Tags of each item that has any: their ids, and their names. */
  tags(): ReadonlyMap<string, { readonly ids: readonly string[]; readonly names: readonly string[] }> {
    return this.derive('tags', ['tags'], () => {
      const byItem = new Map<string, { ids: string[]; names: string[] }>();
      for (const [itemId, tagId, name] of this.#rows<[string, string, string]>(
        'SELECT e.evidence_id, t.id, t.name FROM evidence_tag e JOIN tag t ON t.id = e.tag_id',
      )) {
        const tags = byItem.get(itemId) ?? { ids: [], names: [] };
        tags.ids.push(tagId);
        tags.names.push(name);
        byItem.set(itemId, tags);
      }
      return byItem;
    });
  }

  /** Labels and docket numbers of the items that have any. */
  uses(): {
    readonly labels: ReadonlyMap<string, readonly string[]>;
    readonly numbers: ReadonlyMap<string, readonly string[]>;
  } {
    return this.derive('uses', ['uses'], () => ({
      labels: readExhibitLabels(this.#session, null),
      numbers: readDocketNumbers(this.#session, null),
    }));
  }

  /** Originals of which pages were recognized. */
  recognised(): ReadonlySet<number> {
    return this.#set(
      'recognised',
      'recognised',
      `SELECT DISTINCT content_id FROM page_text WHERE origin = 'ocr'`,
    );
  }

  /** Originals whose text could not be read wholly. */
  unreadable(): ReadonlySet<number> {
    return this.#set('unreadable', 'readings', `SELECT content_id FROM text_reading WHERE problems <> '[]'`);
  }

  /** The first Bates number seen on each original that has any. */
  bates(): ReadonlyMap<number, string> {
    return this.derive(
      'bates',
      ['bates'],
      () =>
        new Map(
          this.#rows<[number, string, number]>(
            'SELECT content_id, label, min(page) FROM bates_seen GROUP BY content_id',
          ).map(([contentId, label]) => [contentId, label]),
        ),
    );
  }

  /** Groups of originals that are the same mail or the same picture; each original is in one group at most. */
  alike(): ReadonlyMap<number, number> {
    return this.derive('alike', ['alike'], () => {
      const first = new Map<string, number>();
      const groupOf = new Map<number, number>();
      for (const [contentId, kind, value] of this.#rows<[number, string, string]>(
        `SELECT f.content_id, f.kind, f.value FROM fingerprint f
          WHERE f.kind IN ('mail', 'image') AND EXISTS (
            SELECT 1 FROM fingerprint o WHERE o.kind = f.kind AND o.value = f.value AND o.content_id <> f.content_id
          ) ORDER BY f.content_id`,
      )) {
        const key = `${kind} ${value}`;
        const group = groupOf.get(contentId) ?? first.get(key) ?? contentId;
        if (!first.has(key)) first.set(key, group);
        groupOf.set(contentId, group);
      }
      return groupOf;
    });
  }

  /** Places of the mails of each conversation, as they claim to have been sent; by the place of each of them. */
  conversations(): ReadonlyMap<number, readonly number[]> {
    return this.derive('conversations', ['items', 'claims'], () => {
      const byContent = new Map<number, { messageId: string; refersTo: string[] }>();
      for (const [contentId, field, value] of this.#rows<[number, Claim['field'], string]>(
        "SELECT content_id, field, value FROM claim WHERE field IN ('messageId', 'inReplyTo', 'references')",
      )) {
        const mail = byContent.get(contentId) ?? { messageId: '', refersTo: [] };
        byContent.set(contentId, mail);
        if (field === 'messageId') mail.messageId = value;
        else mail.refersTo.push(value);
      }
      const mails = this.items().flatMap(({ contentId }, key): ThreadedMail[] => {
        const mail = byContent.get(contentId);
        return mail ? [{ key, ...mail }] : [];
      });
      const claims = this.claims();
      const sentAt = (place: number) => claims[place]?.at ?? '9999';
      const byPlace = new Map<number, readonly number[]>();
      for (const places of conversationsOf(mails)) {
        const inOrder = places.toSorted((a, b) => compare(sentAt(a), sentAt(b)) || a - b);
        for (const place of places) byPlace.set(place, inOrder);
      }
      return byPlace;
    });
  }

  /** Items with notes. */
  noted(): ReadonlySet<string> {
    return this.#set('noted', 'notes', 'SELECT DISTINCT evidence_id FROM note');
  }

  /** Items about which reviewers decided differently, and nobody has settled that. */
  inConflict(): ReadonlySet<string> {
    return this.derive('in conflict', ['codings'], () => itemsInConflict(this.#session, null));
  }

  /** Where each item stands among all. */
  places(): ReadonlyMap<string, number> {
    return this.derive('places', ['items'], () => new Map(this.items().map(({ id }, at) => [id, at])));
  }

  /** The court's IANA zone. */
  timeZone(): string {
    return this.#session.prepare('SELECT timezone FROM matter').pluck().get() as string;
  }

  /** The day each item's claimed time falls on by the court's clock; null where it claims none. */
  claimedDays(): readonly (string | null)[] {
    const timezone = this.timeZone();
    return this.derive(`days in ${timezone}`, ['items', 'claims'], () => {
      const dayOf = claimedDays(timezone);
      return this.claims().map((claims) => (claims?.at ? dayOf(claims.at) : null));
    });
  }

  /**
   * Something computed from parts of the index, kept until one of them changes.
   *
   * @param name what it is, unique among all that is kept
   * @param variant of what there are many, of which only the last asked for is kept
   */
  derive<T>(name: string, from: readonly ListPart[], make: () => T, variant = ''): T {
    const versions = this.#watch.versions();
    const version = `${variant} ${from.map((part) => versions[part]).join(' ')}`;
    const kept = this.#parts.get(name);
    if (kept?.version === version) return kept.value as T;
    const value = make();
    // What a transaction has written may yet be rolled back.
    if (!this.#session.db.inTransaction) this.#parts.set(name, { version, value });
    return value;
  }

  /** The different values of the one column of a query. */
  #set<T>(name: string, from: ListPart, query: string): ReadonlySet<T> {
    return this.derive(name, [from], () => new Set(this.#rows<[T]>(query).map(([value]) => value)));
  }

  #rows<T extends readonly unknown[]>(text: string, ...parameters: unknown[]): T[] {
    return this.#session.db
      .prepare(text)
      .raw()
      .all(...parameters) as T[];
  }
}

/** Changed descriptions that are read one by one; with more, reading all of them is no slower. */
const fewChanged = 20_000;

type DescriptionRow = [
  id: string,
  title: string,
  custodian: string,
  source: string,
  isArchived: number,
  isReviewed: number,
  isFlagged: number,
  relevance: number | null,
  isResponsive: number | null,
  privilege: Privilege | null,
];
const selectDescriptions = `SELECT id, title, custodian, source, is_archived, is_reviewed, is_flagged, relevance,
    is_responsive, privilege
  FROM evidence_description`;

function descriptionOf([
  ,
  title,
  custodian,
  source,
  isArchived,
  isReviewed,
  isFlagged,
  relevance,
  isResponsive,
  privilege,
]: DescriptionRow): IndexedDescription {
  return {
    title,
    custodian,
    source,
    isArchived: isArchived === 1,
    isReviewed: isReviewed === 1,
    isFlagged: isFlagged === 1,
    relevance,
    isResponsive: isResponsive === null ? null : isResponsive === 1,
    privilege,
  };
}

const indexes = new WeakMap<Database.Database, EvidenceIndex>();

/** The index of an open matter, made when it is first asked for. */
export function indexOf(session: MatterSession): EvidenceIndex {
  let index = indexes.get(session.db);
  if (!index) indexes.set(session.db, (index = new EvidenceIndex(session)));
  return index;
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
