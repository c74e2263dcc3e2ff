import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource, type ByteSource } from '../../../pdf/index.ts';
import { extractText } from '../extract.ts';
import { inspectFile } from '../inspect.ts';
import { readText } from '../read-text.ts';
import { readPlainText } from './plain.ts';

const plain = (bytes: Uint8Array | string, from = 1, max = 1e9) =>
  readPlainText(bytesSource(Buffer.from(bytes)), from, max);
const html = (text: string | Uint8Array) => extractText(bytesSource(Buffer.from(text)), 'html', 1e6);
const rtf = (text: string) => extractText(bytesSource(Buffer.from(text, 'latin1')), 'word', 1e6);

/** A text as UTF-32, little-endian. */
function utf32(text: string): Buffer {
  return Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0)!).buffer);
}

test.each([
  ['UTF-8 with mark', Buffer.from('\ufeffDía\r\n')],
  ['UTF-8', Buffer.from('Día\n')],
  ['UTF-16 little-endian with mark', Buffer.from('\ufeffDía\n', 'utf16le')],
  ['UTF-16 big-endian with mark', Buffer.from('\ufeffDía\n', 'utf16le').swap16()],
  ['UTF-32 little-endian with mark', utf32('\ufeffDía\n')],
  ['UTF-32 big-endian with mark', utf32('\ufeffDía\n').swap32()],
  ['UTF-32 without mark', utf32('Día\n')],
  ['Windows-1252', Buffer.from('Día\n', 'latin1')],
])('a text in %s is read, its line ends as one sort', (_name, bytes) => {
  expect(plain(bytes)).toEqual({ pages: [{ page: 1, text: 'Día\n' }], next: null });
});

test.each([
  ['Chinese', '原告请求法院发布临时限制令。\n证据见附件的合同。\n'],
  ['traditional Chinese', '原告請求法院發布臨時限制令。\n證據見附件的合同。\n'],
  ['Japanese', '原告は被告に対し、本件契約の履行を求める。\n'],
  ['Korean', '원고는 피고에게 임시 금지 명령을 신청한다.\n'],
])('a text in UTF-16 without a mark in %s is read in either order of bytes', (_language, text) => {
  for (const bytes of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()])
    expect(plain(bytes).pages[0]?.text).toBe(text);
});

test('where a page ends, so does the line', () => {
  expect(plain('page one\fpage two\r\n').pages).toEqual([{ page: 1, text: 'page one\npage two\n' }]);
});

test.each([
  ['Shift-JIS', 'これはテストです。', '82b182ea82cd83658358836782c582b78142'],
  ['EUC-JP', 'これはテストです。', 'a4b3a4eca4cfa5c6a5b9a5c8a4c7a4b9a1a3'],
  [
    'GB 18030',
    '这是一个中文文件，内容用于测试。',
    'd5e2cac7d2bbb8f6d6d0cec4cec4bcfea3acc4dac8ddd3c3d3dab2e2cad4a1a3',
  ],
  ['Big5', '這是一個中文檔案', 'b36fac4fa440add3a4a4a4e5c0c9aed7'],
  ['Windows-1251', 'Привет, это текст', 'cff0e8e2e5f22c20fdf2ee20f2e5eaf1f2'],
  ['KOI8-R', 'Привет, это текст', 'f0d2c9d7c5d42c20dcd4cf20d4c5cbd3d4'],
  ['Windows-1253', 'ελληνικό κείμενο', 'e5ebebe7ede9eafc20eae5dfece5edef'],
  ['Windows-1255', 'זהו טקסט בעברית', 'e6e4e520e8f7f1e820e1f2e1f8e9fa'],
  ['EUC-KR', '계약서입니다', 'b0e8bee0bcadc0d4b4cfb4d9'],
  ['Windows-874', 'กรุณายืนยันการรับเอกสาร', 'a1c3d8b3d2c2d7b9c2d1b9a1d2c3c3d1bae0cda1cad2c3'],
  ['Mac Roman', 'Où l’été est français', '4f9d206cd58e748e20657374206672616e8d616973'],
  ['DOS 850', 'El señor pidió más, Köln', '456c207365a46f722070696469a2206da0732c204b946c6e'],
])('a text in %s is told by its letters, however long it is', (_name, text, hex) => {
  const line = Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from('\n')]);
  const { pages } = plain(Buffer.concat(Array.from({ length: 9_000 }, () => line)));
  expect(pages.map((page) => page.text).join('')).toBe(`${text}\n`.repeat(9_000));
  expect(pages.length).toBeGreaterThan(5);
});

