import { expect, test } from 'vitest';
import { systemText } from './system-text.ts';

test.each([
  ['Reyes v. Holt — Exhibit A', 'Reyes v. Holt — Exhibit A'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['\u202bשלום\u202c v. \u2067عمر\u2069', 'שלום v. عمر'],
  ['two\r\nlines\tand more', 'two lines and more'],
])('%j is shown by the system as %j', (given, shown) => {
  expect(systemText(given)).toBe(shown);
});
