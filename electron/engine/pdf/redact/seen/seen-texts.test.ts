import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { beginTest } from '../../../testing/shared-engine.ts';
import type { TestEngine } from '../../../testing/temp-matter.ts';
import type { Bitmap } from '../../pdfium/index.ts';
import { withPdf } from '../../reader/testing.ts';
import { textOfWords } from '../../reader/text/recognized-text.ts';
import type { Recognize } from '../page-texts.ts';
import { readPictures } from '../pictures/index.ts';
import { seenTexts } from './seen-texts.ts';
import { pageWith, streamOf } from './testing.ts';

let t: TestEngine;
beforeAll(async () => void (t = await beginTest()));
afterEach(() => rmSync(at('copy.pdf'), { force: true }));
afterAll(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const words = (text: string, x: number, y: number, size = 12) =>
  `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`;

/** What a content shows in a part of a page from its lower left, as a picture in shades of gray. */
async function pictureOf(content: string, width: number, height: number, dpi: number): Promise<string> {
  const drawn = await withPdf(pageWith(content, '<<>>'), (document) =>
    document.withPage(0, (page) => page.render(dpi / 72)),
  );
  const [across, down] = [width, height].map((points) => Math.round((points * dpi) / 72)) as [number, number];
  const rows = Array.from({ length: down }, (_, row) => {
    const from = (drawn.height - down + row) * drawn.width;
    return Buffer.from(
      drawn.rgba.subarray(from * 4, (from + across) * 4).filter((_value, i) => i % 4 === 0),
    ).toString('latin1');
  });
  return streamOf(
    `/Type/XObject/Subtype/Image/Width ${across}/Height ${down}/ColorSpace/DeviceGray/BitsPerComponent 8`,
    rows.join(''),
  );
}

const typed = Array.from({ length: 20 }, (_, i) =>
  words('The parties agree to what follows.', 72, 600 - 20 * i),
);

test('of a page with a letterhead only the band with it is recognized, and its words are where they stand', async () => {
  const logo = await pictureOf(words('HARBOR LAW', 4, 8, 24), 180, 30, 300);
  const pdf = pageWith(`q 180 0 0 30 72 700 cm /P Do Q\n${typed.join('')}`, logo);
  const asked: Bitmap[] = [];
  const recognize: Recognize = (picture) => {
    asked.push(picture);
    return Promise.resolve(textOfWords([['Harbor', 72, 32, 60, 12, 90, 1]], 0));
  };
  const texts = await withPdf(pdf, (document) => seenTexts(document, 0, 'pictures', recognize));
  expect(asked.map(({ width, height }) => [width, height])).toEqual([[2550, 376]]);
  // The band begins 30 points above the picture, which is 62 from the top.
  expect(texts[0]!.glyphs[0]!.rect.y).toBeCloseTo(32 + 32, 0);
  expect(texts[0]!.text.trim()).toBe('Harbor');
});

test('a page that is picture for the most part is recognized whole', async () => {
  const pdf = pageWith('q 400 0 0 560 72 100 cm /P Do Q', await pictureOf(words('A', 4, 8), 100, 140, 72));
  const asked: Bitmap[] = [];
  await withPdf(pdf, (document) =>
    seenTexts(document, 0, 'pictures', (picture) => {
      asked.push(picture);
      return Promise.resolve({ glyphs: [], runs: [] });
    }),
  );
  expect(asked.map(({ height }) => height)).toEqual([3300]);
});

test('a name of which one word is typed and the other a picture is removed whole', async () => {
  const picture = await pictureOf(words('Roe', 1, 4), 24, 16, 300);
  const pdf = pageWith(
    `${words('The witness Christopher', 72, 700)}q 24 0 0 16 205 696 cm /P Do Q\n${typed.join('')}`,
    picture,
  );
  writeFileSync(at('source.pdf'), pdf);
  const copy = await t.client['pdf.redact']({
    source: { path: at('source.pdf') },
    target: { path: at('copy.pdf') },
    terms: ['Christopher Roe'],
  });
  expect(copy).toMatchObject({ redrawnPages: [1], recognisedPages: [1], proof: { ok: true } });
  const reaches = copy.redactions.map(({ area }) => area.x + area.width);
  expect(Math.max(...reaches)).toBeGreaterThan(224);
}, 60_000);

test('a scan is taken for what its page shows, though both lie a fraction of a dot apart; one of which a word is covered is not', async () => {
  const lines = typed.map((line) => line.replace('parties', 'declarant and others'));
  const scan = await pictureOf(lines.join(''), 612, 792, 200);
  const hiddenOn = (over: string) =>
    withPdf(pageWith(`q 612 0 0 792 0 0 cm /P Do Q\n${over}`, scan), (document) =>
      document.withPage(0, (page) => {
        const { hidden, open } = readPictures(document.pdfium, page);
        return [hidden, open.size];
      }),
    );
  expect(await hiddenOn('')).toEqual([[], 1]);
  expect(await hiddenOn('1 g 95 516 60 14 re f')).toEqual([[0], 0]);
});