test('a text in Windows-1252 with many accents is taken for nothing else', () => {
  const text = 'À bientôt, cher Maître : l’été dernier, «où» était l’élève ? 5 ½ € §§ 3–4.\n';
  const bytes = Buffer.from(
    [...text].map((c) => ({ '’': 0x92, '€': 0x80, '–': 0x96 })[c] ?? c.charCodeAt(0)),
  );
  expect(plain(bytes).pages[0]!.text).toBe(text);
});

test.each([
  ['blanks within numbers', '1\xa0234,00\n5\xa0678,00\n'.repeat(6)],
  ['signs before numbers', '\xa51,000\n'.repeat(9)],
  ['lines for a picture', `\xc9${'\xcd'.repeat(9)}\xbb\n\xc8${'\xcd'.repeat(9)}\xbc\n`],
  ['bullets', '\xb7Name\n\xb7Number\n\xb7Note\n\xb7Notes\n'],
  ['paragraph signs', 'see \xa7A, \xa7A and \xa7A against \xa7A\n'],
])('%s make no text one in another alphabet', (_what, text) => {
  expect(plain(Buffer.from(text, 'latin1')).pages[0]!.text).toBe(text);
});

test.each([
  'זהו טקסט בעברית לצורך בדיקה',
  'นี่คือข้อความภาษาไทยสำหรับการทดสอบ',
  'Αυτό είναι ένα ελληνικό κείμενο',
  '这是一个中文文件',
])('a text in UTF-8 with a byte that is none stays one: %s', (text) => {
  const bytes = Buffer.concat([Buffer.from([0xff]), Buffer.from(`${text}\n`)]);
  expect(plain(bytes).pages[0]!.text).toBe(`\ufffd${text}\n`);
});

test.each([
  ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ['UTF-8', (text: string) => Buffer.from(`\ufeff${text}`)],
])('the fields of a load file in %s stand apart, so that their words are found', (_name, encode) => {
  const rows = ['þBEGBATESþ\x14þTOþ\x14þSUBJECTþ', 'þABC001þ\x14þþ\x14þAlþing lease®draftþ'].join('\r\n');
  const many = encode(`${rows}\r\n${'þABC002þ\x14þDoe, Janeþ\x14þþ\r\n'.repeat(2_000)}`);
  const text = plain(many)
    .pages.map((page) => page.text)
    .join('');
  expect(text).toBe(
    `BEGBATES\tTO\tSUBJECT\nABC001\t\tAlþing lease®draft\n${'ABC002\tDoe, Jane\t\n'.repeat(2_000)}`,
  );
});

test('a text of any length is read part by part from any part, and nothing is lost between', () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => `línea ${at} ${'x'.repeat(at % 40)}`).join('\n');
  const whole = plain(lines);
  expect(whole.pages.map(({ text }) => text).join('')).toBe(lines);
  for (const { text } of whole.pages) expect(text.length).toBeLessThanOrEqual(20_000);
  expect(plain(lines, 3, 1).pages).toEqual([whole.pages[2]]);
  expect(plain(lines, 3, 1).next).toBe(4);
  // Every part but the last ends with its line.
  for (const { text } of whole.pages.slice(0, -1)) expect(text.endsWith('\n')).toBe(true);
});

