import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../../../shared/contract/client.ts';
import { readerContract, type FindHit } from '../../../../shared/contract/reader.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { createPageReader, ReaderMatters } from '../../pdf/reader/index.ts';
import { wasmPath } from '../../pdf/reader/testing.ts';
import { openDatabase } from '../../store/database.ts';
import { createNodePlatform } from '../../platform/node-platform.ts';
import { drawLetter, makeScan, pictures, toPng, type DrawnWord } from '../../testing/scans.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';
import { workerUrl } from '../../testing/worker-url.ts';

const lines = [
  'Fairwater LLC asked the court to restore its service before the notice',
  'period ended. Northgate Hosting answered that the agreement allowed it to',
  'suspend any account without delay where content put others at risk.',
  'Plaintiff therefore moves for a temporary restraining order and asks that',
  'security be waived or set at no more than five thousand dollars.',
];
let t: TestEngine;
let matterId: MatterId;
let letter: { pdf: Uint8Array; words: DrawnWord[] };
beforeAll(async () => {
  t = await createTestEngine();
  matterId = (await t.createMatter()).id;
  letter = await drawLetter(lines);
});
afterAll(() => t.dispose());

async function add(name: string, bytes: Uint8Array): Promise<EvidenceId> {
  const path = join(t.folder, name);
  writeFileSync(path, bytes);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  return items[0]!.id as EvidenceId;
}

async function wordsOn(id: EvidenceId, page = 1): Promise<string[]> {
  const { pages } = await t.client['evidence.text']({ matterId, id, fromPage: page, limit: 1 });
  return pages[0]!.text.split(/\s+/);
}

/** The share of drawn words that were read. */
const shareFound = (words: readonly string[]) => {
  const found = new Set(words);
  return letter.words.filter(({ text }) => found.has(text)).length / letter.words.length;
};

interface FindPart {
  readonly hits: FindHit[];
  readonly nextPage: number | null;
}

/** A window's way to the pages of an item. */
async function openReader(evidenceId: EvidenceId) {
  const platform = createNodePlatform({
    assetsDirectory: t.folder,
    workerUrl,
    pdfiumWasmPath: wasmPath,
  });
  const matters = new ReaderMatters(platform);
  matters.opened({ matterId, filePath: join(t.folder, 'matter-1.matter'), passphrase: null, passwords: [] });
  const connection = createPageReader({ platform, matters }).connect();
  const client = createClient(readerContract, connection.call);
  const { documentId } = await client['reader.open']({ source: { matterId, evidenceId } });
  return {
    text: (page: number) => client['reader.text']({ documentId, page }),
    async find(query: string) {
      const hits = [];
      // A search answers in parts, so that no page waits for it.
      for (let fromPage: number | null = 0; fromPage !== null;) {
        const part: FindPart = await client['reader.find']({ documentId, query, fromPage });
        hits.push(...part.hits);
        fromPage = part.nextPage;
      }
      return hits;
    },
    close() {
      connection.close();
      matters.releaseAll();
    },
  };
}

test('a scan gets its words, upright, turned, or turned upright by its page, beside a page with text of its own', async () => {
  const [image] = await pictures(letter.pdf);
  const id = await add(
    'scan.pdf',
    await makeScan([
      { image: image! },
      { image: image!, turned: 90 },
      { image: image!, turned: 180 },
      { image: image!, turned: 270, rotation: 90 },
      { text: 'This page has text of its own, which nobody needs to recognise.' },
      { image: image!, stamp: 'Case 2:26-cv-00031-ABC Document 7 Filed 01/11/26 Page 6 of 6' },
    ]),
  );
  expect(await t.client['evidence.get']({ matterId, id })).toMatchObject({ needsOcr: true, ocrPages: 0 });
  const { items } = await t.runJob('evidence.ocr', { matterId, ids: [id] });
  expect(items).toEqual([{ id, pages: 6, recognised: 5, problems: [] }]);
  expect(await t.client['evidence.get']({ matterId, id })).toMatchObject({ needsOcr: false, ocrPages: 5 });
  for (const page of [1, 2, 3, 4, 6])
    expect(shareFound(await wordsOn(id, page))).toBeGreaterThanOrEqual(0.95);
  const { pages } = await t.client['evidence.text']({ matterId, id });
  expect(pages.map(({ origin }) => origin)).toEqual(['ocr', 'ocr', 'ocr', 'ocr', 'file', 'ocr']);
  expect(pages[4]!.text).toBe('This page has text of its own, which nobody needs to recognise.');
  // The stamp is the file's own text, and is not read off the picture a second time.
  expect(pages[5]!.text.match(/2:26-cv-00031-ABC/g)).toHaveLength(1);
}, 120_000);

