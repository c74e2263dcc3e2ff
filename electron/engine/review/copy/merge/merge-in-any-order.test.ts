import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, NoteId, ReviewCopyId, TagId } from '../../../../../shared/model/common.ts';
import type { Note } from '../../../../../shared/model/notes.ts';
import type { Coding, ReviewCopy } from '../../../../../shared/model/review.ts';
import { deleteNotes, writeNote } from '../../../notes/index.ts';
import { appendCustody } from '../../../store/custody.ts';
import { plantManyItems } from '../../../testing/large-matter.ts';
import { createTestSession, type TestSession } from '../../../testing/temp-session.ts';
import { listConflicts } from '../../conflicts.ts';
import type { ReturnedCopy } from '../read-returned.ts';
import { Returned } from '../returned.ts';
import { takeCodings } from './take-codings.ts';
import { takeNotes } from './take-notes.ts';

let t: TestSession;
let ids: EvidenceId[];
const person = { name: 'A. Reyes', role: '', barNumber: '' };
const now = '2021-01-11T00:00:00.000Z';
const copies = ['first', 'second'].map((id): ReviewCopy => ({
  id: id as ReviewCopyId,
  name: id,
  mode: 'comment',
  madeAt: now,
  madeBy: person,
  items: 2,
  mergedAt: null,
}));

beforeAll(() => {
  t = createTestSession();
  const { db } = t.session;
  ids = plantManyItems(db, 3) as EvidenceId[];
  for (const { id, name } of copies) {
    db.prepare(`INSERT INTO review_copy VALUES (?, ?, 'comment', ?, '{}', 2, NULL, 0)`).run(id, name, now);
    // The third item was not handed out.
    for (const evidenceId of ids.slice(0, 2))
      appendCustody(t.session, { evidenceId, action: 'exported', person, details: { reviewCopy: id } });
  }
  db.prepare(`INSERT INTO tag VALUES ('issue', 'Notice', 'issue', 'blue', ?)`).run(now);
});
afterAll(() => t.dispose());

const noteOf = (id: string, text: string): Note => ({
  id: id as NoteId,
  evidenceId: ids[id.charCodeAt(0) % 2]!,
  kind: 'note',
  anchor: { page: null, quote: '', prefix: '', suffix: '', rects: [], atMs: null },
  text,
  color: 'yellow',
  tagIds: text.length % 2 === 0 ? ['issue' as TagId] : [],
  isWorkProduct: false,
  author: person,
  createdAt: now,
  updatedAt: now,
});
const codingOf = (reviewer: string, item: number, relevance: number, second: number): Coding => ({
  evidenceId: ids[item]!,
  reviewer: { ...person, name: reviewer },
  codes: {
    isResponsive: null,
    relevance,
    privilege: null,
    privilegeNote: '',
    issueIds: relevance === 3 ? ['issue' as TagId] : [],
  },
  codedAt: `2021-01-11T00:00:0${second}.000Z`,
  copyId: null,
});

/** What one side did: of each note handed out, nothing, deletion or another text; new notes; codings. */
const handedOut = ['a', 'b', 'c', 'd'] as const;
const side = fc.record({
  edits: fc.tuple(...handedOut.map(() => fc.constantFrom('kept', 'gone', 'x', 'yy', 'zzz'))),
  added: fc.subarray(['one', 'three']),
  codings: fc.array(fc.tuple(fc.nat(1), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 })), {
    maxLength: 2,
  }),
});
type Side = typeof side extends fc.Arbitrary<infer S> ? S : never;

const notesOf = ({ edits, added }: Side, who: string): Note[] => [
  ...handedOut.flatMap((id, at) =>
    edits[at] === 'gone' ? [] : [noteOf(id, edits[at] === 'kept' ? `was ${id}` : edits[at]!)],
  ),
  ...added.map((text) => noteOf(`${text} of ${who}`, text)),
];
const returnedOf = (of: Side, who: string): ReturnedCopy => ({
  notes: notesOf(of, who),
  // The last of a reviewer's decisions about an item is the only row there is.
  codings: [
    ...new Map(
      of.codings.map(([item, relevance, second]) => [item, codingOf(who, item, relevance, second)]),
    ).values(),
  ],
  tags: [{ id: 'issue' as TagId, name: 'Notice', kind: 'issue', color: 'blue' }],
  reviewed: [],
  skipped: 0,
  chain: [],
});

/** Everything there is: notes, what waits to be decided, codings and what holds. */
function readAll() {
  const rows = (text: string) => t.session.db.prepare(text).all();
  const { notes } = listConflicts(t.session);
  const texts = rows('SELECT text FROM note').map((row) => (row as { text: string }).text);
  return {
    tables: [
      rows('SELECT * FROM note ORDER BY id'),
      rows('SELECT note_id, tag_id FROM note_tag ORDER BY note_id'),
      rows('SELECT * FROM note_conflict ORDER BY id'),
      rows('SELECT * FROM coding ORDER BY id'),
      rows('SELECT * FROM evidence_tag ORDER BY id'),
      rows('SELECT id, relevance FROM evidence_description ORDER BY id'),
    ],
    said: [...new Set([...texts, ...notes.flatMap(({ theirs }) => theirs?.text ?? [])])].toSorted(),
    codings: rows('SELECT id, relevance, coded_at FROM coding ORDER BY id'),
  };
}

