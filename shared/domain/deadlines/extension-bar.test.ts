import { expect, test } from 'vitest';
import { extensionBar } from './extension-bar.ts';

test.each<[string, string]>([
  ['Fed. R. Civ. P. 59(e)', 'No court may extend it: Fed. R. Civ. P. 6(b)(2).'],
  ['Fed. R. Civ. P. 59(b), 50(d)', 'No court may extend it: Fed. R. Civ. P. 6(b)(2).'],
  // The district court may, on a motion within 30 days after its end.
  [
    'Fed. R. App. P. 4(a)(1)(A)',
    'Only the district court may extend it, within Fed. R. App. P. 4(a)(5) and (6).',
  ],
  [
    'Fed. R. App. P. 4(a)(4)(A)',
    'Only the district court may extend it, within Fed. R. App. P. 4(a)(5) and (6).',
  ],
  ['Fed. R. App. P. 4(a)(5)(C)', 'No court may extend it: Fed. R. App. P. 26(b)(1).'],
  ['Fed. R. Civ. P. 23(f)', 'No court may extend it: Fed. R. App. P. 26(b)(1).'],
  ['28 U.S.C. § 1446(b)(1)', 'A statute sets it, and no court may extend it.'],
  ['Fed. R. Civ. P. 65(b)(2)', 'It ends with the order itself: Fed. R. Civ. P. 65(b)(2).'],
  ...[
    'LCivR 99(a)',
    'LCivR 3; Fed. R. App. P. 4(a)(1)(A)',
    'LCivR 3; Fed. R. App. P. 26',
    'LCivR 3; Fed. R. Civ. P. 23(f)',
    'LCivR 3; 28 U.S.C. § 1446',
    'LCivR 65; Fed. R. Civ. P. 65(b)(2)',
    'LCivR 59; Fed. R. Civ. P. 59(e)',
  ].map((cite): [string, string] => [cite, 'Its rule pack says that no court may extend it.']),
])('what forbids to extend the time of %s: %s', (cite, text) => {
  expect(extensionBar({ cite, isExtendable: false })).toBe(text);
});

test('nothing is said of a time that may be extended', () => {
  expect(extensionBar({ cite: 'Fed. R. Civ. P. 33(b)(2)', isExtendable: true })).toBeNull();
});