test('words stand where they were drawn, on a scan that lies turned too, and are found there', async () => {
  const [image] = await pictures(letter.pdf);
  const id = await add(
    'turned.pdf',
    await makeScan([{ image: image! }, { image: image!, turned: 270, rotation: 90 }]),
  );
  await t.runJob('evidence.ocr', { matterId, ids: [id] });
  const reader = await openReader(id);
  try {
    for (const page of [0, 1]) {
      const runs = await reader.text(page);
      expect(runs.every(({ isOcr }) => isOcr)).toBe(true);
      const off = letter.words.flatMap(({ text, rect }) => {
        // A line may have the same word twice.
        const [run] = runs
          .filter((one) => one.text.trim() === text && Math.abs(one.rect.y - rect.y) < 12)
          .toSorted((one, other) => Math.abs(one.rect.x - rect.x) - Math.abs(other.rect.x - rect.x));
        if (!run) return [];
        return [Math.abs(run.rect.x - rect.x), Math.abs(run.rect.x + run.rect.width - rect.x - rect.width)];
      });
      expect(off.length).toBeGreaterThan(letter.words.length * 1.6);
      expect(Math.max(...off)).toBeLessThan(3);
    }
    const hits = await reader.find('temporary restraining order');
    expect(hits.map(({ page }) => page)).toEqual([0, 1]);
    const drawn = letter.words.find(({ text }) => text === 'restraining')!;
    expect(hits[0]!.rects.some(({ x }) => Math.abs(x - drawn.rect.x) < 3)).toBe(true);
  } finally {
    reader.close();
  }
}, 120_000);

test('a screenshot of small letters is read', async () => {
  const [image] = await pictures(letter.pdf, 96);
  const id = await add('screen.png', await toPng(image!));
  const { items } = await t.runJob('evidence.ocr', { matterId, ids: [id] });
  expect(items).toEqual([{ id, pages: 1, recognised: 1, problems: [] }]);
  expect(shareFound(await wordsOn(id))).toBeGreaterThanOrEqual(0.95);
  const { hits } = await t.client['search.query']({ matterId, query: '"security be waived"' });
  expect(hits.filter(({ evidenceId }) => evidenceId === id)).toMatchObject([{ page: 1, isOcr: true }]);
}, 120_000);

test('a page is recognized again when asked for, one with text of its own is left as it is, and others say what they lack', async () => {
  const [image] = await pictures(letter.pdf, 150);
  const id = await add('again.pdf', await makeScan([{ image: image! }, { text: 'Text of its own.' }]));
  const { items } = await t.runJob('evidence.ocr', { matterId, ids: [id] });
  expect(items).toMatchObject([{ recognised: 1, problems: [] }]);
  expect((await t.runJob('evidence.ocr', { matterId, ids: [id] })).items).toMatchObject([{ recognised: 0 }]);
  const again = await t.runJob('evidence.ocr', { matterId, ids: [id], pages: [1, 2, 9] });
  expect(again.items).toMatchObject([
    { recognised: 1, problems: [{ code: 'EVIDENCE_PAGE_HAS_TEXT' }, { code: 'PDF_PAGE_NOT_FOUND' }] },
  ]);
  await expect(t.runJob('evidence.ocr', { matterId, pages: [1] })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
}, 120_000);

test('an item is done with all that follows from its text before others are, and a cancel keeps the pages that are done', async () => {
  const [image] = await pictures(letter.pdf, 150);
  const one = await add('one.png', await toPng(image!));
  const path = join(t.folder, 'matter-1.matter');
  const db = openDatabase(path, { passphrase: null, isReadOnly: true, mustExist: true });
  const sketches = db
    .prepare(
      `SELECT count(*) FROM fingerprint f JOIN evidence_item i ON i.content_id = f.content_id WHERE f.kind = 'text' AND i.id = ?`,
    )
    .pluck();
  let sketched: unknown = 0;
  const id = await add('long.pdf', await makeScan(Array.from({ length: 4 }, () => ({ image: image! }))));
  const abort = new AbortController();
  const run = t.runJob(
    'evidence.ocr',
    { matterId, ids: [one, id] },
    {
      signal: abort.signal,
      onProgress: ({ done }) => {
        if (done < 3 || abort.signal.aborted) return;
        sketched = sketches.get(one);
        abort.abort();
      },
    },
  );
  const canceled = await run.catch((error: unknown) => error);
  db.close();
  expect(sketched).toBe(1);
  const { ocrPages, needsOcr } = await t.client['evidence.get']({ matterId, id });
  expect(canceled).toMatchObject({ code: 'CANCELLED', details: { recognized: ocrPages + 1, of: 5 } });
  expect(needsOcr).toBe(true);
  expect(ocrPages).toBeGreaterThanOrEqual(1);
  const { items } = await t.runJob('evidence.ocr', { matterId, ids: [id] });
  expect(items).toMatchObject([{ recognised: 4 - ocrPages }]);
}, 120_000);

test('a page that cannot be read is a problem of its item, and the others go on', async () => {
  const [image] = await pictures(letter.pdf, 110);
  const png = await toPng(image!);
  const good = await add('good.png', png);
  const half = await add('half.png', png.slice(0, 60));
  const { items } = await t.runJob('evidence.ocr', { matterId, ids: [good, half] });
  expect(items).toMatchObject([
    { id: good, recognised: 1 },
    { id: half, recognised: 0 },
  ]);
}, 120_000);
