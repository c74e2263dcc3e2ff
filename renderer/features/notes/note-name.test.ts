import { describe, expect, it } from 'vitest';
import { nameOf, shortened, type Named } from './note-name.ts';

const note: Named = {
  kind: 'highlight',
  author: 'A. Reyes',
  quote: 'thirty days',
  text: 'late?',
  tags: [],
  state: 'exact',
};

describe('the name of a note', () => {
  it('says what it is, whose, on which words, and what is said of them', () => {
    expect(nameOf(note)).toBe('Highlight by A. Reyes: “thirty days” — late?');
  });

  it('leaves out what is not there', () => {
    expect(nameOf({ ...note, author: '', text: '' })).toBe('Highlight: “thirty days”');
    expect(nameOf({ ...note, kind: 'bookmark', author: '', quote: '', text: '' })).toBe('Bookmark');
  });

  it('says of a mark for redaction that nothing is redacted yet', () => {
    expect(nameOf({ ...note, kind: 'redaction', text: 'Privileged' })).toBe(
      'Mark for redaction (not applied) by A. Reyes: “thirty days” — Privileged',
    );
  });

  it('tells its tags, and that its words moved or are gone', () => {
    const tags = [{ name: 'Notice' }, { name: 'Cure period' }];
    expect(nameOf({ ...note, text: '', tags, state: 'moved' })).toBe(
      'Highlight by A. Reyes: “thirty days”. Tags: Notice, Cure period. Its words are now elsewhere on the page.',
    );
    expect(nameOf({ ...note, state: 'lost' })).toMatch(/late\? Its words are not on the page any more/);
  });

  it('cuts a long quote', () => {
    expect(nameOf({ ...note, quote: 'word '.repeat(100), text: '' }).length).toBeLessThan(180);
    expect(shortened('short', 10)).toBe('short');
    expect(shortened('a bit too long', 8)).toBe('a bit t…');
  });
});
