import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findWords } from '../../../shared/domain/search/find-words.ts';
import type { SearchOptions } from '../../../shared/model/search.ts';
import { createTestSession, type TestSession } from '../testing/temp-session.ts';
import { find } from './find/find.ts';
import { plantItem } from './testing.ts';

let t: TestSession;
beforeEach(() => {
  t = createTestSession();
});
afterEach(() => t.dispose());

const options: SearchOptions = { isStemmed: false, order: 'rank', includesArchived: false };
const search = (query: string, isTyping = false) =>
  find(t.session, { query, options, isTyping, isBrief: false, offset: 0, limit: 50 });

/** What is written, what is typed for it, and which part is marked. */
const found = [
  ['emoji', 'Great work 👍🏽 today', '👍', '👍🏽'],
  ['emoji of several', 'the 👩‍⚖️ ruled', '👩‍⚖️', '👩‍⚖️'],
  ['flags', 'sent from 🇺🇸', '🇺🇸', '🇺🇸'],
  ['signs that are shown as emoji', 'served ✔️ at noon', '✔️', '✔️'],
  ['lowered figures', 'a leak of H₂O here', 'H2O', 'H₂O'],
  ['lowered figures typed so', 'a leak of H2O here', 'H₂O', 'H2O'],
  ['raised figures as part of a word', 'of 90m² in all', '90m2', '90m²'],
  ['raised figures typed so', 'of 90m² in all', '90m²', '90m²'],
  ['raised figures beside a word', 'was terminated³ then', 'terminated', 'terminated'],
  ['Greek without its accents', 'η Σύμβαση έληξε', 'συμβαση', 'Σύμβαση'],
  ['Greek with its accents', 'Η ΣΥΜΒΑΣΗ ΕΛΗΞΕ', 'Σύμβαση', 'ΣΥΜΒΑΣΗ'],
  ['Greek that ends in a sigma', 'ΟΡΟΣ ΠΡΩΤΟΣ', 'όρος', 'ΟΡΟΣ'],
  ['Korean nouns before particles', '그 계약서를 위반했다', '계약서', '계약서'],
  ['Korean words of one row', '임대차계약서는 무효', '계약서', '계약서'],
  ['full width', 'ＮＯＴＩＣＥ １２', 'notice', 'ＮＯＴＩＣＥ'],
  ['ligatures', 'the af\uFB01davit', 'affidavit', 'af\uFB01davit'],
  ['soft hyphens', 'the termi\u00ADnation', 'termination', 'termi\u00ADnation'],
  ['words broken over lines', 'the termi-\nnation', 'termination', 'termi- nation'],
  ['the Turkish i with a dot', 'in İstanbul today', 'istanbul', 'İstanbul'],
  ['the Turkish i without one', 'in Diyarbakır today', 'diyarbakir', 'Diyarbakır'],
  ['sharp s typed as two', 'in der Straße', 'strasse', 'Straße'],
  ['two typed as sharp s', 'IN DER STRASSE', 'Straße', 'STRASSE'],
  ['Arabic without vowel marks', 'قَالَ مُحَمَّدٌ', 'محمد', 'مُحَمَّدٌ'],
  ['Arabic with stretched words', 'هذا كتـــاب', 'كتاب', 'كتـــاب'],
  ['Hebrew without points', 'אָמַר שָׁלוֹם', 'שלום', 'שָׁלוֹם'],
  ['Thai', 'ทำสัญญาเช่าแล้ว', 'สัญญา', 'สัญญา'],
  ['Chinese', '甲方违反合同条款', '合同', '合同'],
  ['Japanese', 'この契約書は無効', '契約書', '契約書'],
  ['Japanese of half width', 'ｶﾞｲﾄﾞ', 'ガイド', 'ｶﾞｲﾄﾞ'],
  ['Russian yo', 'свидетель Пётр', 'петр', 'Пётр'],
] as const;

describe('found and marked, on pages and in titles', () => {
  test.each(found)('%s', async (_what, text, query, marked) => {
    plantItem(t.session, { title: 'Page', pages: [`First words. ${text}`] });
    plantItem(t.session, { title: `Title ${text}`, pages: [] });
    plantItem(t.session, { title: 'Other', pages: ['nothing of the kind 2'] });
    for (const isTyping of [false, true]) {
      const { hits, marks } = await search(query, isTyping);
      expect(hits.map(({ kind }) => kind).toSorted()).toEqual(['page', 'title']);
      for (const hit of hits)
        expect(
          hit.snippet
            .filter(({ isHit }) => isHit)
            .map((part) => part.text)
            .join(''),
        ).toBe(marked);
      // What a window marks in text it shows by these words.
      const places = findWords(text, { any: marks, isWhole: true });
      expect(
        places
          .map(({ from, to }) => text.slice(from, to))
          .join('')
          .replaceAll('\n', ' '),
      ).toBe(marked);
    }
  });
});

test('marks are written as people write: emoji, and letters without spaces', async () => {
  plantItem(t.session, { title: 'A', pages: ['ok 👍 ✔️ 임대차계약서를'] });
  expect((await search('계약서')).marks).toEqual(['계약서']);
  expect((await search('👍')).marks).toEqual(['👍']);
  expect((await search('✔️')).marks).toEqual(['✔️']);
});

test('another emoji, other syllables and notes beside a word are not what was looked for', async () => {
  plantItem(t.session, { title: 'A', pages: ['👎 약계 terminated³ 〒'] });
  for (const query of ['👍', '계약', '"terminated³ without"']) expect((await search(query)).total).toBe(0);
});
