import { expect, test } from 'vitest';
import { contentTexts } from './content-texts.ts';

test('strings of property lists are texts, however short; those that are shown are codes of letters', () => {
  const content = '/Span<</Alt(Roe)/E <526f65>>>BDC /F 12 Tf (ab) Tj [(cd) 9 (ef)] TJ EMC';
  expect(contentTexts(Buffer.from(content, 'latin1')).texts).toEqual(['Roe', 'Roe']);
});
