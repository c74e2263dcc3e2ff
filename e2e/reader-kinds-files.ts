import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import { ZipFile } from 'yazl';

/** Rows of the long table. */
export const tableRows = 8_000;
/** The row with a word that no other row has. */
export const needleRow = 6_000;

/** What a hostile mail would have run, loaded or sent: each would be seen in the title, the requests or the console. */
const vectors = [
  '<script>document.title="pwned"; fetch("https://evil.example/1")</script>',
  '<img src="https://evil.example/2.png" alt="our logo">',
  '<img src=x onerror="document.title=\'pwned\'">',
  '<svg onload="document.title=\'pwned\'"><script>document.title="pwned"</script></svg>',
  '<iframe src="https://evil.example/5"></iframe>',
  '<object data="https://evil.example/6"></object><embed src="https://evil.example/6b">',
  '<link rel="stylesheet" href="https://evil.example/7.css">',
  '<style>@import "https://evil.example/8.css"; body { background: url(https://evil.example/8b) }</style>',
  '<div style="background-image:url(https://evil.example/9)">behind</div>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/10">',
  '<base href="https://evil.example/11/">',
  '<form action="https://evil.example/12"><input name="a" autofocus onfocus="document.title=\'pwned\'"></form>',
  '<a href="javascript:document.title=\'pwned\'">a link that would run</a>',
  '<video src="https://evil.example/14" poster="https://evil.example/14b" autoplay></video>',
  '<audio src="https://evil.example/15" autoplay></audio>',
  '<math><mtext><table><mglyph><style><img src=x onerror="document.title=\'pwned\'"></style></mglyph></table></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=document.title=\'pwned\'>"></noscript>',
  '<details open ontoggle="document.title=\'pwned\'">opened</details>',
  '<body onload="document.title=\'pwned\'" background="https://evil.example/19">',
  '<table background="https://evil.example/20"><tr><td>cell</td></tr></table>',
  '<picture><source srcset="https://evil.example/21 2x"><img srcset="https://evil.example/21b"></picture>',
  '<a href="https://evil.example/22" ping="https://evil.example/22b">a link that would leave</a>',
  '<template><img src="https://evil.example/23"></template><portal src="https://evil.example/23b"></portal>',
  '<img src="matter://other/evidence/other" alt="another file"><img src="app://bundle/index.html" alt="the app">',
];

function mail(headers: readonly string[], parts: readonly (readonly string[])[], kind: string): Buffer {
  const boundary = 'part-of-a-made-mail';
  const lines = [
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
  ];
  for (const part of parts) lines.push(`--${boundary}`, ...part, '');
  return Buffer.from([...lines, `--${boundary}--`, ''].join('\r\n'));
}

/** A mail with formatted and plain text, a remote picture, many recipients and a table that came with it. */
function makeNotice(): Buffer {
  const people = Array.from(
    { length: 12 },
    (_, index) => `Member ${index + 1} <m${index + 1}@fairwater.example>`,
  );
  return mail(
    [
      'From: Robin Okafor <r.okafor@fairwater.example>',
      `To: ${people.join(',\r\n ')}`,
      'Cc: "Trust Desk, Northgate" <trust@northgate.example>',
      'Subject: Notice of suspension',
      'Date: Sun, 10 Jan 2021 02:07:00 +0000',
      'Message-ID: <notice-1@fairwater.example>',
    ],
    [
      [
        'Content-Type: multipart/alternative; boundary="inner"',
        '',
        '--inner',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'The keystone clause was not followed.',
        '',
        '> You will be given thirty days of notice.',
        '> That is what the agreement says.',
        '--inner',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<h2>Notice</h2><p>The <b>keystone</b> clause was not followed.</p><img src="https://evil.example/logo.png" alt="Northgate">',
        `${'<p>Another paragraph of the letter stands here, so that it is longer than the pane.</p>'.repeat(40)}<p>Below it the keystone stands once more.</p>`,
        '--inner--',
      ],
      [
        'Content-Type: text/csv; name="posts.csv"',
        'Content-Disposition: attachment; filename="posts.csv"',
        '',
        'author,post\r\nann,hello\r\n',
      ],
    ],
    'mixed',
  );
}

