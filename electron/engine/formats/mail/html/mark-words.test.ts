import { expect, test } from 'vitest';
import { markWords } from './mark-words.ts';

const page = (body: string) =>
  `<!DOCTYPE html><html><head><title>notice</title></head><body>${body}</body></html>`;
const bodyOf = (html: string) => /<body>(.*)<\/body>/s.exec(html)![1];

test('words are marked in order and can be gone to by name', () => {
  const { html, hits } = markWords(page('<p>Notice, no notice.</p>'), { any: ['notice'], isWhole: false });
  expect(bodyOf(html)).toBe(
    '<p><mark class="hit" id="hit-1">Notice</mark>, no <mark class="hit" id="hit-2">notice</mark>.</p>',
  );
  expect(hits.map(({ snippet }) => snippet)).toEqual(['Notice, no notice.', 'Notice, no notice.']);
});

test('a phrase that runs over the border of an element is one place', () => {
  const { html, hits } = markWords(page('<p>without <b>any no</b>tice</p>'), {
    any: ['any notice'],
    isWhole: false,
  });
  expect(hits).toHaveLength(1);
  expect(bodyOf(html)).toBe(
    '<p>without <b><mark class="hit" id="hit-1">any no</mark></b><mark class="hit">tice</mark></p>',
  );
});

test('words of two paragraphs do not run together, and their phrase is found over the border', () => {
  expect(markWords(page('<p>no</p><p>tice</p>'), { any: ['notice'], isWhole: false }).hits).toHaveLength(0);
  expect(markWords(page('<p>no</p><p>tice</p>'), { any: ['no tice'], isWhole: false }).hits).toHaveLength(1);
});

test('signs that are written as entities are letters like others', () => {
  const { html } = markWords(page('<p>AT&amp;T &lt;b&gt; AT&amp;T</p>'), { any: ['at&t'], isWhole: false });
  expect(bodyOf(html)).toBe(
    '<p><mark class="hit" id="hit-1">AT</mark><mark class="hit">&amp;</mark><mark class="hit">T</mark> &lt;b&gt; <mark class="hit" id="hit-2">AT</mark><mark class="hit">&amp;</mark><mark class="hit">T</mark></p>',
  );
});

test('nothing is marked in tags, addresses and the head', () => {
  const before = page('<a title="notice">x</a>');
  expect(markWords(before, { any: ['notice'], isWhole: false })).toEqual({ html: before, hits: [] });
});

test('words looked for are never written as markup', () => {
  expect(
    markWords(page('<p>a &lt;script&gt; b</p>'), { any: ['<script>'], isWhole: false }).html,
  ).not.toContain('<script');
});
