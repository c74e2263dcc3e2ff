import { expect, test } from 'vitest';
import { readDocketSource } from './read-source.ts';
import { isPropertyList, pageOfSafariArchive } from './safari-archive.ts';
import { sheetPage } from './sheet/sheet-fixture.ts';

const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const address = 'https://ecf.wawd.uscourts.gov/cgi-bin/DktRpt.pl?298765';

/** An object of a binary property list: its kind and count, then what it holds. */
function object(kind: number, count: number, held: Uint8Array): Buffer {
  const head =
    count < 15
      ? Buffer.from([(kind << 4) | count])
      : Buffer.from([(kind << 4) | 15, 0x12, ...[24, 16, 8, 0].map((bits) => (count >> bits) & 255)]);
  return Buffer.concat([head, held]);
}
const text = (words: string) => object(5, words.length, Buffer.from(words));

/** A web archive as Safari writes one; each object is named by one byte, and found by four. */
function safariArchive(page: Uint8Array): Buffer {
  const objects = [
    object(13, 1, Buffer.from([1, 2])),
    text('WebMainResource'),
    object(13, 3, Buffer.from([3, 4, 5, 6, 7, 8])),
    text('WebResourceData'),
    text('WebResourceMIMEType'),
    text('WebResourceURL'),
    object(4, page.length, page),
    text('text/html'),
    text(address),
  ];
  let at = 8;
  const offsets = Buffer.alloc(objects.length * 4);
  for (const [i, { length }] of objects.entries()) {
    offsets.writeUInt32BE(at, i * 4);
    at += length;
  }
  const trailer = Buffer.alloc(32);
  trailer.set([4, 1], 6);
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, offsets, trailer]);
}

test('a docket saved by Safari as a web archive is read as the page it holds, letters beyond ASCII too', async () => {
  const page = sheetPage().replaceAll('Fairwater', 'Fäirwater’s');
  const [archived, saved] = await Promise.all(
    [safariArchive(Buffer.from(page)), Buffer.from(page)].map((bytes) => readDocketSource(bytes, 'Docket')),
  );
  expect(archived!.dockets).toEqual(saved!.dockets);
  expect(archived!.dockets[0]!.header.title).toBe('Fäirwater’s LLC v. Northgate Hosting, Inc.');
});

test('the page begins with the address it came from', () => {
  expect(pageOfSafariArchive(safariArchive(Buffer.from('<p>Docket')), utf8)).toBe(
    `<!-- saved from url=${address} -->\n<p>Docket`,
  );
});

test('an archive that is cut off anywhere, or any byte of which is another, is read or refused, and never hangs', () => {
  const whole = safariArchive(Buffer.from('<p>Docket'));
  for (let at = 8; at < whole.length; at += 1) {
    for (const bytes of [whole.subarray(0, at), ...[0, 0x5f, 0xff].map((byte) => changed(whole, at, byte))]) {
      expect(isPropertyList(bytes)).toBe(true);
      expect(typeof (pageOfSafariArchive(bytes, utf8) ?? '')).toBe('string');
    }
  }
});

function changed(bytes: Buffer, at: number, byte: number): Buffer {
  const other = Buffer.from(bytes);
  other[at] = byte;
  return other;
}

test('a property list that is no archive is refused as no docket', async () => {
  const other = Buffer.from(safariArchive(Buffer.from('<p>Docket')));
  other.write('WebSomethingElse'.slice(0, 15), other.indexOf('WebMainResource'));
  await expect(readDocketSource(other, 'settings.plist')).rejects.toMatchObject({
    code: 'DOCKET_SOURCE_NOT_RECOGNISED',
  });
});