function makeHostile(): Buffer {
  return Buffer.from(
    [
      'From: Nobody <nobody@evil.example>',
      'To: Robin Okafor <r.okafor@fairwater.example>',
      'Subject: A letter that wants too much',
      'Date: Mon, 11 Jan 2021 10:00:00 -0800',
      'Message-ID: <hostile-1@evil.example>',
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<html><p>Its first words are harmless.</p>${vectors.join('\n')}<p>Its last words are read.</p></html>`,
      '',
    ].join('\r\n'),
  );
}

/** A TIFF of gray pages, not compressed, each with a dark bar at another height. */
function makeTiff(pages: number, width: number, height: number): Buffer {
  const fields = 9;
  const directoryBytes = 2 + fields * 12 + 4;
  const pageBytes = directoryBytes + width * height;
  const file = Buffer.alloc(8 + pages * pageBytes, 0xff);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8, 4);
  for (let page = 0; page < pages; page += 1) {
    const at = 8 + page * pageBytes;
    const pixels = at + directoryBytes;
    const entries: [tag: number, type: number, value: number][] = [
      [256, 3, width],
      [257, 3, height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, pixels],
      [277, 3, 1],
      [278, 3, height],
      [279, 4, width * height],
    ];
    file.writeUInt16LE(fields, at);
    for (const [index, [tag, type, value]] of entries.entries()) {
      const entry = at + 2 + index * 12;
      file.writeUInt16LE(tag, entry);
      file.writeUInt16LE(type, entry + 2);
      file.writeUInt32LE(1, entry + 4);
      file.writeUInt32LE(0, entry + 8);
      if (type === 3) file.writeUInt16LE(value, entry + 8);
      else file.writeUInt32LE(value, entry + 8);
    }
    file.writeUInt32LE(page + 1 < pages ? at + pageBytes : 0, at + 2 + fields * 12);
    const bar = pixels + (20 + page * 40) * width;
    file.fill(0x20, bar, bar + 10 * width);
  }
  return file;
}

/** A sine of so many seconds: a WAV of 8 kHz, 8 bits. */
function makeWav(seconds: number): Buffer {
  const rate = 8_000;
  const file = Buffer.alloc(44 + seconds * rate);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(seconds * rate, 40);
  for (let at = 44; at < file.length; at += 1) file[at] = 128 + Math.round(40 * Math.sin(at / 3));
  return file;
}

async function makeZip(files: Readonly<Record<string, Uint8Array | string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files))
    zip.addBuffer(Buffer.from(bytes as Uint8Array), name, { mtime: new Date(Date.UTC(2021, 0, 9)) });
  zip.end();
  return buffer(zip.outputStream as Readable);
}

function makeDocx(paragraphs: readonly string[]): Promise<Buffer> {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return makeZip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

/** A picture of a letter, as a screenshot of one, and the same as a JPEG that its camera stored turned. */
async function makePictures(folder: string): Promise<void> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([420, 240]);
  const font = await document.embedFont(StandardFonts.TimesRoman);
  page.drawRectangle({ x: 0, y: 0, width: 420, height: 240, color: rgb(1, 1, 1) });
  for (const [index, text] of [
    'The suspension of service',
    'took effect at midnight',
    'without any notice',
  ].entries())
    page.drawText(text, { x: 30, y: 180 - index * 50, size: 26, font });
  const pdf = join(folder, 'letter.pdf');
  writeFileSync(pdf, await document.save());
  const stem = join(folder, 'Screenshot');
  execFileSync('pdftoppm', ['-png', '-r', '150', '-singlefile', pdf, stem]);
  execFileSync('pdftoppm', ['-jpeg', '-r', '50', '-singlefile', pdf, join(folder, 'plain')]);
  writeFileSync(
    join(folder, 'Turned photo.jpg'),
    withOrientation(readFileSync(join(folder, 'plain.jpg')), 6),
  );
}

/** A JPEG with an Exif orientation put in front of what it has. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.alloc(4 + 32);
  exif.writeUInt16BE(0xffe1, 0);
  exif.writeUInt16BE(34, 2);
  exif.write('Exif\0\0MM\0*', 4, 'latin1');
  exif.writeUInt32BE(8, 14);
  exif.writeUInt16BE(1, 18);
  exif.writeUInt16BE(0x0112, 20);
  exif.writeUInt16BE(3, 22);
  exif.writeUInt32BE(1, 24);
  exif.writeUInt16BE(orientation, 28);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** Files of many kinds, and a transcript beside them. Answers the names of the evidence. */
export async function makeKinds(folder: string): Promise<readonly string[]> {
  await makePictures(folder);
  const rows = Array.from({ length: tableRows }, (_, index) =>
    index === needleRow
      ? `user${index},"The needle, in quotation marks",2021-01-09`
      : `user${index},post number ${index},2021-01-09`,
  );
  const files: Readonly<Record<string, Uint8Array | string>> = {
    'Notice.eml': makeNotice(),
    'Hostile.eml': makeHostile(),
    'Fax.tiff': makeTiff(3, 300, 200),
    'Posts.csv': `author,post,day\n${rows.join('\n')}\n`,
    'Memo.docx': await makeDocx(['Memorandum to counsel', 'The agreement asks for thirty days of notice.']),
    'Call.wav': makeWav(30),
    'Export.zip': await makeZip({ 'readme.txt': 'What was exported.', 'posts.csv': 'a,b\n1,2\n3,4\n' }),
    'Terms.md': '# Terms\n\nEither party may terminate with thirty days of notice.\n',
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  writeFileSync(
    join(folder, 'Call.srt'),
    '1\n00:00:01,000 --> 00:00:04,000\nROBIN: We were never told.\n\n2\n00:00:12,000 --> 00:00:15,000\nDESK: The decision is final.\n\n3\n00:00:20,000 --> 00:00:22,000\nROBIN: Then we go to court.\n',
    { mode: 0o644 },
  );
  return [...Object.keys(files), 'Screenshot.png', 'Turned photo.jpg'];
}
