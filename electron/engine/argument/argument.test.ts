import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import type { IntakeItem } from '../../../shared/model/evidence.ts';
import { extractText } from '../formats/files/extract.ts';
import { bytesSource } from '../pdf/index.ts';
import { withMatterFile } from '../testing/matter-file.ts';
import { makePdf } from '../testing/pdf-files.ts';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let agreement: EvidenceId;
let declaration: EvidenceId;
const at = (name: string) => join(t.folder, name);
const quoting = (page: number, quote: string) => ({
  evidenceId: declaration,
  anchor: { page, quote },
  paragraph: '7',
});

beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.')).id;
  writeFileSync(at('Agreement.pdf'), await makePdf([{ text: 'Upon thirty days notice' }]));
  writeFileSync(
    at('Declaration.pdf'),
    await makePdf([{ text: 'I am the chief officer.\n- 1 -' }, { text: 'The service stopped at once.' }, {}]),
  );
  const { items } = await t.runJob('evidence.add', {
    matterId,
    sources: [{ path: at('Agreement.pdf') }, { path: at('Declaration.pdf') }],
  });
  [agreement, declaration] = (items as IntakeItem[]).map(({ id }) => id as EvidenceId) as [
    EvidenceId,
    EvidenceId,
  ];
});
afterEach(() => t.dispose());

const get = () => t.client['argument.get']({ matterId });
const addFact = (text: string, more: object = {}, pinCites: object[] = []) =>
  t.client['argument.fact.add']({ matterId, fields: { text, ...more }, pinCites: pinCites as never });

test('a fact is cited as the exhibit its page is, as the docket numbers it, or by its title', async () => {
  const places = [{ evidenceId: agreement, anchor: { page: 1 } }, quoting(2, 'service stopped')];
  const { pinCites } = await addFact('Service stopped without notice', {}, places);
  expect(pinCites.map(({ cite }) => cite)).toEqual(['Agreement at 1', 'Declaration at 2, ¶ 7']);

  await t.client['docket.add']({
    matterId,
    entries: [
      { number: 2, text: 'Declaration', evidenceId: declaration },
      { number: 2, attachment: 1, text: 'Declaration, again', evidenceId: declaration },
    ],
  });
  const set = await t.client['exhibits.set.create']({ matterId, fields: { name: 'TRO', scheme: 'A' } });
  await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [agreement] });
  // A whole item is cited as the exhibit too.
  await addFact('There is a contract', {}, [{ evidenceId: agreement, anchor: {} }]);
  const cited = (await get()).facts.map((fact) => fact.pinCites.map(({ cite }) => cite));
  expect(cited).toEqual([['Ex. A at 1', 'Dkt. 2 at 2, ¶ 7'], ['Ex. A']]);
});

test('what one item shows is asked for alone', async () => {
  await addFact('Stopped', {}, [quoting(2, '')]);
  await addFact('Agreed', {}, [{ evidenceId: agreement, anchor: { page: 1 } }]);
  const { facts } = await t.client['argument.get']({ matterId, evidenceId: agreement });
  expect(facts.map(({ text }) => text)).toEqual(['Agreed']);
});

test('facts stand by date, whatever the order in which they were entered', async () => {
  await addFact('Undated');
  await addFact('Second', { date: { kind: 'on', from: '2021-01-09T18:30', to: null } });
  await addFact('First', { date: { kind: 'about', from: '2020', to: null } });
  expect((await get()).facts.map(({ text }) => text)).toEqual(['First', 'Second', 'Undated']);
});

test('a pin cite whose words are not on its page is told, with where they are now', async () => {
  const { id } = await addFact('Stopped', {}, [
    quoting(2, 'The service  stopped'),
    quoting(1, 'service stopped at once'),
    quoting(2, 'thirty days notice was given'),
    quoting(3, 'The service stopped'),
    quoting(2, 'The service stops at once.'),
    quoting(1, 'chief officer. … The service stopped'),
    quoting(1, 'chief officer. The service stopped'),
    // A dash alone has nothing that could be checked.
    quoting(1, ' – '),
    { evidenceId: agreement, anchor: { page: 1 } },
  ]);
  const findings = await t.client['argument.check']({ matterId });
  expect(findings.map(({ factId, state, page }) => [factId, state, page])).toEqual([
    [id, 'moved', 2],
    [id, 'lost', null],
    [id, 'unread', null],
    // What almost stands there may be the whole point.
    [id, 'differs', null],
  ]);
  expect(findings.at(-1)!.text).toContain('The service stopped at once.');
});

