import { describe, expect, it } from 'vitest';
import { formatDocketNumber, nameOfEntry, parseDocketNumber } from './docket-number.ts';

describe('a docket number', () => {
  it.each([
    ['34', { number: 34, attachment: null }],
    ['34-1', { number: 34, attachment: 1 }],
    [' Dkt. 34-1 ', { number: 34, attachment: 1 }],
    ['ECF No. 7', { number: 7, attachment: null }],
    ['#12', { number: 12, attachment: null }],
    ['34–2', { number: 34, attachment: 2 }],
    ['34-0', { number: 34, attachment: null }],
    ['', { number: null, attachment: null }],
  ])('typed as %j is understood', (text, expected) => {
    expect(parseDocketNumber(text)).toEqual(expected);
  });

  it.each(['0', 'abc', '34-', '-1', '34-1-2', '1234567'])('cannot be %j', (text) => {
    expect(parseDocketNumber(text)).toBeNull();
  });

  it('is written as courts cite it', () => {
    expect(formatDocketNumber({ number: 34, attachment: 1 })).toBe('34-1');
    expect(formatDocketNumber({ number: 34, attachment: null })).toBe('34');
    expect(formatDocketNumber({ number: null, attachment: null })).toBe('');
  });
});

describe('an entry in a sentence', () => {
  it('goes by its number, or else by its first words', () => {
    expect(nameOfEntry({ number: 34, attachment: 1, text: 'Exhibit', shortText: '' })).toBe(
      'docket entry 34-1',
    );
    expect(nameOfEntry({ number: null, attachment: null, text: 'Minute entry', shortText: '' })).toBe(
      '“Minute entry”',
    );
    expect(nameOfEntry({ number: null, attachment: null, text: '', shortText: 'Initial Appearance' })).toBe(
      '“Initial Appearance”',
    );
    expect(nameOfEntry({ number: null, attachment: null, text: '', shortText: '' })).toBe(
      'the entry without a number',
    );
  });
});
