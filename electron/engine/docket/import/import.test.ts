import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeadlineId, DocketEntryId } from '../../../../shared/model/common.ts';
import type { DocketSourceKind, ParsedEntry } from '../../../../shared/model/docket.ts';
import { blankEntry, blankHeader } from '../../../../shared/domain/docket/blank.ts';
import { findRedo, findUndo, turnRound } from '../../history/change-log.ts';
import { sql } from '../../store/query-builder.ts';
import { createTestSession, type TestSession } from '../../testing/temp-session.ts';
import { listEntries, listRows, updateEntry, type DocketRow } from '../docket-repository.ts';
import { chooseParent } from '../threads.ts';
import { applyImport } from './apply.ts';
import { planImport } from './preview.ts';
import { docketHead, listApplied, storeSource, sweepReadSources } from './source-repository.ts';

let t: TestSession;
beforeEach(() => void (t = createTestSession()));
afterEach(() => t.dispose());

interface Told {
  readonly name: string;
  readonly kind: DocketSourceKind;
  readonly printedAt?: string;
  readonly isComplete?: boolean;
  /** Fields of the header that the release which stored it did not have yet. */
  readonly without?: readonly string[];
  readonly entries: readonly Partial<ParsedEntry>[];
}

const person = { name: 'Ann', role: '', barNumber: '' };
const transact = <T>(label: string, write: () => T) =>
  t.session.transact(
    { operation: 'docket.import.apply', person, isUndoable: true, summary: () => label },
    write,
  );

/** What `docket.import.read` leaves behind. */
function read(...sources: readonly Told[]): string {
  const importId = t.session.platform.newId();
  for (const { name, kind, printedAt = null, without = [], entries, ...told } of sources) {
    const isComplete = told.isComplete ?? kind === 'docket_sheet';
    const header = blankHeader({ number: '2:21-cv-00099-ABC', court: 'wawd', judge: 'Judge A. Moss' });
    const docket = {
      header: Object.fromEntries(
        Object.entries(header).filter(([field]) => !without.includes(field)),
      ) as typeof header,
      parties: [],
      isComplete,
      entries: entries.map(blankEntry),
    };
    const bytes = new TextEncoder().encode(JSON.stringify([name, entries]));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const sourceId = storeSource(t.session, { name, kind, printedAt, sha256, bytes, docket, warnings: [] });
    const report = JSON.stringify({ path: name, kind, warnings: [] });
    t.session.run(sql.insertInto('docket_read').values({ import_id: importId, source_id: sourceId, report }));
  }
  return importId;
}

function bring(...sources: readonly Told[]) {
  return apply(read(...sources), {});
}

function apply(importId: string, answers: Record<string, 'same' | 'different'>) {
  const { preview } = planImport(t.session, importId, answers);
  transact('import', () => applyImport(t.session, importId, answers, preview.planHash));
  return preview;
}

function turn(direction: 'undo' | 'redo'): void {
  const step = (direction === 'undo' ? findUndo : findRedo)(t.session)!;
  t.session.db.transaction(() => turnRound(t.session, step.id, direction === 'undo' ? 'undone' : 'done'))();
}

/** The docket without what differs from one matter to the next. */
const docketNow = () =>
  listEntries(t.session).map(({ id: _id, createdAt: _createdAt, parentId: _parentId, ...entry }) => entry);
const told = (preview: ReturnType<typeof bring>) =>
  preview.changes.map(({ key, kind, fields }) => [key, kind, ...fields].join(' '));

const notice: Told = {
  name: 'notice.eml',
  kind: 'notice',
  printedAt: '2021-01-12T15:20',
  entries: [{ number: 2, filedOn: '2021-01-12', text: 'MOTION for TRO by Fairwater LLC', shortText: 'TRO' }],
};
const sheet: Told = {
  name: 'sheet.html',
  kind: 'docket_sheet',
  printedAt: '2021-01-20T09:00',
  entries: [
    { number: 1, filedOn: '2021-01-11', text: 'COMPLAINT (Entered: 01/11/2021)' },
    { number: 1, attachment: 1, text: 'Exhibit A' },
    { number: 2, filedOn: '2021-01-12', text: 'MOTION for TRO by Fairwater LLC (Entered: 01/12/2021)' },
    { filedOn: '2021-01-13', text: 'MINUTE ENTRY: hearing set', isTextOnly: true },
  ],
};