test('accents that begin late in a file are read in the encoding they are in', () => {
  const rows = 'id,name,city\n'.repeat(8_000);
  const accented = 'José Muñoz, Bogotá\n';
  const read = (bytes: Buffer) => plain(Buffer.concat([Buffer.from(rows), bytes])).pages.at(-1)!.text;
  expect(read(Buffer.from(accented, 'latin1')).endsWith(accented)).toBe(true);
  expect(read(Buffer.from(accented)).endsWith(accented)).toBe(true);
  // One bad byte among good characters is damage, not another encoding.
  const bad = Buffer.concat([Buffer.from('é'), Buffer.from([0xe9]), Buffer.from('\n')]);
  expect(read(bad).endsWith('é\ufffd\n')).toBe(true);
});

test.each([
  ['little', 'le'],
  ['big', 'be'],
] as const)('a long text in UTF-32, %s end first, is read part by part', (_name, end) => {
  const line = 'línea \u{1f600} número\n';
  const bytes = utf32(`\ufeff${line.repeat(4_000)}`);
  const { pages } = plain(end === 'le' ? bytes : bytes.swap32());
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.map(({ text }) => text).join('')).toBe(line.repeat(4_000));
  for (const { text } of pages) expect(text.endsWith('\n')).toBe(true);
});

test.each(['utf8', 'utf16le'] as const)(
  'one line without end in %s is cut between characters',
  (encoding) => {
    const line = `${encoding === 'utf16le' ? '\ufeff' : ''}${'é\u{1f600}x'.repeat(20_000)}`;
    const { pages } = plain(Buffer.from(line, encoding));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map(({ text }) => text).join('')).toBe(line.replace('\ufeff', ''));
  },
);

const ascii = (value: unknown) =>
  JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

