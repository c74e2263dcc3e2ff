import { expect, test } from 'vitest';
import { conversationsOf, type ThreadedMail } from './conversations.ts';

const mail = (key: number, messageId: string, ...refersTo: string[]): ThreadedMail => ({
  key,
  messageId,
  refersTo,
});

test.each([
  ['a reply and what it answers', [mail(1, 'a@x'), mail(2, 'b@x', 'a@x')], [[1, 2]]],
  ['ids in brackets and other capitals', [mail(1, 'A@X'), mail(2, 'b@x', '<c@x>\r\n <a@x>')], [[1, 2]]],
  ['replies to a message that is not there', [mail(1, 'b@x', 'a@x'), mail(2, 'c@x', '<a@x>')], [[1, 2]]],
  [
    'two conversations, of which each mail refers to the one before only',
    [
      mail(1, 'd@x', 'c@x'),
      mail(5, 'q@x', 'p@x'),
      mail(2, 'b@x', 'a@x'),
      mail(3, 'c@x', 'b@x'),
      mail(4, 'p@x'),
    ],
    [
      [1, 2, 3],
      [5, 4],
    ],
  ],
  ['a copy of a mail stands with it', [mail(1, 'a@x'), mail(2, 'a@x'), mail(3, 'b@x', 'a@x')], [[1, 2, 3]]],
  ['copies alone are none', [mail(1, 'a@x'), mail(2, 'a@x')], []],
  ['a mail that refers to itself is alone', [mail(1, 'a@x', '<a@x>')], []],
  ['mails without ids are alone', [mail(1, ''), mail(2, '')], []],
  ['a reply without an id of its own', [mail(1, 'a@x'), mail(2, '', 'a@x')], [[1, 2]]],
  [
    'words for people are no ids',
    [mail(1, 'a@x', 'Your mail of Friday'), mail(2, 'b@x', 'Your mail of Monday')],
    [],
  ],
])('%s', (_, mails, conversations) => expect(conversationsOf(mails)).toEqual(conversations));

test('a very long conversation takes no time that grows with its square', () => {
  const mails = Array.from({ length: 20_000 }, (_, at) => mail(at, `m${at}`, `m${at + 1}`));
  expect(conversationsOf(mails)).toHaveLength(1);
});