describe('an import', () => {
  test('is previewed, applied as one step, undone and redone with its sources', () => {
    bring(notice);
    const before = docketNow();
    const preview = bring(sheet);
    expect(told(preview)).toEqual([
      'n:1 added',
      'n:1-1 added',
      'n:2 changed text',
      expect.stringMatching(/^t:.* added$/),
    ]);
    expect(preview.sources).toMatchObject([{ path: 'sheet.html', added: 3, updated: 1, unchanged: 0 }]);
    const after = docketNow();
    expect(after.map(({ number, attachment }) => [number, attachment])).toEqual([
      [1, null],
      [1, 1],
      [2, null],
      [null, null],
    ]);
    expect(after.every(({ isUnread, isFromCourt }) => isUnread && isFromCourt)).toBe(true);

    turn('undo');
    expect(docketNow()).toEqual(before);
    expect(listApplied(t.session).map(({ name }) => name)).toEqual(['notice.eml']);
    turn('redo');
    expect(docketNow()).toEqual(after);
    expect(listApplied(t.session)).toHaveLength(2);
  });

  test('of what was imported before changes nothing', () => {
    bring(notice, sheet);
    const before = docketNow();
    const again = bring(sheet, notice);
    expect(again).toMatchObject({ changes: [], unchanged: 4 });
    expect(again.sources.map(({ unchanged }) => unchanged)).toEqual([4, 1]);
    expect(docketNow()).toEqual(before);
  });

  test('fills the matter’s empty fields from the header, and no others', () => {
    t.session.run(sql.updateTable('matter').set({ judge: 'Hon. B. Rhee' }));
    expect(bring(sheet).matterFields).toEqual([
      { field: 'court', value: 'wawd' },
      { field: 'number', value: '2:21-cv-00099-ABC' },
      { field: 'timezone', value: 'America/Los_Angeles' },
    ]);
    expect(t.session.get(sql.selectFrom('matter').select(['court', 'judge']))).toEqual({
      court: 'wawd',
      judge: 'Hon. B. Rhee',
    });
  });

  test('reads headers that were stored before a field of theirs was known', () => {
    const without = ['chapter', 'convertedOn', 'dischargedOn'];
    bring({ ...notice, without }, sheet);
    bring({ ...sheet, name: 'later.html', printedAt: '2021-09-01T09:00', without });
    expect(docketHead(t.session).header).toMatchObject({
      judge: 'Judge A. Moss',
      chapter: '',
      convertedOn: null,
    });
  });

  test('that would do something else than its preview is refused whole', () => {
    const importId = read(sheet);
    const { planHash } = planImport(t.session, importId, {}).preview;
    bring(notice);
    const before = docketNow();
    expect(() => transact('import', () => applyImport(t.session, importId, {}, planHash))).toThrow(
      'The docket was changed since this preview',
    );
    expect(docketNow()).toEqual(before);
  });

  test('that was only read leaves nothing behind once swept; an undone one is kept', () => {
    bring(notice);
    turn('undo');
    const importId = read(sheet);
    sweepReadSources(t.session);
    expect(() => planImport(t.session, importId, {})).toThrow('no such import');
    const kept = t.session.db.prepare('SELECT name FROM docket_source').all();
    expect(kept).toEqual([{ name: 'notice.eml' }]);
    expect(t.session.db.prepare('SELECT count(*) AS n FROM docket_observation').get()).toEqual({ n: 1 });
  });
});

const addByHand = (fields: Partial<DocketRow>) =>
  t.session.run(
    sql.insertInto('docket_entry').values({
      id: 'by-hand',
      number: null,
      attachment: null,
      filed_on: null,
      text: '',
      filer: '',
      is_text_only: 0,
      is_sealed: 0,
      created_at: t.session.platform.now(),
      ...fields,
    }),
  );
const rowOf = (number: number, repeat = 0) =>
  listRows(t.session).find(
    (row) => row.number === number && row.attachment === null && row.repeat === repeat,
  )!;

