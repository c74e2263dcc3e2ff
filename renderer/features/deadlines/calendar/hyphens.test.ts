import { expect, test } from 'vitest';
import { withHyphens } from './hyphens.ts';

test('long words of holidays can be parted where dictionaries part them, and nothing else is changed', () => {
  const shown = withHyphens('Juneteenth National Independence Day');
  expect(shown).toBe('June\u00adteenth National In\u00adde\u00adpend\u00adence Day');
  expect(shown.replaceAll('\u00ad', '')).toBe('Juneteenth National Independence Day');
  expect(withHyphens('Labor Day')).toBe('Labor Day');
});
