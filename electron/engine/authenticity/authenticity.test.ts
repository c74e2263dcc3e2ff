import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CertificateRule } from '../../../shared/model/authenticity.ts';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import { makeMail } from '../testing/mail-and-archives.ts';
import { withMatterFile } from '../testing/matter-file.ts';
import { makePng } from '../testing/images.ts';
import { makeLockedPdf } from '../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let matterPath: string;
let folder: string;
/** An hour that comes twice in Seattle when the clocks go back: the second one. */
const now = '2026-11-01T09:30:15.250Z';
const stamp = 'Sun, Nov 1, 2026, 1:30:15 AM PST (UTC−08:00)';

beforeAll(async () => {
  t = await createTestEngine({ now: () => now });
  await t.client['settings.update']({
    patch: { person: { name: 'Ana Reyes', role: 'Paralegal', barNumber: '' } },
  });
});
afterAll(() => t.dispose());
beforeEach(async () => {
  folder = mkdtempSync(join(t.folder, 'test-'));
  const matter = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  matterId = matter.id;
  matterPath = join(t.folder, matter.fileName);
  await t.client['matter.update']({
    matterId,
    fields: { court: 'wawd', number: '2:26-cv-00031-ABC', timezone: 'America/Los_Angeles' },
  });
});
afterEach(() => t.client['matter.close']({ matterId }));

const at = (name: string) => join(folder, name);
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function add(name: string, bytes: Uint8Array | string, more: object = {}): Promise<EvidenceId> {
  writeFileSync(at(name), bytes);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: at(name) }], ...more });
  return items[0]!.id as EvidenceId;
}

const report = (name: string, ...ids: EvidenceId[]) =>
  t.runJob('authenticity.custody', { matterId, ids, target: { path: at(name) } });
const certify = (name: string, rule: CertificateRule, ids: EvidenceId[], certifier = {}) =>
  t.runJob('authenticity.certificate', { matterId, ids, rule, certifier, target: { path: at(name) } });

/** What PDFium reads in a paper; lines are broken where the paper is full, and hashes never are. */
async function textOf(name: string): Promise<string> {
  const pages = await t.client['pdf.text']({ source: { path: at(name) } });
  return pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
}

/** Reaches into the closed matter, past the triggers that would refuse it. */
async function tamper(statements: string): Promise<void> {
  await t.client['matter.close']({ matterId });
  withMatterFile(matterPath, (db) => db.exec(statements));
  await t.client['matter.open']({ source: { path: matterPath } });
}

test('a custody report has the item, where it came from, and every event with its hash and the one before', async () => {
  const bytes = makePng(40, 40);
  const id = await add('Bildschirmfoto größer.png', bytes, {
    custodian: 'A. Peikoff',
    source: 'laptop',
    collected: { at: '2026-10-30', by: 'C. Examiner', where: 'Seattle', how: 'logical copy' },
  });
  await t.client['evidence.update']({ matterId, ids: [id], fields: { custodian: 'Amy Peikoff' } });
  await t.runJob('evidence.export', { matterId, ids: [id], target: { path: at('out') }, form: 'both' });
  const written = await report('report.pdf', id);
  expect(written).toMatchObject({ fileName: 'report.pdf', altered: [], isCustodyWhole: true });
  expect(written.sha256).toBe(sha256(readFileSync(at('report.pdf'))));
  const text = await textOf('report.pdf');
  const item = await t.client['evidence.get']({ matterId, id });
  for (const said of [
    'UNITED STATES DISTRICT COURT',
    'Fairwater LLC',
    'No. 2:26-cv-00031-ABC',
    'Bildschirmfoto größer.png',
    `PNG image, 1 page, ${bytes.length.toLocaleString('en-US')} bytes`,
    'Amy Peikoff',
    'on Fri, Oct 30, 2026, by C. Examiner, at Seattle, logical copy',
    `Made ${stamp} by Ana Reyes, Paralegal (account tester on machine bench)`,
    'The original is unaltered.',
    'The custody record is whole.',
    'Custodian: “Amy Peikoff” (was “A. Peikoff”)',
    'Copied byte for byte and exported as “Bildschirmfoto größer.png” in the folder “out”',
    'Converted to a PDF and exported as “Bildschirmfoto größer.png.pdf”',
    'Converted to a PDF of 1 page by Forthwith, version 0.0.0-test; kept in the matter',
    item.md5!,
    item.sha1!,
    sha256(bytes),
  ])
    expect(text).toContain(said);
  expect(item.custody.map(({ action }) => action)).toEqual(['received', 'described', 'exported', 'exported']);
  for (const { hash, previousHash } of item.custody) {
    expect(text).toContain(`${hash} of this event`);
    expect(text).toContain(`${previousHash} of the event before`);
  }
  const rendition = sha256(readFileSync(at('out/Bildschirmfoto größer.png.pdf')));
  expect(text.split(rendition)).toHaveLength(1 + 3);
});

