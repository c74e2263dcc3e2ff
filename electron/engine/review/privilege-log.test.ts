import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import type { IntakeItem } from '../../../shared/model/evidence.ts';
import { extractText } from '../formats/files/extract.ts';
import { bytesSource } from '../pdf/index.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let ids: EvidenceId[];
const at = (name: string) => join(t.folder, name);
const subject = 'We will lose on notice';

beforeAll(async () => {
  t = await createTestEngine();
  matterId = (await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.')).id;
  await t.client['matter.update']({ matterId, fields: { court: 'nysd', number: '1:21-cv-00210' } });
  const mail = (body: string) =>
    `From: =HYPERLINK <r.okafor@fairwater.example>\r\nTo: A. Reyes <a.reyes@counsel.example>\r\nCc: B. Lindqvist <b.lindqvist@counsel.example>\r\nBcc: D. Whitlock <d.whitlock@fairwater.example>\r\nDate: Sat, 9 Jan 2021 03:00:00 +0000\r\nSubject: ${subject}\r\n\r\n${body}`;
  writeFileSync(at('bad-facts.eml'), mail('The contract says thirty days.'));
  writeFileSync(at('our-weak-points.txt'), 'Weak points');
  const { items } = await t.runJob('evidence.add', {
    matterId,
    sources: [{ path: at('bad-facts.eml') }, { path: at('our-weak-points.txt') }],
  });
  ids = (items as IntakeItem[]).map(({ id }) => id as EvidenceId);
  await t.client['review.code']({
    matterId,
    ids: [ids[0]!],
    decision: { privilege: 'attorney_client', privilegeNote: 'Request for advice, “urgent”' },
  });
  await t.client['review.code']({ matterId, ids: [ids[1]!], decision: { privilege: 'work_product' } });
});
afterAll(() => t.dispose());

const write = (form: 'csv' | 'docx', name: string) =>
  t.runJob('review.privilegeLog', { matterId, form, target: { path: at(name) } });

/** The text of a Word document, as our own reader has it. */
const textOf = (bytes: Uint8Array) => extractText(bytesSource(bytes), 'word', 100_000).sections.join('');

test('the log names what is withheld, and says nothing that is privileged', async () => {
  const written = await write('csv', 'log.csv');
  expect(written).toMatchObject({
    fileName: 'log.csv',
    entries: 2,
    incomplete: [{ evidenceId: ids[1], missing: ['Date', 'Author', 'Description'] }],
  });
  const [head, first, second, ...rest] = readFileSync(at('log.csv'), 'utf8')
    .replace('\ufeff', '')
    .split('\r\n');
  expect(head).toBe(
    'No.,Bates / control no.,Date,Type,Author,Recipients,Copied,Privilege claimed,Description,Family',
  );
  // The day by the court's clock; a sender whose name begins as a formula is text.
  expect(first).toBe(
    `1,${ids[0]},2021-01-08,E-mail,'=HYPERLINK <r.okafor@fairwater.example>,A. Reyes <a.reyes@counsel.example>,B. Lindqvist <b.lindqvist@counsel.example>; D. Whitlock <d.whitlock@fairwater.example>,Attorney-client privilege,"Request for advice, “urgent”",`,
  );
  expect(second).toBe(`2,${ids[1]},,Document,,,,Work product,,`);
  expect(rest).toEqual(['']);
});

test('as a Word document it bears the caption; the same matter gives the same bytes', async () => {
  await write('docx', 'one.docx');
  const again = await write('docx', 'two.docx');
  const bytes = readFileSync(at('one.docx'));
  expect(readFileSync(at('two.docx')).equals(bytes)).toBe(true);
  expect(again.entries).toBe(2);
  const text = textOf(bytes);
  for (const word of [
    'PRIVILEGE LOG',
    '1:21-cv-00210',
    'Fairwater LLC v. Northgate Hosting, Inc.',
    'Work product',
  ])
    expect(text.includes(word), word).toBe(true);
});

test('titles, subjects and file names are in neither', async () => {
  const texts = [readFileSync(at('log.csv'), 'utf8'), textOf(readFileSync(at('one.docx')))];
  for (const text of texts)
    for (const word of [subject, 'bad-facts', 'weak-points', 'Weak points', 'thirty days'])
      expect(text.includes(word), word).toBe(false);
});

test('the numbers that a build gave an item stand in the log, and none that are only planned', async () => {
  const bates = { prefix: 'NG', digits: 4, start: 7, suffix: '' };
  const { id: setId } = await t.client['exhibits.set.create']({ matterId, fields: { name: 'Reply', bates } });
  const [exhibit] = await t.client['exhibits.add']({ matterId, setId, evidenceIds: [ids[0]!] });
  await t.client['exhibits.update']({ matterId, id: exhibit!.id, fields: { treatment: 'withheld' } });
  const log = async () => {
    rmSync(at('log.csv'), { force: true });
    await write('csv', 'log.csv');
    return readFileSync(at('log.csv'), 'utf8').split('\r\n')[1]!.split(',')[1];
  };
  expect(await log()).toBe(ids[0]);
  mkdirSync(at('out'));
  await t.runJob('exhibits.build', { matterId, setId, target: { path: at('out') } });
  expect(await log()).toBe('NG0007');
  // What is clawed back keeps in the log the number that the other side knows it by.
  await t.client['exhibits.withdraw']({ matterId, setId, ids: [exhibit!.id], reason: 'privileged' });
  expect(await log()).toBe('NG0007 (void)');
});

test('a file that is there is not overwritten', async () => {
  await expect(write('csv', 'log.csv')).rejects.toMatchObject({ code: 'FILE_EXISTS' });
});
