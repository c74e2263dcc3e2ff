import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../pdf/pdf-source.ts';
import { mailOfLines } from '../testing/mail-fixture.ts';
import { readCms } from './cms.ts';
import { inspectSignedFile, signedMembers } from './signed-file.ts';

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length =
    content.length < 0x80
      ? Buffer.from([content.length])
      : Buffer.from([0x82, content.length >> 8, content.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, content]);
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const [data, signed, enveloped, compressed] = [
  '2a864886f70d010701',
  '2a864886f70d010702',
  '2a864886f70d010703',
  '2a864886f70d0109100109',
];
const name = (common: string, email: string) =>
  sequence(
    der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(common)))),
    der(0x31, sequence(oid('2a864886f70d010901'), der(0x16, Buffer.from(email)))),
  );
const one = der(0x02, Buffer.from([1]));
const issuer = name('Fairwater CA', 'ca@fairwater.example');
const certificate = sequence(
  sequence(
    der(0xa0, one),
    one,
    sequence(),
    issuer,
    sequence(),
    name('Ann Day', 'ann@fairwater.example'),
    sequence(),
  ),
  sequence(),
  der(0x03, Buffer.from([0])),
);

/** A signed message around some content, sent whole or in pieces of indefinite length. */
function signedMessage(content: Buffer, isInPieces: boolean): Buffer {
  const half = content.length >> 1;
  const pieces = [der(0x04, content.subarray(0, half)), der(0x04, content.subarray(half))];
  const end = Buffer.from([0, 0]);
  const octets = isInPieces ? Buffer.concat([Buffer.from([0x24, 0x80]), ...pieces, end]) : der(0x04, content);
  return sequence(
    oid(signed),
    der(
      0xa0,
      sequence(
        one,
        der(0x31),
        sequence(oid(data), der(0xa0, octets)),
        der(0xa0, certificate),
        der(0x31, sequence(one, sequence(issuer, one), sequence())),
      ),
    ),
  );
}

const inner = Buffer.from('Content-Type: text/plain\r\n\r\nSigned words');

describe('a CMS message', () => {
  it.each([
    ['whole', false],
    ['in pieces', true],
  ])('gives its content and whom the signature names, sent %s', (_how, isInPieces) => {
    expect(readCms(signedMessage(inner, isInPieces))).toEqual({
      kind: 'signed',
      signedBy: ['Ann Day <ann@fairwater.example>'],
      inner,
    });
  });

  it('is told when it is encrypted, and opened when it is only compressed', () => {
    expect(readCms(sequence(oid(enveloped), der(0xa0, sequence(one))))).toEqual({ kind: 'encrypted' });
    const packed = sequence(one, sequence(), sequence(oid(data), der(0xa0, der(0x04, deflateSync(inner)))));
    expect(readCms(sequence(oid(compressed), der(0xa0, packed)))).toEqual({ kind: 'compressed', inner });
  });

  it('is none where the bytes are something else, cut off or endless', () => {
    const whole = signedMessage(inner, true);
    expect(readCms(Buffer.from('words'))).toBeNull();
    expect(readCms(Buffer.alloc(0))).toBeNull();
    for (let length = 1; length < whole.length; length += 7) readCms(whole.subarray(0, length));
    expect(readCms(Buffer.alloc(100_000, Buffer.from([0x30, 0x80])))).toBeNull();
  });

  it('shows its words as the body of the mail it came in', () => {
    const mail = mailOfLines(
      'Subject: Opaque',
      'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
      'Content-Transfer-Encoding: base64',
      '',
      signedMessage(inner, true).toString('base64'),
    );
    expect([mail.text, mail.signedBy]).toEqual(['Signed words', ['Ann Day <ann@fairwater.example>']]);
    expect(mail.problems.map(({ message }) => message)).toEqual([
      'The email carries a digital signature that names Ann Day <ann@fairwater.example>. The signature was not verified here; verify it with the original.',
    ]);
    // What was opened is the mail itself, and no file that came with it.
    expect(mail.attachments).toEqual([]);
  });

  it('is told by its name where a gateway made mere bytes of it', () => {
    const { text, attachments } = mailOfLines(
      'Subject: Opaque',
      'Content-Type: application/octet-stream; name="smime.p7m"',
      'Content-Transfer-Encoding: base64',
      '',
      signedMessage(inner, false).toString('base64'),
    );
    expect({ text, attachments }).toEqual({ text: 'Signed words', attachments: [] });
  });

  it('stays a file where a document was signed and attached, and has the document inside', () => {
    const contract = signedMessage(Buffer.from('Thirty days. Content-Type: none.'), false);
    const mail = mailOfLines(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See the contract.',
      '--b',
      'Content-Type: application/pkcs7-mime; name="contract.txt.p7m"',
      'Content-Transfer-Encoding: base64',
      '',
      contract.toString('base64'),
      '--b--',
    );
    expect([mail.text, mail.problems, mail.attachments.map((file) => file.name)]).toEqual([
      'See the contract.',
      [],
      ['contract.txt.p7m'],
    ]);
    const source = bytesSource(contract);
    const { hasMembers, problems, claims } = inspectSignedFile(source)!;
    expect({ hasMembers, problems: problems.map(({ message }) => message), claims }).toEqual({
      hasMembers: true,
      problems: [
        'The file carries a digital signature that names Ann Day <ann@fairwater.example>. The signature was not verified here; verify it with the original.',
      ],
      claims: [{ field: 'signedBy', value: 'Ann Day <ann@fairwater.example>' }],
    });
    expect(signedMembers(source, 'contract.txt.p7m')).toEqual({
      members: [{ name: 'contract.txt', bytes: Buffer.from('Thirty days. Content-Type: none.') }],
      next: null,
    });
    expect(signedMembers(bytesSource(signedMessage(inner, false)), 'smime.p7m').members[0]!.name).toBe(
      'smime.eml',
    );
  });

  it('says of a signature alone, and of what is encrypted, what it is', () => {
    const alone = sequence(oid(signed), der(0xa0, sequence(one, der(0x31), sequence(oid(data)), der(0x31))));
    const told = (bytes: Buffer) => inspectSignedFile(bytesSource(bytes))?.problems.map(({ code }) => code);
    expect(told(alone)).toEqual(['EVIDENCE_NO_DOCUMENT']);
    expect(told(sequence(oid(enveloped), der(0xa0, sequence(one))))).toEqual(['EVIDENCE_ENCRYPTED']);
    expect(inspectSignedFile(bytesSource(Buffer.from('words')))).toBeNull();
  });
});