test('lines of calendars and visiting cards are whole, and their values text', () => {
  const read = (lines: readonly (string | Buffer)[]) =>
    plain(Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\r\n')]))))
      .pages.map(({ text }) => text)
      .join('');
  const accent = Buffer.from('é');
  expect(
    read([
      'BEGIN:VCALENDAR',
      'SUMMARY:Hearing on motion for tempora',
      ' ry restraining order\\, TRO',
      'DESCRIPTION:Zoom\\nMeeting ID 456\\; C:\\\\new',
      Buffer.concat([Buffer.from('ATTENDEE;CN=Jos'), accent.subarray(0, 1)]),
      Buffer.concat([Buffer.from(' '), accent.subarray(1), Buffer.from(' Núñez:mailto:jn@example.com')]),
      'END:VCALENDAR',
    ]),
  ).toBe(
    [
      'BEGIN:VCALENDAR',
      'SUMMARY:Hearing on motion for temporary restraining order, TRO',
      'DESCRIPTION:Zoom',
      'Meeting ID 456; C:\\new',
      'ATTENDEE;CN=José Núñez:mailto:jn@example.com',
      'END:VCALENDAR',
      '',
    ].join('\n'),
  );
  expect(
    read([
      'BEGIN:VCARD',
      'VERSION:2.1',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9 N=C3=BA=',
      '=C3=B1ez=',
      ', Esq.',
      'NOTE:Counsel for the',
      ' defendant, a=',
      'END:VCARD',
    ]),
  ).toBe(
    [
      'BEGIN:VCARD',
      'VERSION:2.1',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:José Núñez, Esq.',
      'NOTE:Counsel for the defendant, a=',
      'END:VCARD',
      '',
    ].join('\n'),
  );
  // Where parts meet no line is split, and other texts stay as they are.
  const long = Array.from({ length: 2_000 }, (_, i) => [`SUMMARY:Hear`, ` ing ${i}`]).flat();
  expect(read(['BEGIN:VCALENDAR', ...long])).toBe(
    ['BEGIN:VCALENDAR', ...Array.from({ length: 2_000 }, (_, i) => `SUMMARY:Hearing ${i}`), ''].join('\n'),
  );
  expect(read(['See BEGIN:VCALENDAR', 'a', ' b\\, c'])).toBe('See BEGIN:VCALENDAR\na\n b\\, c\n');
});

test('JSON that escapes each byte of a letter, as exports of messages do, is read with whole letters', () => {
  const exported =
    String.raw`{"sender_name": "Jos\u00c3\u00a9", "content": "I\u00e2\u0080\u0099m in \ud83d"}`.replace(
      String.raw`\ud83d`,
      String.raw`\u00f0\u009f\u0098\u0082`,
    );
  expect(plain(exported).pages[0]!.text).toBe('{"sender_name": "José", "content": "I’m in 😂"}');
  // Letters that only look like bytes: one of them is none, or stands beyond them.
  for (const words of [String.raw`\u00c3\u00a9 \u00e9`, String.raw`\u00c3\u00a9 \u2019`])
    expect(plain(`{"words": "${words}"}`).pages[0]!.text).toMatch(/"Ã© [é’]"/);
  expect(plain(String.raw`{"path": "C:\\u00c3\u00a9"}`).pages[0]!.text).toBe(
    String.raw`{"path": "C:\\u00c3©"}`,
  );
});

test('times that messages count from 1970 are read with their dates, and numbers of other things as they are', () => {
  const json = (name: string, value: string) => plain(`{"${name}": ${value}, "text": "x"}`).pages[0]!.text;
  for (const [name, value] of [
    ['timestamp_ms', '1610352000000'],
    ['creationTimestamp', '1610352000'],
    ['ts', '"1610352000.000200"'],
    ['date_unixtime', '"1610352000"'],
    ['sent_at', '1610352000'],
    ['dateSent', '1610352000999'],
    ['time_usec', '1610352000000000'],
  ] as const)
    expect(json(name, value)).toBe(`{"${name}": ${value} [2021-01-11 08:00:00 UTC], "text": "x"}`);
  for (const [name, value] of [
    ['update', '1610352000'],
    ['phone', '2065550100'],
    ['date', '20210111'],
    ['date', '9999999999999'],
    ['at', '16103520001'],
  ] as const)
    expect(json(name, value)).toBe(`{"${name}": ${value}, "text": "x"}`);
  const sms =
    '<smses><sms address="2065550100" date="1610352000000" body="at date=&quot;1610352000000&quot;"/></smses>';
  expect(plain(sms).pages[0]!.text).toBe(
    '<smses><sms address="2065550100" date="1610352000000" [2021-01-11 08:00:00 UTC] body="at date="1610352000000""/></smses>',
  );
  const told = (text: string) =>
    inspectFile(bytesSource(Buffer.from(text)), 'text', 'x').problems.map(({ code }) => code);
  expect([told(sms), told('{"ts": 1610352000}'), told('{"n": 1610352000}'), told('ts 1610352000')]).toEqual([
    ['EVIDENCE_DATES_ADDED'],
    ['EVIDENCE_DATES_ADDED'],
    [],
    [],
  ]);
});

test('letters that JSON writes as escapes are read as letters, also where parts meet', () => {
  expect(plain(ascii({ text: 'café \u{1f600}\nsecond line' })).pages[0]!.text).toBe(
    '{"text":"café \u{1f600}\nsecond line"}',
  );
  expect(plain(Buffer.from(`\ufeff[${ascii('Peña')}]`, 'utf16le')).pages[0]!.text).toBe('["Peña"]');
  for (const filler of ['a', 'ab', 'é', '\u{1f600}', 'a\u{1f600}', 'naïve ', 'à', '你好'])
    for (const shift of [0, 1, 2, 3, 4, 5, 6, 7, 11]) {
      const words = 'x'.repeat(shift) + filler.repeat(9_000);
      const { pages } = plain(ascii([{ words }]));
      expect(pages.length).toBeGreaterThan(filler === 'a' ? 0 : 1);
      expect(pages.map(({ text }) => text).join('')).toBe(JSON.stringify([{ words }]));
      const unescaped = plain(JSON.stringify([{ words }])).pages.map(({ text }) => text);
      expect(unescaped.join('')).toBe(JSON.stringify([{ words }]));
    }
});

test('characters that XML writes as references are read as characters, also where parts meet', () => {
  const sms =
    '<?xml version="1.0"?>\n<sms body="Don&apos;t &#55357;&#56832; caf&#xE9;&#10;Q&amp;A &quot;now&quot;"/>';
  expect(plain(sms).pages[0]!.text).toBe(
    '<?xml version="1.0"?>\n<sms body="Don\'t \u{1f600} café\nQ&A "now""/>',
  );
  for (const [written, character] of [
    ['&#55357;&#56832;', '\u{1f600}'],
    ['&#1087;', 'п'],
    ['a&apos;', "a'"],
  ] as const)
    for (const shift of [0, 1, 2, 3, 4, 5, 6, 7, 11]) {
      const { pages } = plain(`<a>${'x'.repeat(shift)}${written.repeat(9_000)}</a>`);
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.map(({ text }) => text).join('')).toBe(
        `<a>${'x'.repeat(shift)}${character.repeat(9_000)}</a>`,
      );
    }
});