test('an attachment names the mails it came in, the mail what came in it', async () => {
  const inner = makeMail('Inner', { 'Anlage übersetzt.txt': 'words of the annex' });
  const mailId = await add('outer.eml', makeMail('Outer', { 'inner.eml': inner }));
  const items = await t.client['evidence.list']({ matterId });
  const annex = items.find(({ originalName }) => originalName === 'Anlage übersetzt.txt')!;
  await report('annex.pdf', annex.id);
  expect(await textOf('annex.pdf')).toMatch(
    /Came inside “inner\.eml” \(inside it: “Anlage übersetzt\.txt”\)\. SHA-256 [0-9a-f]{64} which came inside “outer\.eml”/,
  );
  await report('mail.pdf', mailId);
  expect(await textOf('mail.pdf')).toContain(`Holds “inner.eml”. SHA-256 ${sha256(inner)}`);
});

test('what was recognized on a scan, and where the item stands as an exhibit, is told with its hash', async () => {
  const id = await add('scan.png', makePng(60, 60));
  const set = await t.client['exhibits.set.create']({ matterId, fields: { name: 'TRO exhibits' } });
  await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [id] });
  await t.client['matter.close']({ matterId });
  withMatterFile(matterPath, (db) =>
    db.exec(`
      DELETE FROM page_text; DELETE FROM recognition;
      INSERT INTO page_text (content_id, page, origin, text, needs_ocr) SELECT content_id, 1, 'ocr', 'thirty days', 0 FROM evidence_item;
      INSERT INTO recognition SELECT content_id, 1, '${now}', 'Tesseract 5', 0, 90, '[]' FROM evidence_item;`),
  );
  await t.client['matter.open']({ source: { path: matterPath } });
  await report('report.pdf', id);
  const text = await textOf('report.pdf');
  expect(text).toContain('Exhibit A of “TRO exhibits”');
  expect(text).toContain('Text recognized on page 1 by Tesseract 5');
  expect(text).toContain(`${sha256('thirty days')} SHA-256`);
});

test('a password that opens a locked original is told, and that the original stays locked', async () => {
  const id = await add('locked.pdf', makeLockedPdf('open sesame'));
  await t.client['evidence.unlock']({ matterId, id, password: 'open sesame', isKept: true });
  await report('report.pdf', id);
  const text = await textOf('report.pdf');
  expect(text).toContain('Opened for reading with a password, which is kept in the matter');
  expect(text).not.toContain('open sesame');
});

test('an original that was altered is told in the first lines of its report, and by the answer', async () => {
  const id = await add('letter.txt', 'The letter of January 9.');
  const other = await add('other.txt', 'Another letter.');
  await tamper(
    `DROP TRIGGER content_chunk_no_update;
     UPDATE content_chunk SET bytes = CAST('The letter of January 8.' AS BLOB) WHERE length(bytes) = 24`,
  );
  const { altered, isCustodyWhole } = await report('report.pdf', id, other);
  expect([altered, isCustodyWhole]).toEqual([[{ id, title: 'letter' }], true]);
  const text = await textOf('report.pdf');
  expect(text).toContain('1 OF 2 ORIGINALS IS NOT SHOWN TO BE WHAT CAME IN. “letter.txt”.');
  expect(text).toContain(`SHA-256, recorded ${sha256('The letter of January 9.')}`);
  expect(text).toContain(
    `Their SHA-256 is ${sha256('The letter of January 8.')}; it was ${sha256('The letter of January 9.')} when the item was received. The two are not equal`,
  );
});