describe('what a person wrote', () => {
  const edit = (number: number, text: string) =>
    transact('edit', () => updateEntry(t.session, rowOf(number).id, { text }));

  test('stays where the court says nothing new, and is not mentioned', () => {
    bring(notice);
    edit(2, 'Our TRO motion');
    const preview = bring({
      ...notice,
      name: 'again.eml',
      entries: [{ ...notice.entries[0], feeNote: 'paid' }],
    });
    expect(told(preview)).toEqual([]);
    expect(rowOf(2).text).toBe('Our TRO motion');
    expect(rowOf(2).fee_note).toBe('paid');
  });

  test('stays where the court now says otherwise, and the difference is shown', () => {
    bring(notice);
    edit(2, 'Our TRO motion');
    const preview = bring({
      ...notice,
      name: 'corrected.eml',
      printedAt: '2021-01-13T10:00',
      entries: [{ number: 2, filedOn: '2021-01-12', text: 'AMENDED MOTION for TRO' }],
    });
    expect(told(preview)).toEqual(['n:2 kept text']);
    expect(preview.changes[0]).toMatchObject({
      before: { text: 'Our TRO motion' },
      after: { text: 'AMENDED MOTION for TRO' },
    });
    expect(rowOf(2).text).toBe('Our TRO motion');
    expect(told(bring(sheet)).filter((change) => change.startsWith('n:2 '))).toEqual(['n:2 kept text']);
  });

  test('of an entry kept by hand gives way to the court’s words, and can be had back by undo', () => {
    addByHand({ number: 2, text: 'TRO motion, filed tonight', filer: 'Fairwater LLC' });
    expect(told(bring(sheet))).toContain('n:2 changed filedOn text');
    expect(rowOf(2)).toMatchObject({ id: 'by-hand', filer: 'Fairwater LLC', filed_on: '2021-01-12' });
    turn('undo');
    expect(rowOf(2)).toMatchObject({ text: 'TRO motion, filed tonight', filed_on: null });
  });
});