test.each([
  // What stands for no character, and what is no reference.
  '<a>&#55357; &#0; &#x110000; &nbsp; &amp &#56832;</a>',
  // No XML.
  'The form says caf&#233; &amp; more',
  // Marks of JSON itself, what is no whole character, and a backslash that is one.
  String.raw`{"a": "\\u00e9 \u0022 \u0000 \ud83d \u00zz \ude00"}`,
  // No JSON.
  String.raw`Written as caf\u00e9`,
  String.raw`[section] path=C:\u00e9`,
])('what is no escape or reference of a letter stays as it is written: %s', (text) => {
  expect(plain(text).pages).toEqual([{ page: 1, text }]);
});

test('a part of a text of any size is read without the rest', () => {
  let read = 0;
  const source: ByteSource = {
    sizeBytes: 3_000_000_000,
    readAt(_position, target) {
      read += target.length;
      target.fill(0x61);
      return target.length;
    },
  };
  const { pages, next } = readPlainText(source, 100_000, 1);
  expect(pages).toHaveLength(1);
  expect(next).toBe(100_001);
  expect(read).toBeLessThan(200_000);
});

test('web pages: title, headings, lists, tables row by row, pictures by their words; no programs, no styles', () => {
  const { sections, claims } = html(`<!doctype html><html><head><title>Server
    status</title><meta name="author" content="Ada Bell"><style>p{}</style><script>alert(1)</script></head>
    <body><h1>Log</h1><p>The <b>servers</b>&nbsp;stopped<br>at noon.</p><ul><li>one</li><li>two</li></ul>
    <table><tr><th>Day</th><th>Hours</th></tr><tr><td>Monday</td><td>4</td></tr></table>
    <img alt="a chart" src="x.png"><pre>a  b
c</pre><noscript>No scripts.</noscript></body></html>`);
  const text = sections.join('');
  expect(text).toContain('Server status\n');
  expect(text).toContain('Log\n\nThe servers stopped\nat noon.\n\n• one\n• two\n');
  expect(text).toMatch(/\nDay\tHours\nMonday\t4\n/);
  expect(text).toContain('[picture: a chart]');
  expect(text).toContain('a  b\nc');
  expect(text).not.toMatch(/alert|p\{\}/);
  expect(claims).toEqual([
    { field: 'author', value: 'Ada Bell' },
    { field: 'title', value: 'Server status' },
  ]);
});

test('Japanese in seven bits is read; what a terminal was told is no Japanese', () => {
  const report = 'Minutes: \u001b$B8=67\u001b(B, kept.\n';
  expect(plain(report).pages).toEqual([{ page: 1, text: 'Minutes: 現況, kept.\n' }]);
  expect(plain('\u001b[1;31mfailed\u001b[0m\n').pages[0]!.text).toBe('failed\n');
  // What has characters of eight bits, too, is written otherwise.
  expect(plain('caf\u00e9 \u001b$B8=67\u001b(B\n').pages[0]!.text).toContain('café');
});

