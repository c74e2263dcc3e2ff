import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const madeAt = new Date(Date.UTC(2021, 0, 11, 12));

/** An archive of ours, the same bytes for the same files. */
export async function makeZip(files: Readonly<Record<string, Uint8Array | string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files))
    zip.addBuffer(Buffer.from(bytes as Uint8Array), name, { mtime: madeAt });
  zip.end();
  return buffer(zip.outputStream);
}

/** A mail of ours with attachments. */
export function makeMail(
  subject: string,
  attachments: Readonly<Record<string, Uint8Array | string>> = {},
): string {
  const boundary = 'fairwater-boundary';
  const parts = Object.entries(attachments).flatMap(([name, bytes]) => [
    `--${boundary}`,
    `Content-Type: application/octet-stream; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(bytes as Uint8Array)
      .toString('base64')
      .replaceAll(/.{76}/g, '$&\r\n'),
  ]);
  return [
    'From: Ada Fairwater <ada@fairwater.example>',
    'To: notices@northgate.example',
    `Subject: ${subject}`,
    'Date: Mon, 11 Jan 2021 09:30:00 -0800',
    `Message-ID: <${subject.toLowerCase().replaceAll(/[^a-z]+/g, '-')}@fairwater.example>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Please find enclosed: ${subject}.`,
    ...parts,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
