import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SummaryColumn } from '../../../../shared/model/authenticity.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { extractText } from '../../formats/files/extract.ts';
import { bytesSource } from '../../pdf/index.ts';
import { makeMail } from '../../testing/mail-and-archives.ts';
import { withMatterFile } from '../../testing/matter-file.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let fileName: string;
let folder: string;
let mailId: EvidenceId;
let letterId: EvidenceId;

beforeAll(async () => {
  t = await createTestEngine({ now: () => '2026-11-01T09:30:15.250Z' });
});
afterAll(() => t.dispose());
beforeEach(async () => {
  folder = mkdtempSync(join(t.folder, 'test-'));
  ({ id: matterId, fileName } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.'));
  await t.client['matter.update']({
    matterId,
    fields: { court: 'wawd', number: '2:26-cv-00031-ABC', timezone: 'America/Los_Angeles' },
  });
  mailId = await add('notice.eml', makeMail('Notice of suspension'));
  letterId = await add('letter, größer.txt', 'The letter of January 9.');
});
afterEach(() => t.client['matter.close']({ matterId }));

const at = (name: string) => join(folder, name);
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function add(name: string, bytes: string): Promise<EvidenceId> {
  writeFileSync(at(name), bytes);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: at(name) }] });
  return items[0]!.id as EvidenceId;
}

const describe = (id: EvidenceId, shows: string) =>
  t.client['authenticity.summary.describe']({ matterId, id, shows });
const preview = (...ids: EvidenceId[]) => t.client['authenticity.summary.preview']({ matterId, ids });
const write = (name: string, columns: SummaryColumn[], ids = [letterId, mailId]) =>
  t.runJob('authenticity.summary', {
    matterId,
    ids,
    title: 'Messages of January 2021',
    columns,
    form: name.split('.').at(-1) as 'docx' | 'pdf' | 'csv',
    target: { path: at(name) },
  });

test('what an item shows is kept, is one step to undo, and is taken back when it is emptied', async () => {
  await describe(mailId, 'Suspension from midnight');
  await describe(mailId, 'Suspension at midnight');
  const shows = async () => (await preview(mailId)).rows[0]!.cells.shows;
  expect(await shows()).toBe('Suspension at midnight');
  expect(await t.client['history.undo']({ matterId })).toMatchObject({
    label: 'say what “notice” shows',
  });
  expect(await shows()).toBe('Suspension from midnight');
  await describe(mailId, ' ');
  expect(await shows()).toBe('');
});

test('rows have what the matter holds now: labels of exhibits that are not withdrawn, numbers, facts with their cites', async () => {
  const set = await t.client['exhibits.set.create']({
    matterId,
    fields: { name: 'TRO exhibits', scheme: 'A' },
  });
  const [exhibit] = await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [mailId] });
  await t.client['argument.fact.add']({
    matterId,
    fields: { text: 'No day is named' },
    pinCites: [{ evidenceId: mailId, anchor: { page: null } }],
  });
  const { rows, setName } = await preview(letterId, mailId);
  expect(setName).toBe('TRO exhibits');
  expect(rows.map(({ id }) => id)).toEqual([mailId, letterId]);
  expect(rows[0]!.cells).toMatchObject({
    exhibit: 'A',
    date: '01/11/2021',
    from: 'Ada Fairwater <ada@fairwater.example>',
    to: 'notices@northgate.example',
    sha256: sha256(readFileSync(at('notice.eml'))),
    facts: 'No day is named (Ex. A)',
  });
  await t.client['exhibits.withdraw']({
    matterId,
    setId: set.id,
    ids: [exhibit!.id],
    reason: 'Late',
  });
  expect((await preview(mailId)).rows[0]!.cells.exhibit).toBe('');
});

test.each(['pdf', 'docx'] as const)('a %s has caption, blanks, rows, counts and schedule', async (form) => {
  await describe(mailId, 'Suspension from midnight');
  const written = await write(`summary.${form}`, ['date', 'from', 'shows']);
  expect(written).toMatchObject({
    fileName: `summary.${form}`,
    rows: 2,
    sha256: sha256(readFileSync(at(`summary.${form}`))),
  });
  expect(written.missing).toContain('What it shows is not typed for 1 of 2 items.');
  const text = await textOf(`summary.${form}`);
  for (const said of [
    'DRAFT – for counsel to confirm',
    'Fairwater LLC',
    'No. 2:26-cv-00031-ABC',
    'Messages of January 2021',
    'Fed. R. Evid. 1006',
    'at (place) ______',
    '01/11/2021',
    'Suspension from midnight',
    'January 2021',
    'Schedule of the underlying items',
    'letter, größer.txt',
    sha256(readFileSync(at('notice.eml'))),
    sha256(readFileSync(at('letter, größer.txt'))),
    'governed by Rule 107',
  ])
    expect(text).toContain(said);
  await write(`again.${form}`, ['shows', 'from', 'date'], [mailId, letterId]);
  expect(readFileSync(at(`again.${form}`))).toEqual(readFileSync(at(`summary.${form}`)));
});

test('a CSV is the table alone, with the hash and numbers of each item', async () => {
  await describe(letterId, '=HYPERLINK("x")');
  await write('summary.csv', ['subject', 'title', 'shows']);
  expect(readFileSync(at('summary.csv'), 'utf8')).toBe(
    [
      '\ufeffNo.,Subject,Title,What it shows,Bates numbers,SHA-256',
      `1,Notice of suspension,notice,,,${sha256(readFileSync(at('notice.eml')))}`,
      `2,,"letter, größer","'=HYPERLINK(""x"")",,${sha256('The letter of January 9.')}`,
      '',
    ].join('\r\n'),
  );
  await expect(write('summary.csv', ['title'])).rejects.toMatchObject({ code: 'FILE_EXISTS' });
  await expect(write('none.csv', ['title'], ['gone' as EvidenceId])).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(existsSync(at('none.csv'))).toBe(false);
});

test('of an item whose custodian is not the one its custody names nothing is written, and the item is named', async () => {
  await t.client['matter.close']({ matterId });
  withMatterFile(join(t.folder, fileName), (db) =>
    db.exec(`UPDATE evidence_description SET custodian = 'Another' WHERE id = '${mailId}'`),
  );
  await t.client['matter.open']({ source: { path: join(t.folder, fileName) } });
  await expect(write('altered.csv', ['custodian'])).rejects.toMatchObject({
    code: 'EVIDENCE_RECORD_ALTERED',
    details: { title: 'notice', what: 'custodian' },
  });
  expect(existsSync(at('altered.csv'))).toBe(false);
  await write('of-letter.csv', ['custodian'], [letterId]);
});

/** What another reader finds in it, with plain spaces. */
async function textOf(name: string): Promise<string> {
  const parts = name.endsWith('.pdf')
    ? (await t.client['pdf.text']({ source: { path: at(name) } })).map(({ text }) => text)
    : extractText(bytesSource(readFileSync(at(name))), 'word', 100_000).sections;
  return parts.join(' ').replaceAll(/\s+/g, ' ');
}
