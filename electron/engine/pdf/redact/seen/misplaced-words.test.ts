import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginTest } from '../../../testing/shared-engine.ts';
import type { TestEngine } from '../../../testing/temp-matter.ts';
import { withPdf } from '../../reader/testing.ts';
import { textOfWords } from '../../reader/text/recognized-text.ts';
import { misplacedWords } from './misplaced-words.ts';
import { pageWith, streamOf } from './testing.ts';

let t: TestEngine;
beforeAll(async () => void (t = await beginTest()));
afterAll(() => t.dispose());

const words = (text: string, y: number, mode = 0) => `BT ${mode} Tr /F 12 Tf 72 ${y} Td (${text}) Tj ET\n`;
const dpi = 150;

/** The rows of a page from 400 to 460 points above its lower edge, as a picture. */
async function scanOf(content: string): Promise<string> {
  const { width, height, rgba } = await withPdf(pageWith(content), (document) =>
    document.withPage(0, (page) => page.render(dpi / 72)),
  );
  const [top, bottom] = [792 - 460, 792 - 400].map((y) => Math.round((y / 792) * height)) as [number, number];
  const samples = Buffer.from(
    rgba.subarray(top * width * 4, bottom * width * 4).filter((_value, i) => i % 4 === 0),
  ).toString('latin1');
  return streamOf(
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${bottom - top}/ColorSpace/DeviceGray/BitsPerComponent 8`,
    samples,
  );
}

const scanned = 'q 612 0 0 60 0 400 cm /P Do Q\n';

test('words without ink, or beneath a picture, are all misplaced where most of what is seen stands elsewhere', async () => {
  const scan = await scanOf('');
  const count = (content: string, read: Parameters<typeof textOfWords>[0]) =>
    withPdf(pageWith(content, scan), async (document) => {
      const places = await misplacedWords(document, 0, () => Promise.resolve(textOfWords(read, 0)));
      return places.length;
    });
  // The band begins 30 points above the picture, 302 from the top; the words stand 360 from it.
  const seen: Parameters<typeof textOfWords>[0] = [
    ['Jane', 72, 50, 26, 9, 90, 1],
    ['R0e', 102, 50, 26, 9, 90, 1],
  ];
  expect(await count(scanned + words('Jane Roe', 432, 3), seen)).toBe(0);
  expect(await count(words('Jane Roe', 432) + scanned, seen)).toBe(0);
  expect(await count(scanned + words('Jane Roe', 200, 3), seen)).toBe(8);
  expect(await count(words('Jane Roe', 410) + scanned + words('Left', 100), seen)).toBe(8);
  expect(await count(scanned + words('Jane Roe', 200), seen)).toBe(0);
  expect(await count(scanned + words('Jane Roe', 200, 3), [])).toBe(0);
});

test('a place on a scan whose words stand elsewhere does not leave them to be copied', async () => {
  const scan = await scanOf(words('Witness Jane Roe said so', 432));
  const [source, target] = [join(t.folder, 'source.pdf'), join(t.folder, 'copy.pdf')];
  writeFileSync(
    source,
    pageWith(scanned + words('Witness Jane Roe said so', 200, 3) + words('Left', 100), scan),
  );
  const copy = await t.client['pdf.redact']({
    source: { path: source },
    target: { path: target },
    areas: [{ page: 1, area: { x: 60, y: 346, width: 300, height: 20 } }],
  });
  expect(copy).toMatchObject({ redrawnPages: [1], misplacedWordsOn: [1], proof: { ok: true } });
  const text = await withPdf(readFileSync(target), (document) => document.withPage(0, (page) => page.text()));
  expect(text.trim()).toBe('Left');
});