/** Begins from what was handed out in both copies and what was done here since, takes copies, and forgets all of it again. */
function inMatter<T>(ours: Side, work: (take: (which: 0 | 1, of: Side) => void) => T): T {
  const { db } = t.session;
  db.exec('BEGIN');
  try {
    const addBase = db.prepare('INSERT INTO review_copy_note VALUES (?, ?, ?)');
    for (const id of handedOut) {
      writeNote(t.session, noteOf(id, `was ${id}`));
      for (const copy of copies) addBase.run(copy.id, id, JSON.stringify(noteOf(id, `was ${id}`)));
    }
    const here = notesOf(ours, 'us');
    deleteNotes(
      t.session,
      handedOut.filter((id) => !here.some((note) => note.id === id)),
    );
    for (const note of here) writeNote(t.session, note);
    return work((which, of) => {
      const returned = new Returned(t.session, copies[which]!, returnedOf(of, `reviewer ${which}`));
      takeNotes(returned);
      takeCodings(returned);
    });
  } finally {
    db.exec('ROLLBACK');
  }
}

test('two copies, in any order and any number of times: nothing is lost, and the second time nothing changes', () => {
  fc.assert(
    fc.property(side, side, side, (ours, first, second) => {
      const forwards = inMatter(ours, (take) => {
        take(0, first);
        take(1, second);
        const once = readAll();
        take(1, second);
        take(0, first);
        expect(readAll()).toEqual(once);
        return once;
      });
      const backwards = inMatter(ours, (take) => {
        take(1, second);
        take(0, first);
        return readAll();
      });
      expect(backwards.said).toEqual(forwards.said);
      expect(backwards.codings).toEqual(forwards.codings);
      // Whatever anybody wrote or changed is there, as a note or as what waits to be decided.
      for (const [of, who] of [
        [ours, 'us'],
        [first, 'reviewer 0'],
        [second, 'reviewer 1'],
      ] as const)
        for (const note of notesOf(of, who))
          if (!note.text.startsWith('was ')) expect(forwards.said).toContain(note.text);
      // What nobody here deleted is still there, or was changed by somebody.
      for (const [at, id] of handedOut.entries())
        if (
          ours.edits[at] === 'kept' &&
          [first, second].every(({ edits }) => ['kept', 'gone'].includes(edits[at]!))
        )
          expect(forwards.said).toContain(`was ${id}`);
    }),
    { numRuns: 60 },
  );
});

test('notes and codings of what was not handed out are not taken', () => {
  inMatter({ edits: ['kept', 'kept', 'kept', 'kept'], added: [], codings: [] }, () => {
    const before = readAll();
    const foreign = { ...noteOf('z', 'x'), evidenceId: ids[2]! };
    const read = {
      notes: [foreign],
      codings: [codingOf('X', 2, 3, 1)],
      tags: [],
      reviewed: [ids[2]!],
      skipped: 0,
      chain: [],
    };
    const base = handedOut.map((id) => noteOf(id, `was ${id}`));
    const returned = new Returned(t.session, copies[0]!, { ...read, notes: [...base, foreign] });
    takeNotes(returned);
    takeCodings(returned);
    expect(returned.skipped).toBe(2);
    expect(readAll()).toEqual(before);
  });
});

test('tags are the same by id, else by kind and name; others come along when something taken bears them', () => {
  const tags = [
    { id: 'issue' as TagId, name: 'Renamed there', kind: 'issue', color: 'red' },
    { id: 'other' as TagId, name: 'NOTICE', kind: 'issue', color: 'red' },
    { id: 'new' as TagId, name: 'Late', kind: 'tag', color: 'green' },
    { id: 'unused' as TagId, name: 'Unused', kind: 'tag', color: 'green' },
  ] as const;
  inMatter({ edits: ['kept', 'kept', 'kept', 'kept'], added: [], codings: [] }, () => {
    const base = handedOut.map((id) => noteOf(id, `was ${id}`));
    const added = { ...noteOf('e', 'x'), tagIds: tags.slice(0, 3).map(({ id }) => id) };
    const read = { notes: [...base, added], codings: [], tags, reviewed: [], skipped: 0, chain: [] };
    const returned = new Returned(t.session, copies[0]!, read);
    takeNotes(returned);
    expect(returned.tagsAdded).toEqual(['Late']);
    const borne = t.session.db
      .prepare(`SELECT tag_id FROM note_tag WHERE note_id = 'e' ORDER BY tag_id`)
      .pluck()
      .all();
    expect(borne).toEqual(['issue', 'new']);
  });
});