test('a hash changed together with the bytes is compared with the one in custody', async () => {
  const id = await add('letter.txt', 'The letter of January 9.');
  const forged = 'The letter of January 8.';
  await tamper(
    `DROP TRIGGER content_chunk_no_update; DROP TRIGGER content_no_update;
     UPDATE content_chunk SET bytes = CAST('${forged}' AS BLOB); UPDATE content SET sha256 = '${sha256(forged)}'`,
  );
  expect((await report('report.pdf', id)).altered).toHaveLength(1);
  await expect(certify('c.pdf', '902(14)', [id])).rejects.toMatchObject({
    code: 'AUTHENTICITY_NOT_CERTIFIED',
  });
});

test('a broken custody record is told, and nothing is certified by it', async () => {
  const id = await add('letter.txt', 'The letter of January 9.');
  await tamper(`DROP TRIGGER custody_event_no_update; UPDATE custody_event SET machine = 'elsewhere'`);
  expect(await report('report.pdf', id)).toMatchObject({ altered: [], isCustodyWhole: false });
  const text = await textOf('report.pdf');
  expect(text).toContain('THE CUSTODY RECORD IS BROKEN.');
  expect(text).toContain('It breaks at event 1:');
  await expect(certify('c.pdf', '902(14)', [id])).rejects.toMatchObject({ code: 'MATTER_CHAIN_BROKEN' });
  expect(existsSync(at('c.pdf'))).toBe(false);
});

test('what an item is called and where it came from is told where custody does not say it, and not certified', async () => {
  const id = await add('letter.txt', 'The letter of January 9.', { custodian: 'Ann Lee', source: 'Laptop' });
  const other = await add('other.txt', 'Another letter.', { custodian: 'Ann Lee' });
  await t.client['evidence.update']({ matterId, ids: [id], fields: { custodian: 'Bo Ek' } });
  await certify('before.pdf', '902(14)', [id]);
  await tamper(`UPDATE evidence_description SET custodian = 'Cy Poe', source = 'Phone' WHERE id = '${id}'`);
  await expect(certify('c.pdf', '902(14)', [other, id])).rejects.toMatchObject({
    code: 'EVIDENCE_RECORD_ALTERED',
    details: { title: 'letter', what: 'custodian, source' },
  });
  expect(existsSync(at('c.pdf'))).toBe(false);
  await certify('of-other.pdf', '902(14)', [other]);
  expect(await report('report.pdf', id, other)).toMatchObject({
    altered: [],
    alteredRecords: [{ id, title: 'letter', what: 'custodian, source' }],
    isCustodyWhole: true,
  });
  expect(await textOf('report.pdf')).toContain(
    'THE RECORD OF “letter.txt” IS NOT WHAT ITS CUSTODY SAYS. What is written below as its custodian, source is told by no event',
  );
  expect(await report('of-other-report.pdf', other)).toMatchObject({ alteredRecords: [] });
});

test('of several items none is certified while one is altered: the draft is not written, and the item is named', async () => {
  const ids = [await add('good.txt', 'one'), await add('bad.txt', 'two')];
  await tamper(
    `DROP TRIGGER content_chunk_no_update; UPDATE content_chunk SET bytes = CAST('owt' AS BLOB) WHERE CAST(bytes AS TEXT) = 'two'`,
  );
  await expect(certify('c.pdf', '902(11)', ids)).rejects.toMatchObject({
    code: 'AUTHENTICITY_NOT_CERTIFIED',
    message: expect.stringContaining('because “bad” cannot be certified'),
  });
  expect(existsSync(at('c.pdf'))).toBe(false);
});