test('each change is one step that can be undone, a deleted fact with all that hung on it', async () => {
  const [harm] = await t.client['argument.element.add']({
    matterId,
    elements: [{ claim: 'TRO', name: 'Harm' }],
  });
  const { id } = await addFact('Stopped', { bearings: [{ elementId: harm!.id, side: 'for' }] }, [
    quoting(2, 'service stopped'),
  ]);
  const before = await get();
  await t.client['argument.fact.update']({
    matterId,
    id,
    fields: { dispute: 'disputed', bearings: [{ elementId: harm!.id, side: 'against' }] },
    addedPinCites: [quoting(1, '')],
    removedPinCiteIds: before.facts[0]!.pinCites.map((each) => each.id),
  });
  expect((await get()).facts[0]).toMatchObject({
    text: 'Stopped',
    dispute: 'disputed',
    bearings: [{ side: 'against' }],
    pinCites: [{ anchor: { page: 1 } }],
  });
  await t.client['history.undo']({ matterId });
  await t.client['argument.pinCite.delete']({ matterId, id: before.facts[0]!.pinCites[0]!.id });
  await t.client['history.undo']({ matterId });
  await t.client['argument.element.delete']({ matterId, id: harm!.id });
  expect((await get()).facts[0]!.bearings).toEqual([]);
  await t.client['history.undo']({ matterId });
  await t.client['argument.fact.delete']({ matterId, ids: [id] });
  expect((await get()).facts).toEqual([]);
  await t.client['history.undo']({ matterId });
  expect(await get()).toEqual(before);
});

