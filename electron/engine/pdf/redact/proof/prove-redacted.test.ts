import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openItem, type PdfOriginal } from '../../assemble/source/open-item.ts';
import { pdfiumWasmPath } from '../../assemble/testing.ts';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { proveRedacted, type ProofContext, type Proven } from './prove-redacted.ts';

let folder: string;
let original: PdfOriginal;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-prove-'));
  original = (await openItem(
    'pdf',
    bytesSource(paper([name + place, other])),
    pdfiumWasmPath,
  )) as PdfOriginal;
});
afterAll(() => {
  original.close();
  rmSync(folder, { recursive: true });
});

const words = (text: string, x: number, y: number) => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET\n`;
const unseen = (text: string, x: number, y: number) => `q 1 0 0 1 ${x} ${y} cm 3 Tr ${words(text, 0, 0)}Q\n`;
const [name, place, other] = [words('Jane Roe', 72, 700), words('Seattle', 72, 600), words('Other', 72, 700)];
const box = 'q 0 g 70 694 70 20 re f Q\n';
const area = { x: 70, y: 78, width: 70, height: 20 };
const stream = (body: string) => `<</Length ${body.length}>>\nstream\n${body}\nendstream`;

/** Letter pages of these contents; objects of the caller's begin at 8. */
function paper(contents: readonly string[], more: readonly string[] = [], catalog = ''): Buffer {
  const page = (at: number) =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents ${at + 6} 0 R>>`;
  const kids = contents.map((_, at) => `${at + 4} 0 R`).join(' ');
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Count ${contents.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    page(0),
    page(1),
    ...[0, 1].map((at) => stream(contents[at] ?? '')),
    ...more,
  ]);
}

const plan: ProofContext['plan'] = {
  pages: new Map([[0, { index: 0, redactions: [{ kind: 'term', area }] }]]),
  recognised: [],
  misplacedOn: [],
  wordsOfAreas: [],
  open: [],
  termsFound: new Set([0]),
};
const nothing: ProofContext['left'] = { streams: new Set(), sharing: [], unclear: [] };

/** Holds a copy against the original, of whose first page a name is removed. */
async function prove(copy: Buffer, more: Partial<ProofContext> = {}): Promise<Proven> {
  const path = join(folder, 'copy.pdf');
  writeFileSync(path, copy);
  return proveRedacted(path, {
    wishes: { terms: ['Jane Roe'], hasIdentifiers: false, areas: [] },
    plan,
    original,
    left: nothing,
    said: [],
    pdfiumWasmPath,
    progress: () => {},
    ...more,
  });
}
const sound = paper([box + place, other]);
const proven = { text: true, pixels: true, objects: true, revisions: true, glyphPositions: true, ok: true };

test('a copy without the name, black where it stood and else as before, is proven', async () => {
  expect(await prove(sound)).toEqual({ proof: proven, doubts: [], sameWordsOn: [] });
});

const next = (file: Buffer, more: string) => Buffer.concat([file, Buffer.from(more, 'latin1')]);
/** With another revision after it, as programs add one. */
function updated(file: Buffer): Buffer {
  const object = '8 0 obj\n<<>>\nendobj\n';
  const row = `${String(file.length).padStart(10, '0')} 00000 n \n`;
  const start = file.length + object.length;
  const before = /startxref\n(\d+)/.exec(file.toString('latin1'))![1];
  return next(
    file,
    `${object}xref\n8 1\n${row}trailer\n<</Size 9/Root 1 0 R/Prev ${before}>>\nstartxref\n${start}\n%%EOF\n`,
  );
}
/** Of the same length, so that all objects stand where the file says. */
const betweenObjects = Buffer.from(
  paper([box + place, other], ['<</A(12345678)>>', '<<>>'])
    .toString('latin1')
    .replace('<</A(12345678)>>\nendobj\n', '<<>>\nendobj\n% 123456789\n'),
  'latin1',
);
const outlines = [
  '<</Type/Outlines/First 9 0 R/Last 9 0 R/Count 1>>',
  '<</Title(Of Jane Roe)/Parent 8 0 R/Dest[4 0 R/Fit]>>',
];

