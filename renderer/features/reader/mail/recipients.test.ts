import { expect, test } from 'vitest';
import { splitRecipients } from './recipients.ts';

test.each([
  ['one', 'jo@example.com', ['jo@example.com']],
  ['two', 'Jo <jo@example.com>, al@example.com', ['Jo <jo@example.com>', 'al@example.com']],
  [
    'a comma in a name',
    '"Doe, Jo" <jo@example.com>, Al <al@example.com>',
    ['"Doe, Jo" <jo@example.com>', 'Al <al@example.com>'],
  ],
  [
    'a remark',
    'jo@example.com (Jo, of Fairwater), al@example.com',
    ['jo@example.com (Jo, of Fairwater)', 'al@example.com'],
  ],
  ['nobody', ' , ', []],
  ['a quotation mark never closed', '"Jo, al@example.com', ['"Jo, al@example.com']],
])('%s', (_name, value, people) => {
  expect(splitRecipients(value)).toEqual(people);
});