test('web pages: words of buttons, fields and drawings stand apart from those beside them', () => {
  const { sections } = html(
    '<p>one<button>two</button><button>three</button>four<input value="five">six<select><option>seven<option>eight</select>nine' +
      '<svg><text>ten</text><text>eleven</text></svg>twelve<iframe src="x"></iframe>thir<b>teen</b>',
  );
  expect(sections.join('').trim().split(/\s+/)).toEqual(
    'one two three four five six seven eight nine ten eleven twelve thirteen'.split(' '),
  );
});

test('parts of a page that its own elements keep in templates are read where browsers show them', () => {
  const page =
    '<x-post><template shadowrootmode="open"><p>It <b>stopped</b>.</p><template>kept</template></template></x-post><template>kept</template>End';
  expect(html(page).sections.join('')).toBe('It stopped.\n\nEnd\n');
});

test('web pages: a page that stands within the page is read, and says nothing of the whole', () => {
  const inner =
    '<title>Inner</title><meta name=author content=Bo><p>two</p><iframe srcdoc="no"></iframe>'.replaceAll(
      '"',
      '&quot;',
    );
  const { sections, claims } = html(`<p>one<iframe srcdoc="${inner}"></iframe>three`);
  expect(sections.join('').trim().split(/\s+/)).toEqual(['one', 'Inner', 'two', 'three']);
  expect(claims).toEqual([]);
});

test('the encoding that a web page names is heeded', () => {
  const page = Buffer.concat([
    Buffer.from('<meta charset="shift_jis"><p>'),
    Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
    Buffer.from('</p>'),
  ]);
  expect(html(page).sections.join('')).toContain('日本');
  const xhtml = '<?xml version="1.0" encoding="windows-1251"?><html><body><p>\xcf\xf0\xe8</p></body></html>';
  expect(html(Buffer.from(xhtml, 'latin1')).sections.join('')).toContain('При');
  expect(html('<meta charset="nonsense"><p>é</p>').sections.join('')).toContain('é');
});

test('of a long web page no more is read than is wanted, and that there is more is told', () => {
  const page = bytesSource(Buffer.from(`<title>Log</title>${'<p>It stopped.</p>'.repeat(20_000)}`));
  const { sections, claims, isCut } = extractText(page, 'html', 1_000);
  expect(isCut).toBe(true);
  expect(sections.join('').length).toBeLessThan(100_000);
  expect(claims).toEqual([{ field: 'title', value: 'Log' }]);
  expect(extractText(page, 'html', 1_000_000).isCut).toBe(false);
});

test('web pages that nest without end are read to it', () => {
  const { sections, problems } = html(`<p>top</p>${'<b>'.repeat(100_000)}deep`);
  expect(sections.join('')).toBe('top\n\ndeep\n');
  expect(problems).toEqual([]);
});

test('web pages: tables keep their columns, quotations are marked, lists are counted and addresses of links left out', () => {
  const page =
    '<title>Log</title><table><tr><td></td><td>4</td></tr></table><blockquote>kept</blockquote><ol start=3><li>third</ol><a href="https://fairwater.example">here</a><svg><title>stop</title></svg>';
  expect(html(page).sections.join('')).toBe('Log\n\t4\n\n> kept\n\n3. third\n\nhere\nstop\n');
});

test('web pages give the moments that they state without showing them, and none twice', () => {
  const telegram =
    '<div class="date" title="08.01.2021 10:11:12 UTC-08:00">10:11</div><div>It stopped.</div>';
  expect(html(telegram).sections.join('')).toBe('10:11 [08.01.2021 10:11:12 UTC-08:00]\nIt stopped.\n');
  const post = '<p><a title="Ada"><time datetime="2021-01-08T23:44:28.000Z">Jan 8</time></a> It stopped.</p>';
  expect(html(post).sections.join('')).toBe('Jan 8 [2021-01-08T23:44:28.000Z] It stopped.\n');
  expect(html('<p><time datetime="2021-01-08">2021-01-08</time></p>').sections.join('')).toBe('2021-01-08\n');
  expect(html('<p title="Meeting 2021">x<br><b title="at 10:11">y</b></p>').sections.join('')).toBe('x\ny\n');
});

