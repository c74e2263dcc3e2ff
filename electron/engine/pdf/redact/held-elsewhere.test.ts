import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RedactedCopy } from '../../../../shared/contract/redactions.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';
import { pdfiumWasmPath } from '../assemble/testing.ts';
import { pdfOf } from '../objects/testing.ts';
import { bytesSource } from '../pdf-source.ts';
import { loadPdfium, openPdf } from '../pdfium/index.ts';

let t: TestEngine;
beforeAll(async () => void (t = await beginTest()));
afterEach(() => rmSync(at('copy.pdf'), { force: true }));
afterAll(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const stream = (entries: string, body: string) =>
  `<<${entries}/Length ${body.length}>>\nstream\n${body}\nendstream`;
const words = (text: string, x = 72, y = 700) => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET\n`;

interface Paper {
  readonly content: string;
  readonly entries?: string;
}

/** Letter pages, the first redacted of an area; a picture of the caller's is object 4. */
function redact(pages: readonly Paper[], picture = '<<>>'): Promise<RedactedCopy> {
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/MediaBox[0 0 612 792]/Kids[${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}]>>`,
    '<</Font<</F 5 0 R>>/XObject<</Spread 4 0 R>>>>',
    picture,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap(({ content, entries = '' }, i) => [
      `<</Type/Page/Parent 2 0 R/Resources 3 0 R/Contents ${7 + 2 * i} 0 R${entries}>>`,
      stream('', content),
    ]),
  ]);
  writeFileSync(at('source.pdf'), pdf);
  return t.client['pdf.redact']({
    source: { path: at('source.pdf') },
    target: { path: at('copy.pdf') },
    areas: [{ page: 1, area: { x: 60, y: 80, width: 300, height: 24 } }],
  });
}

async function textOf(page: number): Promise<string> {
  const document = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(readFileSync(at('copy.pdf'))));
  try {
    return document.withPage(page - 1, (opened) => opened.text());
  } finally {
    document.close();
  }
}

describe('what an area takes away is not left where another page holds it unseen', () => {
  test.each<[string, Paper, Paper]>([
    [
      'beside its crop',
      { content: words('The secret name.'), entries: '/MediaBox[0 0 1224 792]/CropBox[0 0 612 792]' },
      {
        content: words('The secret name.') + words('Right page.', 700),
        entries: '/MediaBox[0 0 1224 792]/CropBox[612 0 1224 792]',
      },
    ],
    [
      'cropped by a path',
      { content: words('The secret name.') },
      { content: `q 0 0 612 300 re W n ${words('The secret name.')} Q ${words('Right page.', 72, 200)}` },
    ],
    [
      'beneath a box',
      { content: words('The secret name.') },
      { content: `${words('The secret name.')} 1 g 60 690 300 30 re f 0 g ${words('Right page.', 72, 200)}` },
    ],
  ])('%s, as words', async (_, one, other) => {
    const copy = await redact([one, other]);
    expect(copy).toMatchObject({ redrawnPages: [1, 2], sameWordsOn: [], proof: { ok: true } });
    expect(await textOf(2)).toMatch(/Right page\./);
    expect(await textOf(2)).not.toMatch(/secret/);
  });

  test.each([
    ['in the color of the paper', `1 g ${words('The secret name', 72, 400)} 0 g\n`],
    ['unseen', words('The secret name', 72, 400).replace('/F 12 Tf', '/F 12 Tf 3 Tr')],
    ['beneath a box', `${words('The secret name', 72, 400)} 60 390 300 30 re f\n`],
  ])('nor on its own page: %s', async (_, again) => {
    const copy = await redact([{ content: words('The secret name') + again + words('Left.', 72, 200) }]);
    expect(copy).toMatchObject({ redactions: [{ kind: 'area' }], sameWordsOn: [], proof: { ok: true } });
    expect(copy.redactions).toHaveLength(1);
    expect((await textOf(1)).trim()).toBe('Left.');
  });

  test('as the other half of a picture; but one that shows all of it stays as it is', async () => {
    const half = (left: number) => ({
      content: 'q 1200 0 0 792 0 0 cm /Spread Do Q',
      entries: `/MediaBox[0 0 1200 792]/CropBox[${left} 0 ${left + 600} 792]`,
    });
    const both = { ...half(0), entries: half(0).entries.replace('[0 0 600 792]', '[0 0 1200 792]') };
    const spread = stream(
      '/Type/XObject/Subtype/Image/Width 120/Height 80/ColorSpace/DeviceGray/BitsPerComponent 8',
      Array.from({ length: 120 * 80 }, (_, i) => String.fromCharCode(2 * (i % 120))).join(''),
    );
    const copy = await redact([half(0), half(600), both], spread);
    expect(copy).toMatchObject({ redrawnPages: [1, 2], proof: { ok: true } });
  });
});

const formOfCell = stream(
  '/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources 3 0 R',
  words('Roe, his number is 555 0199', 100, 110),
);
const letterByLetter = [...'Roe, his number is 555 0199']
  .map((letter, i) => `1 0 0 1 ${140 + i * 4} 350 Tm (${letter}) Tj`)
  .join(' ');

test.each([
  ['in one piece', `280 690 75 30 re W n ${words('Roe, his number is 555 0199', 280)}`],
  ['in a form', '280 690 75 30 re W n 1 0 0 1 180 590 cm /Spread Do'],
  ['letter by letter', `2 0 0 2 0 0 cm 140 345 37 15 re W n BT /F 6 Tf ${letterByLetter} ET`],
])('what a cell cuts off goes with the area on what it shows, written %s', async (_, cell) => {
  const content = `q ${cell} Q ${words('4,500.00', 372)}${words('Total', 72, 600)}`;
  const copy = await redact([{ content }], formOfCell);
  expect(copy.proof.ok).toBe(true);
  expect((await textOf(1)).match(/\S+/g)?.toSorted()).toEqual(['4,500.00', 'Total']);
});
