import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import type { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import { inspectFile } from '../inspect.ts';
import { encodedMembers } from './encoded-values.ts';

const photograph = Buffer.alloc(3_000, 'a photograph');
const base64 = photograph.toString('base64');

const take = (text: string, from = 0, maxBytes = 1_000_000, kind: EvidenceKind = 'text') => {
  const { members, next } = encodedMembers(bytesSource(Buffer.from(text)), kind, from, maxBytes);
  const read = members.map((member) => [
    member.name,
    'bytes' in member
      ? Buffer.from(member.bytes).equals(photograph) || Buffer.from(member.bytes).toString()
      : member.problem.code,
  ]);
  return { read, next };
};

/** A value in lines of 75 characters, each but the first with a space before it. */
const folded = (line: string) => line.replaceAll(/(.{74})(?=.)/g, '$1\r\n ');

const part = (type: string, more: string) => `<part seq="0" ct="${type}" chset="106" ${more} />`;
const backup = (...parts: string[]) =>
  `<?xml version='1.0'?>\n<smses count="1"><sms body=' data="x"'/><mms><parts>${parts.join('')}</parts></mms></smses>`;

test('pictures of backed-up messages come out under their names, and words and layout do not', () => {
  const text = backup(
    part('application/smil', `name="null" cl="smil.xml" text="&lt;smil&gt;" data="${base64}"`),
    part('text/plain', 'name="null" cl="null" text="look data=&quot;"'),
    part('image/jpeg', `name="null" cl="Jos&#233;&apos;s wall.jpg" text="null" data="${base64}"`),
    part('video/mp4', `name="null" cl="null" text="null" data="${base64}"`),
    part('image/png', 'name="null" cl="cut.png" text="null" data=""'),
  );
  expect(take(text).read).toEqual([
    ["José's wall.jpg", true],
    ['part.mp4', true],
    ['cut.png', 'EVIDENCE_MEMBER_DAMAGED'],
  ]);
  const first = take(text, 0, 1);
  expect(first.read).toEqual([["José's wall.jpg", true]]);
  expect(take(text, first.next!, 1).read).toEqual([['part.mp4', true]]);
});

test('photographs of visiting cards and files of appointments come out, wherever the program folds its lines', () => {
  const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines.map(folded), 'END:VCARD', ''].join('\r\n');
  expect(
    take(
      card('VERSION:3.0', 'FN:José Núñez', `PHOTO;ENCODING=b;TYPE=JPEG:${base64}`, 'NOTE:PHOTO:none') +
        card('VERSION:4.0', 'item1.FN:Ann Lee', `item2.PHOTO:data:image/png;base64,${base64}`) +
        card('VERSION:3.0', 'FN:Bo', 'PHOTO;VALUE=uri:https://example.com/bo.jpg'),
    ).read,
  ).toEqual([
    ['photo of José Núñez.jpeg', true],
    ['photo of Ann Lee.png', true],
  ]);
  const event = (line: string) => ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', folded(line), ''].join('\r\n');
  const attached = 'ATTACH;FMTTYPE="image/jpeg";ENCODING=BASE64;VALUE=BINARY';
  expect(take(event(`${attached};X-FILENAME="Door: broken.jpg":${base64}`)).read).toEqual([
    ['Door_ broken.jpg', true],
  ]);
  expect(take(event(`${attached}:${base64}`)).read).toEqual([['attachment.jpeg', true]]);
});

test('values are found wherever windows of reading meet, and other texts have none', () => {
  const start = part('image/jpeg', `cl="a.jpg" data="${base64}"`);
  for (const shift of [0, 1, 5, 6, 7, 8, 60, 100]) {
    const filler = ' '.repeat(1024 * 1024 - shift - start.indexOf(' data=') - backup().indexOf('</parts>'));
    expect(take(backup(filler, start)).read).toEqual([['a.jpg', true]]);
  }
  for (let shift = 0; shift < 8; shift++) {
    const head = 'BEGIN:VCARD\r\nNOTE:';
    const note = 'x'.repeat(1024 * 1024 - shift - head.length);
    const text = `${head}${note}\r\nPHOTO;ENCODING=b;TYPE=GIF:${base64}\r\nEND:VCARD\r\n`;
    expect(take(text).read).toEqual([['photo.gif', true]]);
  }
  const has = (text: string) => inspectFile(bytesSource(Buffer.from(text)), 'text', 'a').hasMembers;
  expect(has(backup(start))).toBe(true);
  expect(has(`<parts>${start}</parts>`)).toBe(false);
  expect(has(`See\nPHOTO;ENCODING=b:${base64}`)).toBe(false);
  expect(has('BEGIN:VCARD\r\nFN:Ann\r\nEND:VCARD\r\n')).toBe(false);
});

test('a property of parameters without an end is passed over at once', () => {
  const text = `BEGIN:VCARD\r\nPHOTO${';'.repeat(10_000)}\r\nPHOTO;ENCODING=b;TYPE=GIF:${base64}\r\nEND:VCARD\r\n`;
  expect(take(text).read).toEqual([['photo.gif', true]]);
});

test('pictures and recordings that a saved page has within itself come out, and not what belongs to the page', () => {
  const data = (type: string, value = base64) => `data:${type};base64,${value}`;
  const page = `<!doctype html><style>@font-face{src:url(${data('font/woff2')})} b{background:url(${data('image/gif')})}</style>
    <img src="${data('image/png', 'iVBORw0KGgo=')}"><img src="${data('image/svg+xml')}"><script src='${data('text/javascript')}'></script>
    <img alt="the notice" src="${data('image/jpeg')}"><img src=${data('image/png')} class="wide">
    <video src=' ${data('video/mp4;codecs=avc1')}'></video><a href="${data('application/pdf', base64.replaceAll('Y', '%59'))}">order</a>
    <p>data:image/png;base64,${base64}</p>`;
  expect(take(page, 0, 1_000_000, 'html').read).toEqual([
    ['picture.gif', true],
    ['picture.jpeg', true],
    ['picture.png', true],
    ['recording.mp4', true],
    ['file.pdf', true],
  ]);
  const has = (text: string) => inspectFile(bytesSource(Buffer.from(text)), 'html', 'a').hasMembers;
  expect([has(page), has('<p>plain')]).toEqual([true, false]);
});