test('RTF: hidden text is marked as such, once for groups of it in a row, and only where there is any', () => {
  const text = (body: string) => rtf(`{\\rtf1 ${body}}`).sections.join('').trim();
  expect(text('pay {\\v 500}{\\v  and\\b  more}600')).toBe('pay [hidden: 500 and more]600');
  expect(text('pay \\v 500\\v0 600{\\v } now')).toBe('pay [hidden: 500]600 now');
  expect(text('pay \\v 500\\plain 600')).toBe('pay [hidden: 500]600');
  expect(text('pay {\\v 500}')).toBe('pay [hidden: 500]');
});

test('what is struck out is marked, in RTF as in web pages', () => {
  expect(
    rtf('{\\rtf1 will {\\strike\\striked0 not }\\striked1 ever\\striked0  pay}').sections.join('').trim(),
  ).toBe('will [struck out: not ever] pay');
  const page =
    '<p>will <s>not</s> pay <span style="color:red; text-decoration: line-through">$20<br>now</span> $15<del> </del></p>';
  expect(html(page).sections.join('')).toBe('will [struck out: not] pay [struck out: $20\nnow] $15\n');
});

test('RTF: what was deleted is marked to its end, over groups and where the mark is taken back', () => {
  const text = (body: string) => rtf(`{\\rtf1 ${body}}`).sections.join('').trim();
  expect(text('pay {\\deleted 500{\\b  and}}600')).toBe('pay [deleted: 500 and]600');
  expect(text('pay \\deleted 500\\deleted0 600\\plain  now')).toBe('pay [deleted: 500]600 now');
});

test('RTF: letters in the code page of their font, also after it ends, and the text of boxes', () => {
  const text = (body: string) => rtf(body).sections.join('').trim();
  const fonts = '{\\fonttbl{\\f0\\fcharset0 Calibri;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Mincho;}}';
  expect(
    text(
      `{\\rtf1\\ansi\\deff0${fonts}caf\\'e9 {\\f1\\'cf\\'f0\\'e8} \\f2\\'93\\'fa\\'96\\'7b\\plain  \\'e9}`,
    ),
  ).toBe('café При 日本 é');
  const box = '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt In the box\\par}}{\\shprslt In the box}}';
  expect(text(`{\\rtf1 Before${box} after}`)).toBe('Before\nIn the box\n after');
});

test('Rich Text: letters of every sort, tables, notes, deletions marked; fonts and pictures are no text', () => {
  const { sections, claims } = rtf(
    String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}{\info{\title Notice}{\author Ada Bell}}` +
      String.raw`{\pict\bin5 }}{}x}Caf\'e9 \u8364? \b bold\b0\par {\*\generator X;}\trowd Day\cell Hours\cell\row` +
      String.raw`{\deleted struck} kept\{\}{\footnote By the log.}}`,
  );
  const text = sections.join('');
  expect(text).toContain('Café € bold\n');
  expect(text).toContain('Day\tHours\t\n');
  expect(text).toContain('[deleted: struck] kept');
  expect(text).toContain('kept{}');
  expect(text).toContain('[note: By the log.] ');
  expect(text).not.toMatch(/Arial|generator/);
  expect(claims).toEqual([
    { field: 'title', value: 'Notice' },
    { field: 'author', value: 'Ada Bell' },
  ]);
});

test('Rich Text: the words of notes and of page headers never run into those behind them', () => {
  const { sections } = rtf(
    String.raw`{\rtf1 one{\footnote two {\b three}}four{\header five}six{\*\annotation seven}eight\par {\footerf nine}ten}`,
  );
  expect(sections.join('').split(/\W+/)).toEqual(
    'one note two three four five six note seven eight nine ten'.split(' '),
  );
});