test('elements keep their order, and move within it', async () => {
  const element = (claim: string, name: string) => ({ claim, name });
  const [, , third] = await t.client['argument.element.add']({
    matterId,
    elements: [element('TRO', 'Merits'), element('Count I', 'Breach'), element('TRO', 'Harm')],
  });
  const names = async () => (await get()).elements.map(({ name }) => name);
  // Those of a claim stand together.
  expect(await names()).toEqual(['Merits', 'Harm', 'Breach']);
  const [first] = (await get()).elements;
  await t.client['argument.element.move']({ matterId, id: third!.id, beforeId: first!.id });
  expect(await names()).toEqual(['Harm', 'Merits', 'Breach']);
  const breach = (await get()).elements.at(-1)!;
  const elsewhere = { matterId, id: third!.id, beforeId: breach.id };
  await expect(t.client['argument.element.move'](elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await t.client['argument.element.move']({ matterId, id: third!.id, beforeId: third!.id });
  expect(await names()).toEqual(['Merits', 'Harm', 'Breach']);
});

test('chronology and matrix are written as tables, the same bytes each time, and marked as work product', async () => {
  const [harm] = await t.client['argument.element.add']({
    matterId,
    elements: [{ claim: 'TRO', name: 'Irreparable harm' }],
  });
  await addFact('=Stopped', { bearings: [{ elementId: harm!.id, side: 'for' }] }, [quoting(2, '')]);
  const write = (what: 'chronology' | 'matrix', form: 'csv' | 'docx', name: string) =>
    t.runJob('argument.export', { matterId, what, form, target: { path: at(name) } });

  await write('chronology', 'csv', 'chronology.csv');
  expect(readFileSync(at('chronology.csv'), 'utf8').replace('\ufeff', '').split('\r\n')).toEqual([
    'Date,Fact,Shown by,Pleaded,Disputed?,Bears on',
    `,'=Stopped,"Declaration at 2, ¶ 7",,,Irreparable harm`,
    '',
  ]);
  const [one, two] = [await write('matrix', 'docx', 'a.docx'), await write('matrix', 'docx', 'b.docx')];
  expect(one).toMatchObject({ fileName: 'a.docx', rows: 1, sha256: two.sha256 });
  const words = extractText(bytesSource(readFileSync(at('a.docx'))), 'word', 100_000).sections.join('');
  expect(words).toContain('ATTORNEY WORK PRODUCT');
  expect(words).toContain('=Stopped (Declaration at 2, ¶ 7)');
  expect(words).toContain('One source only');
});

const complaintOf = (...pages: string[]) => makePdf(pages.map((text) => ({ text })));

/** Adds PDFs and files each under a docket entry of its own, with a text. */
async function file(...papers: { name: string; text: string; pages: string[] }[]): Promise<EvidenceId[]> {
  for (const { name, pages } of papers) writeFileSync(at(name), await complaintOf(...pages));
  const { items } = await t.runJob('evidence.add', {
    matterId,
    sources: papers.map(({ name }) => ({ path: at(name) })),
  });
  const ids = (items as IntakeItem[]).map(({ id }) => id as EvidenceId);
  await t.client['docket.add']({
    matterId,
    entries: papers.map(({ text }, nth) => ({ number: nth + 10, text, evidenceId: ids[nth]! })),
  });
  return ids;
}

test('the complaint in force is read by paragraphs, of which others can be chosen and all are written', async () => {
  const read = (pleadingId?: EvidenceId) => t.client['argument.allegations']({ matterId, pleadingId });
  expect(await read()).toEqual({
    pleadings: [],
    pleading: null,
    pagesWithoutText: 0,
    verifiedOn: null,
    verification: null,
    allegations: [],
  });
  const [first, amended, answer, , thirdParty] = await file(
    {
      name: 'C.pdf',
      text: 'COMPLAINT against Northgate',
      pages: ['1. One.\n2. Two.\n3. Three.', 'VERIFICATION\nTrue, under penalty of perjury.'],
    },
    { name: 'A.pdf', text: 'AMENDED COMPLAINT', pages: ['1. Uno.\n2. Due,', 'too.\n3. Tre.', ''] },
    { name: 'D.pdf', text: 'ANSWER to 11 Amended Complaint', pages: ['No paragraphs.'] },
    { name: 'M.pdf', text: 'MOTION to dismiss 10 Complaint', pages: ['1. A.\n2. B.\n3. C.'] },
    { name: 'T.pdf', text: 'THIRD PARTY COMPLAINT against Bolt', pages: ['1. X.\n2. Y.\n3. Z.'] },
  );
  const inForce = await read();
  expect(
    inForce.pleadings.map(({ evidenceId, cite, docketNumber }) => [evidenceId, cite, docketNumber]),
  ).toEqual([
    [amended, 'Am. Compl.', '11'],
    [first, 'Compl.', '10'],
    [thirdParty, 'Third-Party Compl.', '14'],
    [answer, 'Answer', '12'],
  ]);
  expect(inForce).toMatchObject({
    pleading: { evidenceId: amended },
    pagesWithoutText: 1,
    allegations: [
      { number: 1, page: 1, text: 'Uno.' },
      { number: 2, page: 1, text: 'Due, too.', opening: 'Due,' },
      { number: 3, page: 2, text: 'Tre.' },
    ],
  });
  const sworn = await read(first);
  expect(sworn).toMatchObject({ verifiedOn: 2, verification: null });
  expect(sworn.allegations.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.']);
  expect(await read(answer)).toMatchObject({ pleading: { cite: 'Answer' }, allegations: [] });
  expect(await read(agreement)).toMatchObject({
    pleading: { title: 'Agreement', cite: '' },
    allegations: [],
  });

  await addFact('It stopped', { allegation: 'Am. Compl. ¶ 2' }, [quoting(2, 'service stopped')]);
  const target = { path: at('allegations.csv') };
  await t.runJob('argument.export', { matterId, what: 'allegations', form: 'csv', target });
  expect(readFileSync(at('allegations.csv'), 'utf8').replace('\ufeff', '').split('\r\n')).toEqual([
    '¶,Allegation,Facts,Wanting',
    '1,Uno.,,Nothing yet',
    '2,"Due, too.","It stopped (Declaration at 2, ¶ 7)",One source only',
    '3,Tre.,,Nothing yet',
    '',
  ]);
});

test('the complaint that comes with a notice of removal is a pleading; its notice and its exhibits are not', async () => {
  await file({
    name: 'N.pdf',
    text: 'NOTICE OF REMOVAL from Superior Court, complaint attached',
    pages: ['x'],
  });
  await t.client['docket.add']({
    matterId,
    entries: [
      { number: 10, attachment: 1, text: 'Exhibit A - Complaint', evidenceId: declaration },
      { number: 10, attachment: 2, text: 'Exhibit B to Complaint', evidenceId: agreement },
    ],
  });
  const { pleadings } = await t.client['argument.allegations']({ matterId });
  expect(pleadings.map(({ docketNumber }) => docketNumber)).toEqual(['10-1']);
});

test('a verification that is an attachment, or an entry that refers to the complaint, verifies it', async () => {
  const oath = 'VERIFICATION\nTrue, under penalty of perjury.';
  const [first, , apart] = await file(
    { name: 'C.pdf', text: 'COMPLAINT against Northgate', pages: ['1. One.\n2. Two.\n3. Three.'] },
    { name: 'A.pdf', text: 'AMENDED COMPLAINT', pages: ['1. Uno.\n2. Due.\n3. Tre.'] },
    { name: 'V.pdf', text: 'VERIFICATION of 10 Complaint by D. Whitlock', pages: ['', oath] },
    { name: 'W.pdf', text: 'VERIFICATION of service as to 11 Complaint', pages: ['It was served.'] },
    { name: 'D.pdf', text: 'ANSWER to 11 Amended Complaint', pages: ['1. No.'] },
    { name: 'Y.pdf', text: 'VERIFICATION of 14 Answer by D. Whitlock', pages: [oath] },
  );
  const read = (pleadingId?: EvidenceId) => t.client['argument.allegations']({ matterId, pleadingId });
  expect((await read()).pleadings.map(({ docketNumber }) => docketNumber)).toEqual(['11', '10', '14']);
  expect(await read(first)).toMatchObject({
    verifiedOn: 2,
    verification: { evidenceId: apart, docketNumber: '12' },
  });
  expect(await read()).toMatchObject({
    pleading: { docketNumber: '11' },
    verifiedOn: null,
    verification: null,
  });

  writeFileSync(at('X.pdf'), await complaintOf(oath));
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: at('X.pdf') }] });
  const { id } = (items as IntakeItem[])[0]!;
  await t.client['docket.add']({
    matterId,
    entries: [{ number: 11, attachment: 2, text: 'Affidavit of Ann Whitlock', evidenceId: id as EvidenceId }],
  });
  expect(await read()).toMatchObject({
    verifiedOn: 1,
    verification: { evidenceId: id, docketNumber: '11-2' },
  });
});

