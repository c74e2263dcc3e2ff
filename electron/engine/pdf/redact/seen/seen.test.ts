import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RedactedCopy } from '../../../../../shared/contract/redactions.ts';
import { beginTest } from '../../../testing/shared-engine.ts';
import type { TestEngine } from '../../../testing/temp-matter.ts';
import { pdfiumWasmPath } from '../../assemble/testing.ts';
import { pdfOf } from '../../objects/testing.ts';
import { loadPdfium, openPdf } from '../../pdfium/index.ts';
import { bytesSource } from '../../pdf-source.ts';

let t: TestEngine;
beforeAll(async () => void (t = await beginTest()));
afterEach(() => rmSync(at('copy.pdf'), { force: true }));
afterAll(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const stream = (entries: string, body: string) =>
  `<<${entries}/Length ${body.length}>>\nstream\n${body}\nendstream`;
const line = (text: string, y: number, font = 'F') => `BT /${font} 12 Tf 72 ${y} Td (${text}) Tj ET\n`;
/** What a court prints along the top of every page, and a paragraph: more than a scan with a stamp has. */
const head = line('Case 2:24-cv-01234-JLR   Document 12   Filed 03/04/24   Page 3 of 9', 760);
const paragraph = [
  'The plaintiff moves this court for an order that restrains the defendant',
  'and its agents from disclosing records of the account while this action is',
  'pending, as set out in the declaration that is filed with this motion.',
]
  .map((text, i) => line(text, 600 - 16 * i))
  .join('');
const sentence = 'The witness Jane Roe lives in Seattle.';

/** A page, redacted of a name; objects of the caller's begin at 7. */
function redact(content: string, resources = '', more: readonly string[] = []): Promise<RedactedCopy> {
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[5 0 R]>>',
    `<</Font<</F 4 0 R${resources.startsWith('/G') ? resources : ''}>>${resources.startsWith('/G') ? '' : resources}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources 3 0 R/Contents 6 0 R>>',
    stream('', head + content),
    ...more,
  ]);
  writeFileSync(at('source.pdf'), pdf);
  return t.client['pdf.redact']({
    source: { path: at('source.pdf') },
    target: { path: at('copy.pdf') },
    terms: ['Jane Roe'],
  });
}

/** The outlines of a line's letters, each a path that `paint` paints. */
function outlines(text: string, paint = 'f'): string {
  const font = create(
    readFileSync(join(import.meta.dirname, '../../../../../assets/fonts/LiberationSans-Regular.ttf')),
  ) as Font;
  const size = 12 / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let [x, content] = [72, ''];
  for (const [i, { path }] of glyphs.entries()) {
    let last: readonly number[] = [];
    const place = (a: number, b: number) => `${(x + a * size).toFixed(3)} ${(700 + b * size).toFixed(3)}`;
    for (const { command, args } of path.commands) {
      const [a, b, c, d] = args as [number, number, number, number];
      const middle = (one: number, other: number) => one + ((other - one) * 2) / 3;
      if (command === 'moveTo') content += `${place(a, b)} m\n`;
      if (command === 'lineTo') content += `${place(a, b)} l\n`;
      if (command === 'quadraticCurveTo')
        content += `${place(middle(last[0]!, a), middle(last[1]!, b))} ${place(middle(c, a), middle(d, b))} ${place(c, d)} c\n`;
      if (command === 'closePath') content += 'h\n';
      last = args.slice(-2);
    }
    if (path.commands.length > 0) content += `${paint}\n`;
    x += positions[i]!.xAdvance * size;
  }
  return content;
}

/** A font that shows letters as they are, and says that they are others. @param meaningOf of a letter, in hexadecimal digits of UTF-16 */
function fontSaying(meaningOf: (code: number) => number): string[] {
  const letters = Array.from({ length: 91 }, (_, i) => i + 32);
  const hex = (code: number, digits: number) => `<${code.toString(16).padStart(digits, '0')}>`;
  const rows = letters.map((code) => `${hex(code, 2)} ${hex(meaningOf(code), 4)}`);
  return [
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 8 0 R>>',
    stream(
      '',
      `begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${rows.length} beginbfchar ${rows.join('\n')} endbfchar endcmap`,
    ),
  ];
}
/** The same, with codes of its own for them, so that nothing in the file says it but what is shown. */
function fontWithCodes(meaningOf: (code: number) => number, honest: readonly string[] = []): string[] {
  const letters = Array.from({ length: 90 }, (_, i) => i + 32);
  const names = letters.map((code) =>
    /[A-Za-z]/.test(String.fromCharCode(code)) ? String.fromCharCode(code) : 'space',
  );
  const rows = honest.concat(
    letters.map(
      (code) => `<${(code + shift).toString(16)}> <${meaningOf(code).toString(16).padStart(4, '0')}>`,
    ),
  );
  return [
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[${32 + shift}/${names.join('/')}]>>/ToUnicode 8 0 R>>`,
    stream(
      '',
      `begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${rows.length} beginbfchar ${rows.join('\n')} endbfchar endcmap`,
    ),
  ];
}
const shift = 96;
const inCodes = (text: string) =>
  `BT /G 12 Tf 72 700 Td <${[...text].map((letter) => (letter.charCodeAt(0) + shift).toString(16)).join('')}> Tj ET\n`;
