import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bindAll, type BoundForTest } from '../assemble/testing.ts';
import { onePage, stream, type PageParts } from './testing.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-archival-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const bind = (...sources: readonly Uint8Array[]): Promise<BoundForTest> =>
  bindAll(sources, join(folder, `${files++}.pdf`), { options: { isArchival: true } });

const claims = ({ bytes }: BoundForTest) => bytes.includes('<pdfaid:part>2</pdfaid:part>');
const told = ({ items }: BoundForTest) =>
  items.flatMap(({ findings }) =>
    findings.filter(({ code }) => code.startsWith('PDFA')).map(({ message }) => message),
  );

describe('a binder of pages that can be PDF/A-2b', () => {
  test('says so, has the meaning of its colors with it, and is the same each time', async () => {
    const source = onePage({ content: '1 0 0 rg 0 0 99 99 re f' });
    const bound = await bind(source);
    expect(told(bound)).toEqual([]);
    expect(claims(bound)).toBe(true);
    expect(bound.bytes.includes('/GTS_PDFA1')).toBe(true);
    expect((await bind(source)).sha256).toBe(bound.sha256);
  });

  test('is not made where it is not asked for', async () => {
    const bound = await bindAll([onePage({})], join(folder, 'plain.pdf'));
    expect(claims(bound)).toBe(false);
    expect(bound.bytes.includes('/OutputIntents')).toBe(false);
  });

  test('has what PDF/A does not know put right where nothing shows it', async () => {
    const picture =
      '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Interpolate true/Alternates[]/Intent/Bright';
    const bound = await bind(
      onePage({
        content: '/G gs q 9 0 0 9 0 0 cm/P Do Q',
        resources: '/XObject<</P 5 0 R>>/ExtGState<</G<</TR/Identity/BM/Wild/RI/Odd>>>>',
        page: '/Annots[6 0 R]',
        objects: [
          stream('x', picture),
          '<</Type/Annot/Subtype/Square/Rect[9 9 50 50]/Contents<414>/AP<</N 7 0 R/D 7 0 R>>>>',
          stream('0 0 9 9 re f', '/Type/XObject/Subtype/Form/BBox[0 0 41 41]'),
        ],
      }),
    );
    expect(told(bound)).toEqual([]);
    const text = bound.bytes.toString('latin1');
    for (const gone of ['Interpolate', 'Alternates', 'Bright', 'Wild', '/TR /Identity', '/D 7', '<414>'])
      expect(text.includes(gone), gone).toBe(false);
    expect(text).toMatch(/\/Contents <4140>[^>]*>{0,2}/);
    expect(text).toMatch(/\/Subtype \/Square[^]*?\/F 4/);
  });

  // Codes of nine bits: clear, the letters of “0 g” and a blank, end.
  const packed = [256, 0x30, 0x20, 0x67, 0x20, 257]
    .map((code) => code.toString(2).padStart(9, '0'))
    .join('')
    .padEnd(56, '0')
    .replaceAll(/.{8}/g, (byte) => String.fromCharCode(parseInt(byte, 2)));

  test.each(['/LZWDecode', '[6 0 R]'])(
    'has streams packed by LZW packed anew, byte for byte the same once unpacked: %s',
    async (filter) => {
      const bound = await bind(
        onePage({
          content: '/X Do',
          resources: '/XObject<</X 5 0 R>>',
          objects: [stream(packed, `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter${filter}`), '/LZWDecode'],
        }),
      );
      expect(told(bound)).toEqual([]);
      expect(bound.bytes.toString('latin1')).not.toMatch(/\/Filter\s*\[|\/Filter\s*\/LZW/);
    },
  );

  test('has the first known of several blend modes, also where the list names it by reference', async () => {
    const bound = await bind(
      onePage({
        content: '/G gs 0 0 9 9 re f',
        resources: '/ExtGState<</G<</BM[/Wild 5 0 R]>>>>',
        objects: ['/Multiply'],
      }),
    );
    expect(told(bound)).toEqual([]);
    expect(bound.bytes.toString('latin1')).toMatch(/\/BM\s*\/Multiply/);
  });

  test('has its layers as they would show on a screen, also where the occasion is named by reference', async () => {
    const usage = '/Usage<</View<</ViewState/OFF>>/Print<</PrintState/OFF>>>>';
    const as = '[<</Event/View/Category[6 0 R]/OCGs[5 0 R]>><</Event/Print/Category[7 0 R]/OCGs[5 0 R]>>]';
    const bound = await bind(
      onePage({
        catalog: `/OCProperties<</OCGs[5 0 R]/D<</AS${as}>>>>`,
        content: '/OC /L BDC 0 0 9 9 re f EMC',
        resources: '/Properties<</L 5 0 R>>',
        objects: [`<</Type/OCG/Name(Draft)${usage}>>`, '/View', '/Print'],
      }),
    );
    expect(told(bound)).toEqual([]);
    expect(bound.bytes.toString('latin1')).toMatch(/\/OFF\s*\[\d+ 0 R\]/);
  });

  test('leaves out hidden notes, and says so', async () => {
    const bound = await bind(
      onePage({
        page: '/Annots[5 0 R 6 0 R]',
        objects: [
          '<</Type/Annot/Subtype/Text/F 2/Rect[9 9 50 50]/Contents(secret)/Popup 6 0 R>>',
          '<</Type/Annot/Subtype/Popup/Rect[9 9 50 50]/Parent 5 0 R>>',
        ],
      }),
    );
    expect(bound.bytes.toString('latin1')).toMatch(/\/Annots \[\]/);
    expect(told(bound)).toEqual([expect.stringMatching(/^Hidden notes on 1 page left out/)]);
    expect(claims(bound)).toBe(true);
  });
});

test('metadata of resources goes, wherever it stands, and a drawing of that name stays', async () => {
  const bound = await bind(
    onePage({
      content: '/Tag /P BDC /Metadata Do EMC',
      resources: '/Properties<</P<</Metadata 5 0 R>>>>/XObject 6 0 R',
      objects: [
        stream('<rdf/>', '/Type/Metadata/Subtype/XML'),
        '<</Metadata 7 0 R>>',
        stream('0 0 9 9 re f', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]'),
      ],
    }),
  );
  expect(told(bound)).toEqual([]);
  const text = bound.bytes.toString('latin1');
  expect(text).toMatch(/\/P ?<<>>/);
  expect(text.match(/\/Metadata \d/g)).toHaveLength(2);
});

test('looks that no reader draws go: of a note without area, and of the window of a note', async () => {
  const bound = await bind(
    onePage({
      page: '/Annots[5 0 R 6 0 R 7 0 R]',
      objects: [
        '<</Type/Annot/Subtype/Circle/Rect[9 9 9 9]/AP<</D 8 0 R>>>>',
        '<</Type/Annot/Subtype/Square/F 4/Rect[9 9 50 50]/Popup 7 0 R/AP<</N 8 0 R>>>>',
        '<</Type/Annot/Subtype/Popup/Rect[9 9 50 50]/Parent 6 0 R/AP<</N 9 0 R/R 9 0 R>>>>',
        stream('0 0 9 9 re f', '/Type/XObject/Subtype/Form/BBox[0 0 41 41]'),
        stream('0 0 0 1 k', '/Type/XObject/Subtype/Form/BBox[0 0 41 41]'),
      ],
    }),
  );
  expect(told(bound)).toEqual([]);
  expect(bound.bytes.toString('latin1').match(/\/AP\b/g)).toHaveLength(1);
});

describe('what keeps a binder from being PDF/A-2b is told with its page, and the claim is not made', () => {
  test('says on which page a part stands that only other objects name', async () => {
    const picture = '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8';
    const bound = await bind(
      onePage({
        content: '/P Do',
        resources: '/XObject<</P 5 0 R>>',
        objects: [stream('x', `${picture}/Filter/Unheard`)],
      }),
    );
    expect(told(bound)).toContain('Not PDF/A: a part of it is packed in a way that is not allowed (p. 1).');
  });

  const font = '<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Fairwater/FirstChar 65/LastChar 65/Widths[500]>>';
  const tint = (from: string, to: string) => `<</FunctionType 2/Domain[0 1]/N 1/C0[${from}]/C1[${to}]>>`;
  const picture = (entries: string) => stream('x', `/Type/XObject/Subtype/Image/Width 1/Height 1${entries}`);
  const text = (mode: number) => `BT /F 12 Tf ${mode} Tr 72 72 Td (A) Tj ET`;

  test.each<[string, PageParts, RegExp]>([
    [
      'a font that is not embedded',
      { content: text(0), resources: `/Font<</F ${font}>>` },
      /^Not PDF\/A: its font Fairwater is not embedded \(p\. 1\)\.$/,
    ],
    ['printing colors', { content: '0 0 0 1 k 0 0 9 9 re f' }, /printing colors \(CMYK\)/],
    ['a word that is no operator', { content: 'BX 1 2 frobnicate EX' }, /words that mean nothing/],
    ['resources that are not there', { content: '/Gone Do' }, /name what the file does not hold/],
    [
      'a note without a look',
      { page: '/Annots[5 0 R]', objects: ['<</Type/Annot/Subtype/Text/Rect[9 9 50 50]>>'] },
      /how a note looks \(Text\)/,
    ],
    ['a page of two units', { page: '/MediaBox[0 0 2 700]' }, /smaller or larger than is allowed/],
    [
      'a broken color profile',
      {
        content: '/C cs 0 scn',
        resources: '/ColorSpace<</C[/ICCBased 5 0 R]>>',
        objects: [stream('x', '/N 3')],
      },
      /color profile/,
    ],
    [
      'a curve of tones',
      {
        content: '/G gs',
        resources: '/ExtGState<</G<</TR 5 0 R>>>>',
        objects: ['<</FunctionType 2/Domain[0 1]/N 3>>'],
      },
      /changes tones/,
    ],
    ...[
      '/Subtype/NChannel/Colorants<</Seal[/Separation/Seal/DeviceCMYK 6 0 R]>>',
      '/Colorants<</Seal[/Separation/Seal/DeviceGray 6 0 R]>>/Process<</ColorSpace/DeviceCMYK/Components[]>>',
    ].map((inks): [string, PageParts, RegExp] => [
      'inks that are described by printing colors',
      {
        content: '/C cs 1 scn',
        resources: `/ColorSpace<</C[/DeviceN[/Seal]/DeviceGray 5 0 R<<${inks}>>]>>`,
        objects: [tint('0', '1'), tint('0 0 0 0', '1 0 0 0')],
      },
      /printing colors \(CMYK\)/,
    ]),
    ...['/BitsPerComponent 3', '/BitsPerComponent 8/Mask 6 0 R', '/BitsPerComponent 8/SMask 7 0 R'].map(
      (entries): [string, PageParts, RegExp] => [
        `a picture with ${entries}`,
        {
          content: '/P Do',
          resources: '/XObject<</P 5 0 R>>',
          objects: [
            picture(`/ColorSpace/DeviceGray${entries}`),
            picture('/ImageMask true/BitsPerComponent 8'),
            picture('/ColorSpace/DeviceGray/BitsPerComponent 3'),
          ],
        },
        /a picture in it is of a kind/,
      ],
    ),
    [
      'a picture of three bits among its drawing instructions',
      { content: 'BI /W 1 /H 1 /CS /G /BPC 3 ID x EI' },
      /a picture in it is of a kind/,
    ],
    ['q within q within q', { content: `${'q '.repeat(29)}${'Q '.repeat(29)}` }, /nested too deeply/],
    ['a sign without a number', { content: '[(A)-(B)] 0 d' }, /a number in it cannot be read/],
    [
      'half a character',
      { content: 'BT /F 9 Tf 3 Tr <414> Tj ET', resources: `/Font<</F ${font}>>` },
      /half a character/,
    ],
  ])('%s', async (_, parts, expected) => {
    const bound = await bind(onePage(parts));
    expect(told(bound)).toContainEqual(expect.stringMatching(expected));
    expect(claims(bound)).toBe(false);
  });

  const unseen = (font: string, shown = 'A') => ({
    content: `BT /F 9 Tf 3 Tr (${shown}) Tj ET`,
    resources: `/Font<</F<</Type/Font/BaseFont/${font}>>>>`,
  });

  test.each<[string, PageParts, RegExp | null]>([
    ['Letters that nobody sees, in one that every reader has', unseen('Courier/Subtype/Type1'), null],
    ['in one that says nothing of its widths', unseen('Fairwater/Subtype/TrueType'), /does not say what/],
    [
      'in one of another kind whose codes are told by no encoding',
      unseen('Fairwater/Subtype/TrueType/FirstChar 65/LastChar 65/Widths[500]'),
      /read in more than one way/,
    ],
    [
      'in one of signs whose codes are told by an encoding',
      unseen(
        'Fairwater/Subtype/TrueType/FirstChar 65/LastChar 65/Widths[500]/Encoding/WinAnsiEncoding/FontDescriptor<</Type/FontDescriptor/FontName/Fairwater/Flags 4>>',
      ),
      /read in more than one way/,
    ],
    [
      'in one of no known kind',
      unseen('Fairwater/Subtype/Odd/FirstChar 65/LastChar 65/Widths[500]'),
      /does not say what/,
    ],
    [
      'by a code that stands for none',
      unseen('Courier/Subtype/Type1/Encoding/WinAnsiEncoding', '\\001'),
      /where a letter is missing/,
    ],
    [
      'by a code that is told to stand for none',
      unseen('Courier/Subtype/Type1/Encoding<</Differences[65/.notdef]>>'),
      /where a letter is missing/,
    ],
    [
      'by a table that is not in the file',
      unseen(
        'Fairwater/Subtype/Type0/Encoding/EUC-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/Fairwater>>]',
      ),
      /table that is not in the file/,
    ],
  ])('%s', async (_, parts, expected) => {
    expect(told(await bind(onePage(parts)))).toEqual(expected ? [expect.stringMatching(expected)] : []);
  });

  test.each<[string, string, RegExp | null]>([
    ['FirstChar 65/LastChar 65', '65/a', null],
    ['FirstChar 65/LastChar 65', '65/.notdef', /where a letter is missing/],
    ['FirstChar 65', '65/a', /does not say what/],
  ])('a font of drawings: %s, %s', async (codes, differences, expected) => {
    const drawn = `<</Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/${codes}/Widths[5]/Encoding<</Differences[${differences}]>>/CharProcs<</a 5 0 R/.notdef 5 0 R>>/Resources<<>>>>`;
    const bound = await bind(
      onePage({
        content: text(0),
        resources: `/Font<</F ${drawn}>>`,
        objects: [stream('5 0 d0 0 0 9 9 re f')],
      }),
    );
    expect(told(bound)).toEqual(expected ? [expect.stringMatching(expected)] : []);
    if (!expected) expect(bound.bytes.toString('latin1')).toMatch(/Type3[^]*?\/Type \/Font/);
  });

  test('letters hidden by a mode that is written as a fraction', async () => {
    const bound = await bind(
      onePage({ content: 'BT /F 12 Tf 3.0 Tr (A) Tj ET', resources: `/Font<</F ${font}>>` }),
    );
    expect(told(bound)).toContainEqual(expect.stringMatching(/its font Fairwater is not embedded/));
  });

  test('a font that a form gets from what draws it, and only the second time', async () => {
    const drawn =
      '<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 65/LastChar 65/Widths[5]/Encoding<</Differences[65/a]>>/CharProcs<</a 5 0 R>>/Resources<<>>>>';
    const inFont = (name: string) => `q BT /${name} 12 Tf ET /X Do Q `;
    const parts = (content: string) => ({
      content,
      resources: `/Font<</F ${font}/D ${drawn}>>/XObject<</X 6 0 R>>`,
      objects: [
        stream('5 0 d0 0 0 9 9 re f'),
        stream('BT (A) Tj ET', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>'),
      ],
    });
    expect(told(await bind(onePage(parts(inFont('D').repeat(2)))))).toEqual([]);
    expect(told(await bind(onePage(parts(inFont('D') + inFont('F')))))).toEqual([
      expect.stringMatching(/its font Fairwater is not embedded/),
    ]);
  });

  test('spot colors of one name whose tints are too long to be compared', async () => {
    const spot = (tint: number) => `[/Separation/Seal/DeviceGray ${tint} 0 R]`;
    const table = (last: string) =>
      stream(
        '\x80'.repeat(1024 * 1024) + last,
        '/FunctionType 0/Domain[0 1]/Range[0 1]/Size[1048577]/BitsPerSample 8',
      );
    const bound = await bind(
      onePage({
        content: '/A cs 1 scn /B cs 1 scn',
        resources: `/ColorSpace<</A ${spot(5)}/B ${spot(6)}>>`,
        objects: [table('a'), table('b')],
      }),
    );
    expect(told(bound)).toContainEqual(expect.stringMatching(/too much in it to be checked/));
  });

  test('letters that only lie there to be found need no font', async () => {
    const bound = await bind(onePage({ content: text(3), resources: `/Font<</F ${font}>>` }));
    expect(told(bound)).toEqual([]);
  });

  test('it is told of the exhibit it is about, and the file is as it would be otherwise', async () => {
    const sources = [onePage({}), onePage({ content: '0 0 0 1 k' })];
    const bound = await bind(...sources);
    const counts = bound.items.map(
      ({ findings }) => findings.filter(({ code }) => code === 'PDFA_NOT_MET').length,
    );
    expect(counts).toEqual([0, 1]);
    const plain = await bindAll(sources, join(folder, 'as-before.pdf'));
    expect(bound.sha256).toBe(plain.sha256);
  });
});

describe('an exhibit with a file of its own in a binder that is not PDF/A', () => {
  const cmyk = onePage({ content: '0 0 0 1 k' });
  const bindWithFiles = async (...sources: readonly Uint8Array[]) => {
    const at = files++;
    const changes = sources.map((_, i) => ({ filePath: join(folder, `${at}-${i}.pdf`) }));
    const bound = await bindAll(sources, join(folder, `${at}.pdf`), {
      changes,
      options: { isArchival: true },
    });
    return bound.items.map(({ findings, file }) => ({
      isArchival: file?.isArchival === true,
      told: findings.filter(({ code }) => code.startsWith('PDFA')).map(({ code }) => code),
    }));
  };

  test('says which hidden notes its own file is without', async () => {
    const hidden = onePage({
      page: '/Annots[5 0 R]',
      objects: ['<</Type/Annot/Subtype/Text/F 2/Rect[9 9 50 50]/Contents(secret)>>'],
    });
    expect(await bindWithFiles(hidden, cmyk)).toEqual([
      { isArchival: true, told: ['PDFA_HIDDEN_NOTES_LEFT_OUT'] },
      { isArchival: false, told: ['PDFA_NOT_MET'] },
    ]);
  });

  test('is not told of layers that another one has', async () => {
    const layered = onePage({
      content: '/OC /L BDC 0 0 9 9 re f EMC',
      resources: '/Properties<</L 5 0 R>>',
      catalog:
        '/OCProperties<</OCGs[5 0 R]/D<</AS[<</Event/Print/Category[/Print]/OCGs[5 0 R]>>]/Order[5 0 R]>>>>',
      objects: ['<</Type/OCG/Name(Draft)/Usage<</Print<</PrintState/OFF>>>>>>'],
    });
    expect(await bindWithFiles(onePage({}), layered)).toEqual([
      { isArchival: true, told: [] },
      { isArchival: false, told: ['PDFA_NOT_MET'] },
    ]);
  });
});

test('notes that share their looks and are in other states keep a binder from it', async () => {
  const note = (state: string) => `<</Type/Annot/Subtype/Stamp/F 4/Rect[9 9 50 50]/AS/${state}/AP 7 0 R>>`;
  const look = stream('0 0 9 9 re f', '/Type/XObject/Subtype/Form/BBox[0 0 41 41]');
  const parts = (second: string) => ({
    page: '/Annots[5 0 R 6 0 R]',
    objects: [note('Yes'), note(second), '<</N<</Yes 8 0 R/No 9 0 R>>>>', look, look],
  });
  expect(told(await bind(onePage(parts('Yes'))))).toEqual([]);
  expect(told(await bind(onePage(parts('No'))))).toEqual([
    expect.stringMatching(/how a note looks \(Stamp\)/),
  ]);
});

const validator = process.env['FORTHWITH_VERAPDF'] ?? 'verapdf';
const hasValidator = spawnSync(validator, ['--version']).status === 0;

test.skipIf(!hasValidator)(
  'an independent validator agrees (skipped where there is no veraPDF)',
  async () => {
    const bound = await bind(onePage({}), onePage({ content: '1 0 0 rg 0 0 99 99 re f' }));
    const checked = spawnSync(validator, ['--flavour', '2b', '--format', 'text', bound.path], {
      encoding: 'utf8',
    });
    expect(checked.stdout).toMatch(/^PASS/);
  },
);