test.each<[string, keyof typeof proven, Buffer, Partial<ProofContext>?]>([
  ['says it where nobody sees it', 'text', paper([box + place + unseen('Jane Roe', 72, 500), other])],
  [
    'says it on a page that was carried over',
    'text',
    paper([box + place, other + words('Jane Roe', 72, 500)]),
  ],
  [
    'says it over the end of a page',
    'text',
    paper([box + place + unseen('Jane', 72, 60), unseen('Roe', 72, 760) + other]),
  ],
  ...[72, 100, 132].map((x): [string, keyof typeof proven, Buffer] => [
    `has a letter where it stood, at ${x}`,
    'text',
    paper([box + place + unseen('x', x, 702), other]),
  ]),
  ['is white where it stood', 'pixels', paper([place, other])],
  ['is black above it only', 'pixels', paper([`q 0 g 70 706 70 8 re f Q ${place}`, other])],
  ['has lost a word', 'pixels', paper([box, other])],
  ['has a word more', 'pixels', paper([box + place + words('MMMM', 72, 500), other])],
  ['has lost a page', 'pixels', paper([box + place])],
  [
    'shows another page that shared its drawings otherwise',
    'pixels',
    paper([box + place, words('WWWWWW', 72, 700)]),
    { left: { ...nothing, sharing: [1] } },
  ],
  ['has objects that say it', 'objects', sound, { said: ['a string in it says it'] }],
  ['has bookmarks that say it', 'objects', paper([box + place, other], outlines, '/Outlines 8 0 R')],
  [
    'has a drawing that should have been left behind, though nothing leads to it',
    'objects',
    paper([box + place, other], [stream(name + place)]),
    { left: { ...nothing, streams: new Set([6]) } },
  ],
  ['has a revision after the first', 'revisions', next(sound, `8 0 obj\n<<>>\nendobj\n`)],
  ['has a revision that leads to the one before', 'revisions', updated(sound)],
  ['has something after its end', 'revisions', next(sound, '% x\n')],
  ['has something between its objects', 'revisions', betweenObjects],
  ...['[] TJ', '1 Tc', '1 Tw', '1 Ts', '1 2 TD', 'T*'].map((move): [string, keyof typeof proven, Buffer] => [
    `parts letters by ${move}`,
    'glyphPositions',
    paper([`${box}${place}BT ${move} ET`, other]),
  ]),
  ...['72.5 500', '72 500.25', '-72.5 500'].map((at): [string, keyof typeof proven, Buffer] => [
    `has unseen words at ${at}`,
    'glyphPositions',
    paper([`${box}${place}q 1 0 0 1 ${at} cm 3 Tr ${words('x', 0, 0)}Q`, other]),
  ]),
])('a copy that %s is not', async (_, failing, copy, more) => {
  const { proof, doubts } = await prove(copy, more);
  expect(proof).toEqual({ ...proven, [failing]: false, ok: false });
  expect(doubts).not.toEqual([]);
});

test('what is no fault: unseen words on whole points, letters of any place on other pages, pages that nobody redrew', async () => {
  const copy = paper([
    box + place + unseen('x', -72, 500),
    `${words('Otter', 72, 700)}BT 1 Tc [(a)9(b)] TJ ET`,
  ]);
  expect(await prove(copy)).toMatchObject({ proof: proven, doubts: [] });
  const around = [unseen('x', 60, 702), unseen('x', 145, 702), unseen('x', 100, 730), unseen('x', 100, 675)];
  expect(await prove(paper([box + place + around.join(''), other]))).toMatchObject({
    proof: proven,
    doubts: [],
  });
  // The same drawing stands in the original once more, on a page that is carried over.
  const twice = paper([box, name]);
  const same = (await openItem('pdf', bytesSource(paper([name, name])), pdfiumWasmPath)) as PdfOriginal;
  try {
    const { doubts } = await prove(twice, { original: same, left: { ...nothing, streams: new Set([6]) } });
    expect(doubts.filter((doubt) => doubt.includes('drawing'))).toEqual([]);
  } finally {
    same.close();
  }
});

test('pages that say what a place took away elsewhere are told', async () => {
  expect(await prove(sound, { plan: { ...plan, wordsOfAreas: ['Other'] } })).toMatchObject({
    proof: proven,
    sameWordsOn: [2],
  });
});

test.each([
  ['another date follows, which is no identifier', 'April 3, 2020', true],
  ['the date itself still follows', 'March 14, 1988', false],
  ['a part of it still follows', 'March 1, 2020', false],
])(
  'where the room of a birth date lets its words go on in the next line, and %s',
  async (_, date, isSilent) => {
    const paperWith = (gone: string, beneath: string) =>
      paper([
        `${words('She was born on', 72, 700)}${gone}${words('1988, in Seattle.', 300, 700)}${words(beneath, 72, 686)}`,
        other,
      ]);
    const before = paperWith(words('March 14,', 165, 700), 'April 3, 2020 report');
    const born = (await openItem('pdf', bytesSource(before), pdfiumWasmPath)) as PdfOriginal;
    try {
      const redactions = [{ kind: 'birthDate' as const, area: { x: 163, y: 78, width: 60, height: 20 } }];
      const { proof } = await prove(paperWith('q 0 g 163 694 60 20 re f Q\n', `${date} report`), {
        original: born,
        wishes: { terms: [], hasIdentifiers: true, areas: [] },
        plan: { ...plan, pages: new Map([[0, { index: 0, redactions }]]) },
      });
      expect(proof.text).toBe(isSilent);
    } finally {
      born.close();
    }
  },
);
