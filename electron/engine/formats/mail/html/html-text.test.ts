import { expect, test } from 'vitest';
import { htmlToText } from './html-text.ts';

test('words of buttons, lists to choose from and drawings stand apart from those beside them', () => {
  const html =
    'one<button>two</button><button>three</button>four<select><option>five<option>six</select>seven' +
    '<svg><text>eight</text><text>nine</text></svg>ten<table><caption>eleven</caption><tr><td>twelve</table>';
  expect(htmlToText(html).split(/\s+/)).toEqual(
    'one two three four five six seven eight nine ten eleven twelve'.split(' '),
  );
  expect(htmlToText('thir<b>teen</b>')).toBe('thirteen');
});

test('a word is whole where a soft hyphen or a place to break it stands in it', () => {
  expect(htmlToText('<p>docu&shy;ment at north\u200bgate.example, &#8203;\u200b&nbsp;&#8203; kept</p>')).toBe(
    'document at northgate.example, kept',
  );
});

test('a page that stands within the page is read, and no further one within that', () => {
  const inner = '<p>two</p><iframe srcdoc="no"></iframe>'.replaceAll('"', '&quot;');
  expect(htmlToText(`one<iframe srcdoc="${inner}"></iframe>three`)).toBe('one\ntwo\nthree');
});

test('what is struck out is marked up to its last word: without its line it says the opposite', () => {
  expect(htmlToText('<p>We will <s>not </s>pay<strike> today</strike>.</p>')).toBe(
    'We will [struck out: not] pay [struck out: today].',
  );
  expect(
    htmlToText('<p>a <span style="text-decoration:line-through">b <b>c</b></span><del> </del> d</p>'),
  ).toBe('a [struck out: b c] d');
  expect(htmlToText('<del><p>a</p><blockquote><p>b</p></blockquote></del><p>c</p>')).toBe(
    '[struck out: a\n\n> b]\n\nc',
  );
  expect(htmlToText('<p>a <s>b')).toBe('a [struck out: b]');
});
