import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import { bytesSource } from '../../pdf/index.ts';
import type { Member } from '../reading.ts';
import { inspectMail, mailMembers, mailText, readMail, safeMailHtml } from './index.ts';
import type { MailAddress } from './mail.ts';
import { corpora } from '../../testing/corpora/corpus-files.ts';

const mailCorpus = join(corpora, 'mail');
const isHere = existsSync(mailCorpus);
const reason = isHere ? '' : ' (skipped: the corpora are not here)';

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

function kindOfName(path: string): EvidenceKind {
  if (path.endsWith('.msg')) return 'msg';
  if (path.endsWith('.tnef')) return 'tnef';
  return path.endsWith('.mbox') ? 'mbox' : 'eml';
}

async function allMembers(bytes: Uint8Array, kind: EvidenceKind): Promise<Member[]> {
  const members: Member[] = [];
  for (let from: number | null = 0; from !== null;) {
    const batch = await mailMembers(bytesSource(bytes), kind, from, 1024 * 1024);
    members.push(...batch.members);
    from = batch.next;
  }
  return members;
}

const mails = isHere ? filesUnder(mailCorpus).filter((path) => !path.endsWith('.json')) : [];

describe.skipIf(!isHere)(`mail that others wrote${reason}`, () => {
  it('is read whatever its shape, with its words or a problem that says why there are none', async () => {
    const silent: string[] = [];
    for (const path of mails) {
      const bytes = readFileSync(path);
      const kind = kindOfName(path);
      const reading = await inspectMail(bytesSource(bytes), kind, path);
      const members = await allMembers(bytes, kind);
      const { pages } = await mailText(bytesSource(bytes), kind, 1, 1_000_000);
      const words = pages
        .map(({ text }) => text)
        .join('')
        .trim();
      if (kind === 'mbox')
        expect(members.length, path).toBe((reading.report as { messages: number }).messages);
      else safeMailHtml(readMail(bytesSource(bytes), kind));
      if (words === '' && members.length === 0 && reading.problems.length === 0) silent.push(path);
      expect(members.length > 0, path).toBe(reading.hasMembers);
      expect(words !== '', path).toBe(reading.hasText);
    }
    expect(silent).toEqual([]);
  });

  it('has messages in mailboxes that are mails themselves, byte for byte', async () => {
    for (const path of mails.filter((each) => each.endsWith('.mbox'))) {
      const bytes = readFileSync(path);
      for (const member of await allMembers(bytes, 'mbox')) {
        if (!('bytes' in member)) throw new Error(`${path}: ${member.problem.code}`);
        expect(bytes.includes(Buffer.from(member.bytes)), path).toBe(true);
        expect(readMail(bytesSource(member.bytes), 'eml').headers.length, path).toBeGreaterThan(0);
      }
    }
  });
});

/** Another parser's answer, as it stands beside some mails. */
interface Parsed {
  readonly attachments: readonly number[];
  readonly parts: readonly {
    readonly headers: readonly { readonly name: string | { other: string }; readonly value: unknown }[];
    readonly body: Record<string, unknown>;
    readonly offset_body: number;
    readonly offset_end: number;
  }[];
}

/** Where we mean something else than the other parser, and why. */
const differences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  malformed__002: {
    names: 'its boundary never comes: its text is shown as the body, not kept as a nameless file',
    hashes: 'as above',
  },
  malformed__017: {
    names: 'the name stands in a disposition whose kind is missing; it is read all the same',
  },
  rfc__001: {
    hashes:
      'two files are elsewhere: what stands in their place is the headers that they would have, not they',
  },
  thirdparty__015: {
    names:
      'attached mails end at the outer boundary even where their own header is cut: three files, not one',
    hashes: 'as above',
  },
};

const parses = mails.filter((path) => existsSync(path.replace(/\.\w+$/, '.json')));

