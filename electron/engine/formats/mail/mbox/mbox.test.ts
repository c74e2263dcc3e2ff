import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { kindOfSource } from '../../files/kind/kind-of-source.ts';
import { inspectMail, mailMembers } from '../index.ts';
import { mailBytes } from '../testing/mail-fixture.ts';

const texts = (bytes: Uint8Array) => bytes.toString();
const membersOf = async (box: string) =>
  (await mailMembers(bytesSource(Buffer.from(box)), 'mbox', 0, 1e9)).members;
const messagesOf = async (box: string) =>
  (await membersOf(box)).map((member) => 'bytes' in member && texts(member.bytes));
const line = 'From ann@fairwater.example Tue Mar  3 09:05:00 2026\n';

describe('a mailbox', () => {
  it('is parted also where no empty line stands before a message, by a line that is whole', async () => {
    const from = 'From ???@??? Tue Mar 03 09:05:00 2026';
    const box = mailBytes(
      from,
      'Subject: One',
      '',
      'From the desk of Ann, at 9:05',
      'and more',
      from,
      'Subject: Two',
      '',
      'b',
      '',
    );
    const { members } = await mailMembers(bytesSource(box), 'mbox', 0, 1e9);
    expect(members.map((member) => 'bytes' in member && texts(member.bytes))).toEqual([
      'Subject: One\r\n\r\nFrom the desk of Ann, at 9:05\r\nand more\r\n',
      'Subject: Two\r\n\r\nb\r\n',
    ]);
    expect(kindOfSource(bytesSource(box), 'In.txt')).toBe('mbox');
  });

  const box = Buffer.from(
    'From a@x.example Tue Mar  3 09:05:00 2026\nSubject: One\n\nFrom here on it is text\n>From the start\n\nFrom b@x.example Wed Mar  4 09:05:00 2026\nSubject: Two\n\ntwo\n',
  );

  it('gives each message exactly, a batch at a time', async () => {
    const first = await mailMembers(bytesSource(box), 'mbox', 0, 1);
    expect(first.members.map(({ name }) => name)).toEqual(['One.eml']);
    const second = await mailMembers(bytesSource(box), 'mbox', first.next!, 1);
    expect(second.next).toBeNull();
    const bytes = [...first.members, ...second.members].map((member) =>
      'bytes' in member ? texts(member.bytes) : '',
    );
    expect(bytes).toEqual([
      'Subject: One\n\nFrom here on it is text\n>From the start\n',
      'Subject: Two\n\ntwo\n',
    ]);
  });

  it('is counted', async () => {
    expect((await inspectMail(bytesSource(box), 'mbox', 'box')).report).toEqual({ messages: 2 });
  });

  it('is parted by CR where its lines end with it', async () => {
    const box = `${line}Subject: One\n\none\n\n${line}Subject: Two\n\ntwo\n`.replaceAll('\n', '\r');
    expect(kindOfSource(bytesSource(Buffer.from(box)), 'In')).toBe('mbox');
    expect(await messagesOf(box)).toEqual(['Subject: One\r\rone\r', 'Subject: Two\r\rtwo\r']);
  });

  it('is parted by lines that name a sender and no time', async () => {
    const box = 'From a@x.example\nSubject: One\n\none\n\nFrom b@x.example\nSubject: Two\n\ntwo\n';
    expect(kindOfSource(bytesSource(Buffer.from(box)), 'In')).toBe('mbox');
    expect(await messagesOf(box)).toEqual(['Subject: One\n\none\n', 'Subject: Two\n\ntwo\n']);
  });

  it('cuts no character of a long subject in two', async () => {
    const box = `${line}Subject: ${'a'.repeat(119)}🎉 and more\n\none\n`;
    expect((await membersOf(box)).map(({ name }) => name)).toEqual([`${'a'.repeat(119)}.eml`]);
  });

  it('is not parted by a sentence with a time in it, above an empty line', async () => {
    const message = 'Subject: One\n\nHello.\n\nFrom Monday at 8:00 we close.\n\nAnn\n';
    expect(await messagesOf(`${line}${message}\n${line}Subject: Two\n\ntwo\n`)).toEqual([
      message,
      'Subject: Two\n\ntwo\n',
    ]);
  });

  it('is parted by the counts of its messages where they are right, and by its lines where they are not', async () => {
    const body = `Forwarded:\n\n${line}Subject: Quoted\n\nwords\n`;
    const message = (count: number) => `Subject: One\nContent-Length: ${count}\n\n${body}`;
    const next = 'Subject: Two\nContent-Length: 4\n\ntwo\n';
    expect(await messagesOf(`${line}${message(body.length)}\n${line}${next}\n`)).toEqual([
      message(body.length),
      next,
    ]);
    expect(await messagesOf(`${line}${message(7)}\n${line}${next}`)).toHaveLength(3);
  });
});
