import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentNames, shortNameOf } from './document-name.ts';

const entry = {
  number: 34,
  attachment: null,
  filedOn: '2026-01-21',
  enteredOn: null,
  text: '',
  shortText: '',
};
const nameOf = (fields: object, highest = 40) =>
  documentNames([{ entry: { ...entry, ...fields }, extension: '.pdf' }], highest)[0];

test.each([
  ['ORDER denying 2 Motion for TRO by Judge B. Rees. (Entered: 03/01/2026)', 'ORDER denying Motion for TRO'],
  ['MOTION for Temporary Restraining Order by Fairwater LLC.', 'MOTION for Temporary Restraining Order'],
  ['RESPONSE re 12 MOTION filed by Northgate Hosting, Inc.', 'RESPONSE'],
  ['Exhibit 5', 'Exhibit 5'],
  ['**SEALED DOCUMENT**', 'SEALED DOCUMENT'],
])('“%s” is called “%s” in short', (text, short) => {
  expect(shortNameOf({ text, shortText: '' })).toBe(short);
});

test('the number has three digits at least, and as many as the docket needs', () => {
  expect(nameOf({ attachment: 1, shortText: 'Order denying PI' })).toBe('034-1 Order denying PI.pdf');
  expect(nameOf({ shortText: 'Order' }, 12_000)).toBe('00034 Order.pdf');
});

test('without a number the date comes first', () => {
  expect(nameOf({ number: null, shortText: 'Minutes' })).toBe('2026-01-21 Minutes.pdf');
  expect(nameOf({ number: null, filedOn: null, shortText: 'Minutes' })).toBe('undated Minutes.pdf');
});

test('whatever the texts, no name is refused by a system and none comes twice', () => {
  const fields = fc.record({
    number: fc.option(fc.integer({ min: 1, max: 3 })),
    text: fc.oneof(
      // Halves of letters too. All letters by name (`unit: 'binary'`) would take seconds to list.
      fc.array(fc.nat(0xffff), { maxLength: 300 }).map((units) => String.fromCharCode(...units)),
      fc.constantFrom('Order', 'ORDER', 'a/b:c?', 'x. . .'),
    ),
  });
  fc.assert(
    fc.property(fc.array(fields, { maxLength: 12 }), (documents) => {
      const names = documentNames(
        documents.map((said) => ({ entry: { ...entry, ...said }, extension: '.pdf' })),
        3,
      );
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(documents.length);
      const isRefused = (name: string) =>
        name.length > 120 || /[<>:"/\\|?*\p{Cc}]|[. ]\.pdf$|^\s/u.test(name) || !name.isWellFormed();
      expect(names.filter(isRefused)).toEqual([]);
    }),
  );
});