describe.skipIf(!isHere)(`the parses beside mails${reason}`, () => {
  it.each(parses.map((path) => [path.slice(mailCorpus.length + 1), path] as const))(
    'agree on subject, addresses, date, names and hashes of attachments: %s',
    async (name, path) => {
      const bytes = readFileSync(path);
      const parsed = JSON.parse(readFileSync(path.replace(/\.\w+$/, '.json'), 'utf8')) as Parsed;
      const mail = readMail(bytesSource(bytes), 'eml');
      const members = await allMembers(bytes, 'eml');
      const expected: Record<string, unknown> = {
        subject: textHeader(parsed, 'subject'),
        messageId: textHeader(parsed, 'message_id'),
        from: addresses(parsed, 'from'),
        to: addresses(parsed, 'to'),
        cc: addresses(parsed, 'cc'),
        date: dateOf(parsed),
        ...attachmentsOf(parsed, bytes),
      };
      const ours: Record<string, unknown> = {
        subject: mail.subject,
        messageId: mail.messageId,
        from: mail.from.map(plainAddress),
        to: mail.to.map(plainAddress),
        cc: mail.cc.map(plainAddress),
        date: mail.sentAt,
        names: members.map((member, at) =>
          /^attachment-\d+\.|\.eml$/.test(member.name) ? '' : mail.attachments[at]!.name,
        ),
        hashes: members.map((member) => ('bytes' in member ? sha256(member.bytes) : member.problem.code)),
      };
      const known = Object.keys(differences[/(\w+)\.eml$/.exec(name)![1]!] ?? {});
      for (const field of Object.keys(expected)) {
        if (known.includes(field))
          expect(ours[field], `${field} is no longer different`).not.toEqual(expected[field]);
        else expect(ours[field], field).toEqual(expected[field]);
      }
    },
  );
});

function header(parsed: Parsed, part: number, name: string): unknown {
  return parsed.parts[part]!.headers.find((each) => each.name === name)?.value;
}

function textHeader(parsed: Parsed, name: string): string {
  const value = header(parsed, 0, name) as { Text?: string } | undefined;
  return value?.Text ?? '';
}

const plainAddress = ({ name, address }: MailAddress) => ({ name, address });

function addresses(parsed: Parsed, name: string): { name: string; address: string }[] {
  const value = header(parsed, 0, name) as
    | { Address?: { List?: { name: string | null; address: string | null }[] } }
    | undefined;
  return (value?.Address?.List ?? []).map((each) =>
    each.address === null
      ? { name: each.name ?? '', address: '' }
      : { name: each.name ?? '', address: each.address },
  );
}

function dateOf(parsed: Parsed): string | null {
  const value = header(parsed, 0, 'date') as { DateTime?: Record<string, number | boolean> } | undefined;
  const date = value?.DateTime;
  if (!date) return null;
  const part = (name: string) => Number(date[name]);
  const offset = (part('tz_hour') * 60 + part('tz_minute')) * (date['tz_before_gmt'] ? -1 : 1);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return new Date(local - offset * 60_000).toISOString();
}

function attachmentsOf(parsed: Parsed, bytes: Buffer): { names: string[]; hashes: string[] } {
  const names: string[] = [];
  const hashes: string[] = [];
  for (const at of parsed.attachments) {
    const part = parsed.parts[at]!;
    const attribute = (field: string, name: string) => {
      const value = header(parsed, at, field) as
        | { ContentType?: { attributes: { name: string; value: string }[] | null } }
        | undefined;
      return value?.ContentType?.attributes?.find((each) => each.name === name)?.value;
    };
    const name = attribute('content_disposition', 'filename') ?? attribute('content_type', 'name') ?? '';
    names.push(name.replace(/^.*[/\\]/, ''));
    const content =
      part.body['Binary'] ?? part.body['InlineBinary'] ?? part.body['Text'] ?? part.body['Html'];
    if (Array.isArray(content)) hashes.push(sha256(Uint8Array.from(content as number[])));
    else if (typeof content === 'string') hashes.push(sha256(Buffer.from(content, 'utf8')));
    else hashes.push(sha256(bytes.subarray(part.offset_body, part.offset_end)));
  }
  return { names, hashes };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
