import { bytesSource } from '../../../pdf/index.ts';
import type { Mail } from '../mail.ts';
import { readEml } from '../read-eml.ts';

/** A small PNG of one pixel. */
export const onePixelPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNwcHAAAAGEAMGDX2mUAAAAAElFTkSuQmCC',
  'base64',
);

/** The bytes of a mail written as lines. */
export function mailBytes(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

/** A mail written as lines, read. */
export function mailOfLines(...lines: readonly string[]): Mail {
  return readEml(bytesSource(mailBytes(...lines)));
}

/** A mail whose body is this HTML, with a picture of one pixel under the content id `logo@fairwater`. */
export function htmlMail(html: string): Mail {
  return mailOfLines(
    'From: Ann Day <ann@fairwater.example>',
    'To: Bo Lee <bo@northgate.example>',
    'Subject: Notice of outage',
    'Content-Type: multipart/related; boundary=r',
    '',
    '--r',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--r',
    'Content-Type: image/png; name=logo.png',
    'Content-ID: <logo@fairwater>',
    'Content-Transfer-Encoding: base64',
    '',
    onePixelPng.toString('base64'),
    '--r--',
    '',
  );
}