test('nothing of the argument goes into a review copy', async () => {
  const [harm] = await t.client['argument.element.add']({
    matterId,
    elements: [{ claim: 'TRO', name: 'Harm' }],
  });
  await addFact('Our theory', { bearings: [{ elementId: harm!.id, side: 'for' }] }, [quoting(2, '')]);
  await t.runJob('review.copy.export', {
    matterId,
    ids: [declaration],
    target: { path: at('copy.matter') },
    name: 'Expert',
    passphrase: 'correct horse battery',
    mode: 'comment',
    includesNotes: true,
    includesWorkProduct: true,
    includesCoding: true,
  });
  const rows = withMatterFile(
    at('copy.matter'),
    (db) =>
      ['element', 'fact', 'bearing', 'pin_cite'].map((table) =>
        db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      ),
    'correct horse battery',
  );
  expect(rows).toEqual([0, 0, 0, 0]);
});

test('facts are found by their words and their days, in their order, until they are deleted', async () => {
  const on = (from: string) => ({ date: { kind: 'on', from, to: null } });
  await addFact('The notice came later', on('2021-01-12'));
  const first = await addFact('No notice was given', {
    date: { kind: 'between', from: '2021-01', to: '2021-01-09' },
  });
  await addFact('A notice of renewal', { date: { kind: 'about', from: '2020', to: null } });
  const found = async (query: string, order: 'rank' | 'date' = 'date') => {
    const options = { isStemmed: false, includesArchived: false, order };
    const { hits } = await t.client['search.query']({ matterId, query, options });
    return hits.map(({ kind, title }) => `${kind}: ${title}`);
  };
  expect(await found('notice in:facts')).toEqual([
    'note: A notice of renewal',
    'note: No notice was given',
    'note: The notice came later',
  ]);
  expect(await found('notice date:2021-01-08')).toEqual(['note: No notice was given']);
  expect(await found('notice date:2020-06..2021-01-01')).toEqual([
    'note: A notice of renewal',
    'note: No notice was given',
  ]);
  expect(await found('notice after:2021-01-09')).toEqual(['note: The notice came later']);
  expect(await found('notice before:2021')).toEqual(['note: A notice of renewal']);

  await t.client['argument.fact.update']({ matterId, id: first.id, fields: { text: 'Warning was given' } });
  expect(await found('warning in:facts', 'rank')).toEqual(['note: Warning was given']);
  await t.client['argument.fact.delete']({ matterId, ids: [first.id] });
  expect(await found('warning')).toEqual([]);
  await t.client['history.undo']({ matterId });
  expect(await found('warning')).toEqual(['note: Warning was given']);
});