describe('rows a person changed', () => {
  test('an entry typed at the number of a court entry that a person renumbered stays, and the import goes on', () => {
    bring(notice);
    transact('renumber', () => updateEntry(t.session, rowOf(2).id, { number: 60 }));
    transact('type', () => addByHand({ number: 2, text: 'Our own second entry' }));
    bring(sheet);
    expect(
      listRows(t.session)
        .map(({ number }) => number)
        .sort(),
    ).toContain(60);
    turn('undo');
    expect(rowOf(2).text).toBe('Our own second entry');
    expect(rowOf(60).text).toBe('MOTION for TRO by Fairwater LLC');
  });

  test('a court entry numbered by hand as the court later numbers another goes on as that one', () => {
    bring(notice);
    transact('renumber', () => updateEntry(t.session, rowOf(2).id, { number: 1 }));
    bring(sheet);
    expect(
      listRows(t.session)
        .map(({ number, attachment }) => [number, attachment])
        .sort(),
    ).toEqual(
      [
        [1, 1],
        [1, null],
        [2, null],
        [null, null],
      ].sort(),
    );
  });

  test('put under an entry that the court’s new words put under it stays there, and no circle comes of it', () => {
    const declaration = { number: 3, filedOn: '2021-01-12', text: 'DECLARATION of Ann Castell' };
    bring({ ...notice, entries: [...notice.entries, declaration] });
    const [motion, declared] = [rowOf(2).id, rowOf(3).id];
    transact('move', () => chooseParent(t.session, motion, declared));
    const text = 'DECLARATION of Ann Castell re 2 MOTION for TRO by Fairwater LLC';
    const links = [{ number: 2, attachment: null }];
    bring({
      ...notice,
      name: 'later.eml',
      printedAt: '2021-01-13T10:00',
      entries: [{ ...declaration, text, links }],
    });
    expect(listEntries(t.session).map(({ id, parentId }) => [id, parentId])).toEqual([
      [motion, declared],
      [declared, null],
    ]);
    transact('move back', () => chooseParent(t.session, motion, 'auto'));
    expect(() => chooseParent(t.session, motion, declared)).toThrow('under itself');
  });

  test('of a number the court gives twice stays with its own document', () => {
    const first: Told = {
      name: 'a.html',
      kind: 'docket_history',
      printedAt: '2021-01-20T09:00',
      entries: [
        { number: 5, filedOn: '2021-01-14', text: 'NOTICE of appearance', documentId: '77', sequence: 30 },
      ],
    };
    const later: Told = {
      name: 'b.html',
      kind: 'docket_history',
      printedAt: '2021-01-22T09:00',
      entries: [
        { number: 5, filedOn: '2021-01-14', text: 'LETTER to the court', documentId: '70', sequence: 20 },
        { number: 5, filedOn: '2021-01-14', text: 'NOTICE of appearance', documentId: '77', sequence: 30 },
      ],
    };
    bring(first);
    const { id } = rowOf(5);
    transact('edit', () => updateEntry(t.session, id, { text: 'Appearance of Reyes' }));
    bring(later);
    expect(listRows(t.session).find((row) => row.id === id)).toMatchObject({
      text: 'Appearance of Reyes',
      document_id: '77',
    });
    expect(listRows(t.session)).toHaveLength(2);
  });

  test('a document that the court gave another number keeps its row, with its attachments, also where two changed places', () => {
    const motion = { filedOn: '2021-01-14', text: 'MOTION for TRO', documentId: '100', sequence: 55 };
    const order = { filedOn: '2021-01-14', text: 'ORDER denying TRO', documentId: '200', sequence: 57 };
    const exhibit = { attachment: 1, text: 'Exhibit A' };
    bring({
      ...notice,
      entries: [
        { ...motion, number: 17 },
        { ...exhibit, number: 17 },
      ],
    });
    bring({ ...notice, name: 'other.eml', entries: [{ ...order, number: 18 }] });
    const idsOf = () => Object.fromEntries(listRows(t.session).map(({ text, id }) => [text, id]));
    const before = idsOf();
    bring({
      ...sheet,
      entries: [
        { ...order, number: 17 },
        { ...motion, number: 18 },
      ],
    });
    expect(listEntries(t.session).map(({ number, attachment, text }) => [number, attachment, text])).toEqual([
      [17, null, 'ORDER denying TRO'],
      [18, null, 'MOTION for TRO'],
      [18, 1, 'Exhibit A'],
    ]);
    expect(idsOf()).toEqual(before);
    turn('undo');
    expect(rowOf(17)).toMatchObject({ id: before['MOTION for TRO'], text: 'MOTION for TRO' });
  });

  test('what was written on a row that proves to be another’s double is not lost, and undo brings both back', () => {
    bring({
      name: 'feed.xml',
      kind: 'rss',
      entries: [{ filedOn: '2021-01-12', shortText: 'TRO', documentId: '21', text: '' }],
    });
    bring({ ...notice });
    const double = listRows(t.session).find(({ number }) => number === null)!;
    transact('child', () => addByHand({ id: 'child', number: 9, text: 'Declaration' }));
    transact('edit', () => updateEntry(t.session, double.id, { filer: 'Fairwater LLC' }));
    transact('thread', () =>
      t.session.run(sql.insertInto('docket_thread').values({ id: 'child', parent_id: double.id })),
    );
    transact('thread2', () =>
      t.session.run(sql.insertInto('docket_thread').values({ id: double.id, parent_id: null })),
    );
    const trigger = { kind: 'entry', entryId: double.id, event: 'other', party: '', at: '2021-01-12' };
    transact('deadline', () =>
      t.session.run(
        sql.insertInto('deadline').values({
          id: DeadlineId.parse('d1'),
          title: 'Reply',
          source: 'hand',
          rule: null,
          trigger: JSON.stringify(trigger),
          period: '{}',
          service: 'none',
          regime: 'frcp',
          contract: null,
          printed: null,
          actor: 'any',
          owner: '',
          note: '',
          entry_id: DocketEntryId.parse(double.id),
          evidence_id: null,
          reminders: '[]',
          tro_clock: null,
          status: 'open',
          proof: null,
          snoozed_until: null,
          seen_due: '',
          created_at: '',
        }),
      ),
    );
    const now = () => [
      docketNow(),
      t.session.all(sql.selectFrom('docket_thread').selectAll().orderBy('id')),
      t.session.all(sql.selectFrom('deadline').selectAll()),
    ];
    const before = now();
    bring({
      ...sheet,
      entries: [
        { number: 2, filedOn: '2021-01-12', text: 'MOTION for TRO by Fairwater LLC', documentId: '21' },
      ],
    });
    const home = rowOf(2);
    expect(listRows(t.session)).toHaveLength(2);
    expect.soft(home.filer).toBe('Fairwater LLC');
    expect
      .soft(t.session.all(sql.selectFrom('deadline').select(['entry_id', 'trigger'])))
      .toEqual([{ entry_id: home.id, trigger: JSON.stringify({ ...trigger, entryId: home.id }) }]);
    expect.soft(t.session.all(sql.selectFrom('docket_thread').selectAll())).toEqual(
      expect.arrayContaining([
        { id: 'child', parent_id: home.id },
        { id: home.id, parent_id: null },
      ]),
    );
    turn('undo');
    expect(now()).toEqual(before);
    turn('redo');
    turn('undo');
    expect(now()).toEqual(before);
  });

  test('the court’s row goes on where the same words were typed beside it', () => {
    bring(sheet);
    const court = listRows(t.session).find(({ number }) => number === null)!;
    transact('edit', () => updateEntry(t.session, court.id, { filer: 'The Court' }));
    transact('type', () =>
      addByHand({ id: '0000', filed_on: '2021-01-13', text: 'MINUTE ENTRY: hearing set' }),
    );
    bring({ ...notice });
    expect(listRows(t.session).find(({ id }) => id === court.id)).toMatchObject({ filer: 'The Court' });
  });
});

