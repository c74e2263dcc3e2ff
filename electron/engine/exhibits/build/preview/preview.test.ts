import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClient } from '../../../../../shared/contract/client.ts';
import type { Client } from '../../../../../shared/contract/define.ts';
import { readerContract } from '../../../../../shared/contract/reader.ts';
import type { ExhibitId, MatterId } from '../../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../../shared/model/evidence.ts';
import { createPageReader, makePreview, ReaderMatters } from '../../../reader.ts';
import { makeLockedPdf, makePdf } from '../../../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../../../testing/temp-matter.ts';
import { createNodePlatform } from '../../../index.ts';
import { workerUrl } from '../../../testing/worker-url.ts';

type Id = EvidenceItem['id'];

let t: TestEngine;
let matterId: MatterId;
let matters: ReaderMatters;
let reader: Client<typeof readerContract>;

beforeEach(async () => {
  const root = join(import.meta.dirname, '../../../../..');
  const platform = createNodePlatform({
    assetsDirectory: join(root, 'assets'),
    workerUrl,
    pdfiumWasmPath: join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
    imageLibraries: join(root, 'out/images'),
    appVersion: '0.0.0-test',
  });
  matters = new ReaderMatters(platform);
  t = await createTestEngine({
    readerHost: {
      opened: (matter) => matters.opened(matter),
      passwordGiven: (...given) => matters.passwordGiven(...given),
      release: async (id) => matters.release(id),
    },
  });
  matterId = (await t.createMatter()).id;
  reader = createClient(readerContract, createPageReader({ platform, matters, makePreview }).connect().call);
});
afterEach(async () => {
  matters.releaseAll();
  await t.dispose();
});

async function makeExhibit(): Promise<ExhibitId> {
  const path = join(t.folder, 'agreement.pdf');
  writeFileSync(path, await makePdf([{ text: 'first page' }, { text: 'second page' }]));
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  const set = await t.client['exhibits.set.create']({
    matterId,
    fields: {
      name: 'TRO',
      bates: { prefix: 'FWL', digits: 6, start: 7, suffix: '' },
      designation: 'CONFIDENTIAL',
    },
  });
  const [exhibit] = await t.client['exhibits.add']({
    matterId,
    setId: set.id,
    evidenceIds: [items[0]!.id as EvidenceItem['id']],
  });
  return exhibit!.id;
}

async function wordsOf(exhibitId: ExhibitId, page: number): Promise<string> {
  const opened = await reader['reader.open']({ source: { matterId, preview: { exhibitId, page } } });
  expect(opened.pages).toHaveLength(1);
  const runs = await reader['reader.text']({ documentId: opened.documentId, page: 0 });
  return runs.map(({ text }) => text).join(' ');
}

test('a window sees each page as a build would write it, with planned numbers, and the slip sheet before it', async () => {
  const exhibitId = await makeExhibit();
  expect(await wordsOf(exhibitId, 0)).toContain('EXHIBIT A');
  const second = await wordsOf(exhibitId, 2);
  for (const words of ['second page', 'FWL000008', 'CONFIDENTIAL']) expect(second).toContain(words);
});

test('an edit shows in the next preview', async () => {
  const exhibitId = await makeExhibit();
  await t.client['exhibits.update']({
    matterId,
    id: exhibitId,
    fields: { treatment: 'withheld', treatmentNote: 'Privileged' },
  });
  const words = await wordsOf(exhibitId, 1);
  expect(words).toContain('WITHHELD');
  expect(words).not.toContain('first page');
});

test('a page the exhibit does not have is not found', async () => {
  const exhibitId = await makeExhibit();
  await expect(
    reader['reader.open']({ source: { matterId, preview: { exhibitId, page: 3 } } }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

async function addToSet(name: string, bytes: Uint8Array | string): Promise<{ id: Id; exhibitId: ExhibitId }> {
  const path = join(t.folder, name);
  writeFileSync(path, bytes);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  const id = items[0]!.id as Id;
  const set = await t.client['exhibits.set.create']({ matterId, fields: { name } });
  const [exhibit] = await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [id] });
  return { id, exhibitId: exhibit!.id };
}

test('a page of what is no PDF is there once its PDF is made', async () => {
  const { id, exhibitId } = await addToSet('note.txt', 'The outage began at noon.');
  await expect(wordsOf(exhibitId, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const made = await t.runJob('evidence.render', { matterId, ids: [id] });
  expect(made).toMatchObject({ items: [{ id, pages: 1 }], failed: [] });
  expect(await wordsOf(exhibitId, 1)).toContain('The outage began at noon.');
});

test('a page behind a password is shown when the matter keeps the password, or when it was given', async () => {
  const { id, exhibitId } = await addToSet('locked.pdf', makeLockedPdf('open sesame'));
  await expect(wordsOf(exhibitId, 1)).rejects.toMatchObject({ code: 'PDF_ENCRYPTED' });
  await t.client['evidence.unlock']({ matterId, id, password: 'open sesame', isKept: true });
  expect(await wordsOf(exhibitId, 1)).toContain('EXHIBIT');
  const other = await addToSet('sealed.pdf', makeLockedPdf('other words'));
  await t.client['evidence.unlock']({ matterId, id: other.id, password: 'other words', isKept: false });
  expect(await wordsOf(other.exhibitId, 1)).toContain('EXHIBIT');
});