test('any bytes in the forms of these texts end in text', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '\\',
    "\\'",
    '\\u9',
    '\\bin99 ',
    '<',
    '</p>',
    '<td',
    '>',
    '&#',
    'x',
    '"',
    '<!--',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      expect(rtf(`{\\rtf1${pieces.join('')}`).problems).toEqual([]);
      expect(html(pieces.join('')).problems).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('what stood in the way of a text stands on its last part, also where there is no text', () => {
  const broken = bytesSource(Buffer.from('PK\x03\x04broken'));
  expect(readText(broken, 'word', 1, 1_000)).toMatchObject({
    pages: [{ page: 1, text: '', problem: { code: 'EVIDENCE_DAMAGED' } }],
    next: null,
  });
});

test.each([
  [
    'told by its letters',
    Buffer.from('le 3 f\x82vrier, l\x85 d\x82j\x85 \x82t\x82', 'latin1'),
    ['EVIDENCE_CHARSET_GUESSED'],
  ],
  [
    'that fits no charset known here',
    Buffer.from('za\xbf\xf3\xb3\xe6 ja\x9f\xf1 prosz\xea', 'latin1'),
    ['EVIDENCE_CHARSET_GUESSED'],
  ],
  [
    'in ISO 8859-5',
    Buffer.from('\xb4\xde\xd3\xde\xd2\xde\xe0 \xe0\xd0\xe1\xe2', 'latin1'),
    ['EVIDENCE_CHARSET_GUESSED'],
  ],
  ['in EBCDIC', Buffer.from('\xd5\x96\xa3\x89\x83\x85', 'latin1'), ['EVIDENCE_CHARSET_GUESSED']],
  ['in Windows-1252', Buffer.from('\x93l\x92\xe9t\xe9\x94 \x96 d\xe9j\xe0', 'latin1'), []],
  ['in UTF-8', Buffer.from('déjà là, l’été'), []],
  [
    'in UTF-16 without mark in Cyrillic',
    Buffer.from('Договор расторгнут.', 'utf16le'),
    ['EVIDENCE_CHARSET_GUESSED'],
  ],
  [
    'in UTF-16 without mark in Chinese',
    Buffer.from('原告请求法院发布临时限制令。\n证据见附件的合同。', 'utf16le'),
    ['EVIDENCE_CHARSET_GUESSED'],
  ],
  ['in UTF-16', Buffer.from('\ufeffdéjà là', 'utf16le'), []],
])('whether the charset was guessed is told of a text %s', (_what, bytes, codes) => {
  expect(inspectFile(bytesSource(bytes), 'text', 'x').problems.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"><text>Plan</text></svg>', ['EVIDENCE_PART_LEFT_OUT']],
  [
    '<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg:svg/>',
    ['EVIDENCE_PART_LEFT_OUT'],
  ],
  ['<svgs/>', []],
  ['<smses><sms body="&lt;svg&gt;"/></smses>', []],
])('that a drawing is not shown is told of %s', (text, codes) => {
  const { problems } = inspectFile(bytesSource(Buffer.from(text)), 'text', 'x.svg');
  expect(problems.map(({ code }) => code)).toEqual(codes);
});

test('inspection tells whether there is text', () => {
  expect(inspectFile(bytesSource(Buffer.from(' \n')), 'text', 'x')).toMatchObject({
    hasText: false,
    problems: [],
  });
  expect(inspectFile(bytesSource(Buffer.from('<p>a</p>')), 'html', 'x')).toMatchObject({ hasText: true });
  expect(inspectFile(bytesSource(Buffer.from([0])), 'native', 'x')).toMatchObject({
    problems: [{ code: 'EVIDENCE_UNSUPPORTED_KIND' }],
  });
  const ownerFile = Buffer.alloc(162, '\u0003Ada');
  expect(inspectFile(bytesSource(ownerFile), 'native', '~$notice.docx').problems[0]?.message).toContain(
    'Office',
  );
  for (const head of ['\0\x05\x16\x07\0\x02', '\0\0\0\x01Bud1'])
    expect(inspectFile(bytesSource(Buffer.from(head, 'latin1')), 'native', 'x')).toMatchObject({
      problems: [{ code: 'EVIDENCE_NO_DOCUMENT' }],
    });
});