describe('an entry typed without a number that reads like one of the court’s', () => {
  const start = () => {
    addByHand({ filed_on: '2021-01-12', text: 'MOTION for TRO', filer: 'Fairwater LLC' });
    const importId = read(sheet);
    return { importId, questions: planImport(t.session, importId, {}).preview.questions };
  };

  test('is asked about, and where it is the same becomes the court’s entry', () => {
    const { importId, questions } = start();
    expect(questions).toMatchObject([
      { one: { number: null, text: 'MOTION for TRO' }, other: { number: 2 }, answer: null },
    ]);
    apply(importId, { [questions[0]!.key]: 'same' });
    expect(rowOf(2)).toMatchObject({ id: 'by-hand', filer: 'Fairwater LLC' });
    expect(listRows(t.session)).toHaveLength(4);
    expect(bring(sheet)).toMatchObject({ changes: [], questions: [] });
    turn('undo');
    expect(listRows(t.session)).toMatchObject([{ id: 'by-hand', number: null, text: 'MOTION for TRO' }]);
  });

  test('stands beside it until someone says that it is the same, and then goes into it', () => {
    const { importId, questions } = start();
    apply(importId, {});
    expect(listRows(t.session)).toHaveLength(5);
    const court = rowOf(2).id;
    const again = read(sheet);
    expect(planImport(t.session, again, {}).preview.questions).toEqual(questions);
    const { changes } = apply(again, { [questions[0]!.key]: 'same' });
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'changed', before: questions[0]!.one, after: questions[0]!.other }),
    );
    expect(listRows(t.session)).toHaveLength(4);
    expect(rowOf(2)).toMatchObject({ id: court, filer: 'Fairwater LLC', text: sheet.entries[2]!.text });
    turn('undo');
    expect(listRows(t.session)).toHaveLength(5);
  });

  test('stays apart where someone says so', () => {
    const { importId, questions } = start();
    apply(importId, { [questions[0]!.key]: 'different' });
    expect(listRows(t.session)).toHaveLength(5);
  });
});

test('an entry a later whole sheet leaves out is kept and said to be gone', () => {
  bring(sheet);
  const later = bring({
    ...sheet,
    name: 'later.html',
    printedAt: '2021-01-25T09:00',
    entries: sheet.entries.slice(0, 3),
  });
  expect(later.changes.map(({ kind, before }) => [kind, before?.text])).toEqual([
    ['gone', 'MINUTE ENTRY: hearing set'],
  ]);
  expect(
    docketNow()
      .filter(({ isGone }) => isGone)
      .map(({ text }) => text),
  ).toEqual(['MINUTE ENTRY: hearing set']);
});

test('any subset of sources in any order, at once or one by one, ends in the same docket', () => {
  const history: Told = {
    name: 'history.html',
    kind: 'docket_history',
    printedAt: '2021-01-18T12:00',
    entries: [
      {
        number: 2,
        filedOn: '2021-01-12',
        text: 'MOTION for TRO by Fairwater LLC',
        sequence: 9,
        documentId: '21',
      },
      { filedOn: '2021-01-13', text: 'MINUTE ENTRY: hearing set', sequence: 11, isTextOnly: true },
      { filedOn: '2021-01-13', text: 'MINUTE ENTRY: hearing set', sequence: 12, isTextOnly: true },
    ],
  };
  const page: Told = {
    name: 'attachments.html',
    kind: 'attachment_page',
    entries: [
      { number: null, documentId: '21', pageCount: 4 },
      { number: null, attachment: 1, text: 'Proposed Order', pageCount: 2 },
    ],
  };
  const feed: Told = {
    name: 'feed.xml',
    kind: 'rss',
    entries: [
      { number: 3, filedOn: '2021-01-14', enteredAt: '2021-01-14T08:01', shortText: 'Order' },
      { filedOn: '2021-01-13', shortText: 'Minute Entry', enteredAt: '2021-01-13T17:05' },
    ],
  };
  const shorter: Told = {
    ...sheet,
    name: 'later.html',
    printedAt: '2021-02-01T09:00',
    entries: sheet.entries.slice(1),
  };
  const all = [notice, sheet, history, page, feed, shorter];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(all, { minLength: 1 }),
      fc.integer({ min: 1, max: 3 }),
      (chosen, step) => {
        t.session.db.exec('DELETE FROM docket_entry; DELETE FROM docket_applied');
        bring(...all.filter((one) => chosen.includes(one)));
        const expected = docketNow();
        t.session.db.exec('DELETE FROM docket_entry; DELETE FROM docket_applied');
        for (let at = 0; at < chosen.length; at += step) bring(...chosen.slice(at, at + step));
        expect(docketNow()).toEqual(expected);
        expect(bring(...chosen).changes).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