/** Of the letters as they are, what a font says. */
const asTheyAre = Array.from({ length: 91 }, (_, i) => (i + 32).toString(16)).map(
  (code) => `<${code}> <00${code}>`,
);
const turned = (code: number) =>
  /[a-z]/i.test(String.fromCharCode(code)) ? (code & 0x60) + (((code & 0x1f) + 12) % 26) + 1 : code;

test.each<[string, () => Parameters<typeof redact>]>([
  ['letters drawn as outlines below what a court printed', () => [outlines(sentence)]],
  ['letters drawn as outlines among others', () => [paragraph + outlines(sentence)]],
  [
    'what letters let through of a box',
    () => [`${paragraph}q ${outlines(sentence, '')} W n 60 690 400 30 re f Q`],
  ],
  [
    'a pattern of outlines',
    () => [
      `${paragraph}/Pattern cs /T scn 72 690 300 30 re f`,
      '/Pattern<</T 7 0 R>>',
      [
        stream(
          '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 612 792]/XStep 612/YStep 792/Resources<<>>',
          outlines(sentence),
        ),
      ],
    ],
  ],
  [
    'a font that says other letters',
    () => [paragraph + line(sentence, 700, 'G'), '/G 7 0 R', fontSaying(turned)],
  ],
  [
    'a font that says signs without a meaning',
    () => [
      paragraph + line(sentence, 700, 'G'),
      '/G 7 0 R',
      fontSaying((code) => (code === 32 ? 32 : 0xe000 + code)),
    ],
  ],
  [
    'a font that does not know some letters',
    () => [
      paragraph + line(sentence, 700, 'G'),
      '/G 7 0 R',
      fontSaying((code) => ('JR'.includes(String.fromCharCode(code)) ? 0xe000 : code)),
    ],
  ],
  [
    'a font that says nothing',
    () => [paragraph + line(sentence, 700, 'G'), '/G 7 0 R', fontSaying(() => 0x200b)],
  ],
  [
    'a font that says other letters, beside an honest one of the same name',
    () => [paragraph + inCodes(sentence.replace('.', ' ')), '/G 7 0 R', fontWithCodes(turned)],
  ],
  [
    'a font that says other letters by some of its codes, and is honest by others',
    () => [
      paragraph.replaceAll('/F', '/G') + inCodes(sentence),
      '/G 7 0 R',
      fontWithCodes(turned, asTheyAre),
    ],
  ],
  [
    'a font that says letters of another script',
    () => [
      paragraph + line(sentence, 700, 'G'),
      '/G 7 0 R',
      fontSaying((code) => (code === 32 ? 32 : 0x4e00 + code)),
    ],
  ],
  [
    'a font that says spaces',
    () => [paragraph + line(sentence, 700, 'G'), '/G 7 0 R', fontSaying(() => 0x20)],
  ],
])('words shown by %s are recognised and painted over', async (_, page) => {
  const copy = await redact(...page());
  expect(copy).toMatchObject({ redrawnPages: [1], recognisedPages: [1], proof: { ok: true } });
  const { x, y } = copy.redactions[0]!.area;
  expect([x, y].map((value) => Math.round(value / 10))).toEqual([14, 8]);
});

test('letters that nobody sees and no text tells do not stay', async () => {
  const copy = await redact(
    `${paragraph}${line(sentence, 700, 'G')}60 690 400 30 re f`,
    '/G 7 0 R',
    fontSaying((code) => 0xe000 + code),
  );
  expect(copy).toMatchObject({ redactions: [], redrawnPages: [1], proof: { ok: true } });
  const document = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(readFileSync(at('copy.pdf'))));
  const text = document.withPage(0, (page) => page.text());
  document.close();
  expect(text).toContain('The plaintiff moves');
  expect(text).not.toMatch(/\p{Co}/u);
});

test.each<[string, string]>([
  ['of text', paragraph],
  [
    'with rules, frames, boxes to tick and a bar',
    `${paragraph}72 540 400 0.5 re f ${Array.from({ length: 5 }, (_, i) => `72 ${400 + 24 * i} 400 24 re S 80 ${406 + 24 * i} 9 9 re S`).join(' ')} 0 g 72 300 300 12 re f`,
  ],
  [
    'with a table whose cells thick rules part, with words that stand on them',
    `${paragraph}2 w ${Array.from({ length: 12 }, (_, i) => `${72 + 50 * (i % 4)} ${400 + 30 * Math.floor(i / 4)} 50 30 re S`).join(' ')} ${line('Amount', 402)}`,
  ],
  ['with a dashed rule', `${paragraph}1 w [3 1] 0 d 72 400 m 472 400 l S 72 300 m 72 380 l S`],
])('a page %s is not recognised', async (_, content) => {
  expect(await redact(content)).toMatchObject({ redrawnPages: [], recognisedPages: [], proof: { ok: true } });
});