test('a certificate states both hash values, that they are equal, and who held the item since', async () => {
  const id = await add('log.txt', 'down since nine', { custodian: 'Ops', source: 'server 4' });
  await t.runJob('evidence.verify', { matterId, ids: [id] });
  const { pages, missing } = await certify('c.pdf', '902(14)', [id], {
    name: 'Zoë Ōtani',
    title: 'Examiner',
    organization: 'Vale & Sons',
  });
  expect(pages).toBe(2);
  const text = await textOf('c.pdf');
  const value = sha256('down since nine');
  for (const said of [
    'DRAFT – to be reviewed and signed by a qualified person',
    'Fed. R. Evid. 902(14)',
    'My name is Zoë Ōtani. My title or role is Examiner, at Vale & Sons.',
    `${value} as acquired ${value} as verified The two values are identical.`,
    `Acquired ${stamp} by Ana Reyes, Paralegal (account tester on machine bench), with Forthwith 0.0.0-test.`,
    `Held by Ana Reyes, Paralegal (account tester on machine bench), ${stamp}: received, verified unaltered.`,
    'Custodian: Ops. Source: server 4. Collected: ______.',
    'I checked the two values, as acquired and as verified: they are identical.',
    'I declare under penalty of perjury that the foregoing is true and correct.',
    'Executed on (date)',
    'which Rule 902(14) also requires',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('laws of the United States');
  expect(text).not.toMatch(/best of my knowledge/i);
  expect(missing).toEqual([
    'The certifier’s qualifications are left for the certifier.',
    'The collection of the item is not recorded, and is blank.',
    'The signature, the date and the place are left for the certifier.',
    'The notice under Rule 902(11) is left for counsel.',
  ]);
});

test('five hundred items of several scripts flow over pages, every name and hash whole', async () => {
  const scripts = ['Protokoll über', '議事録', 'تقرير الخبير', 'Отчёт', 'הסכם', 'รายงาน'];
  const names = Array.from(
    { length: 500 },
    (_, i) => `${scripts[i % scripts.length]} ${i} ${'lang '.repeat(i % 40)}x.txt`,
  );
  for (const name of names) writeFileSync(at(name), name);
  const { items } = await t.runJob('evidence.add', {
    matterId,
    sources: names.map((name) => ({ path: at(name) })),
  });
  const ids = items.map(({ id }) => id as EvidenceId);
  const { pages } = await certify('c.pdf', '902(14)', ids);
  expect(pages).toBeGreaterThan(60);
  const read = await t.client['pdf.text']({ source: { path: at('c.pdf') } });
  expect(read.every(({ text }) => text.includes('DRAFT'))).toBe(true);
  const all = read.map(({ text }) => text).join('\n');
  const hashes = new Set(all.match(/[0-9a-f]{64}(?= as verified)/g));
  expect(names.filter((name) => !hashes.has(sha256(name)))).toEqual([]);
  const letters = all.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const plain = names.filter((name) => /^(Protokoll|Отчёт|議事録)/.test(name));
  expect(plain.filter((name) => !letters.includes(name.replaceAll(/[^\p{L}\p{N}]/gu, '')))).toEqual([]);
});

test('a cancelled paper leaves nothing', async () => {
  const id = await add('letter.txt', 'words');
  const target = { path: at('gone.pdf') };
  const options = { signal: AbortSignal.abort() };
  await expect(
    t.runJob('authenticity.custody', { matterId, ids: [id], target }, options),
  ).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(folder)).toEqual(['letter.txt']);
});

test('the same matter at the same moment gives the same bytes, and reading it changes nothing', async () => {
  const id = await add('letter.txt', 'words');
  const before = await t.client['evidence.get']({ matterId, id });
  await report('one.pdf', id);
  await report('two.pdf', id);
  expect(readFileSync(at('one.pdf'))).toEqual(readFileSync(at('two.pdf')));
  await certify('a.pdf', '902(13)', [id]);
  await certify('b.pdf', '902(13)', [id]);
  expect(readFileSync(at('a.pdf'))).toEqual(readFileSync(at('b.pdf')));
  expect(await t.client['evidence.get']({ matterId, id })).toEqual(before);
});
