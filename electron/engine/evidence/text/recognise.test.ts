import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { drawLetter, makeScan, pictures, toPng, type DrawnWord } from '../../testing/scans.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

const lines = [
  'Fairwater LLC asked the court to restore its service before the notice',
  'period ended. Northgate Hosting answered that the agreement allowed it to',
  'suspend any account without delay where content put others at risk.',
  'The declaration of Noa Kahale describes thirty outages in December 2020,',
  'each longer than four hours, and the cost of moving to another provider.',
  'Counsel conferred by telephone on January 11, 2021, and did not agree.',
  'Plaintiff therefore moves for a temporary restraining order and asks that',
  'security be waived or set at no more than five thousand dollars.',
];
const upright = { turned: 0 } as const;

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
  await t.runJob('evidence.readText', { matterId });
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
