import { describe, expect, it } from 'vitest';
import { pleadedAt, pleadingCite, pleadingName } from './pleaded-at.ts';

describe('where a fact is pleaded', () => {
  it.each([
    ['Compl. ¶ 14', ['Compl. 14-14']],
    ['Am. Compl. ¶¶ 14–16, 20 & 22(a)', ['Am. Compl. 14-16', 'Am. Compl. 20-20', 'Am. Compl. 22-22']],
    ['Compl. ¶ 3; SAC ¶¶ 4, 5', ['Compl. 3-3', 'Second Am. Compl. 4-4', 'Second Am. Compl. 5-5']],
    ['Complaint paragraphs 3 through 5', ['Compl. 3-5']],
    ['Third Amended Complaint ¶ 7; Answer ¶ 7', ['Third Am. Compl. 7-7', 'Answer 7-7']],
    ['Verified Petition ¶¶ 9 and 11', ['Compl. 9-9', 'Compl. 11-11']],
    ['14, 16-18', ['? 14-14', '? 16-18']],
    ['¶ 7(a)', ['? 7-7']],
    ['para. 7; paras 8, 9; paragraph 10', ['? 7-7', '? 8-8', '? 9-9', '? 10-10']],
    ['Compl. ¶¶ 104–06, 110-2', ['Compl. 104-106', 'Compl. 110-112']],
    ['Compl. at 4', []],
    ['3.1, 3.4–6', ['? 30001-30001', '? 30004-30006']],
    ['Compl. ¶¶ 3.9–4.2', ['Compl. 30009-40002']],
    ['Third-Party Compl. ¶ 3', ['Third-Party Compl. 3-3']],
    ['Compl. pars. 9-10', ['Compl. 9-10']],
    ['Compl. ¶ 14; Smith Decl. ¶ 3; ¶ 4; Answer ¶ 5', ['Compl. 14-14', 'Answer 5-5']],
    ['Compl. ¶ 14 & Ex. A ¶ 3', ['Compl. 14-14']],
    ['Compl. Ex. A ¶ 3', []],
    ['Smith Affidavit, Dkt. 3, ¶ 3', []],
    ['on information and belief', []],
  ])('%s', (text, expected) => {
    expect(
      pleadedAt(text).map(
        ({ pleading, first, last }) => `${pleading ? pleadingCite(pleading) : '?'} ${first}-${last}`,
      ),
    ).toEqual(expected);
  });

  it.each([
    ['ECF No. 12 ¶ 14; ¶ 15', ['12', '12']],
    ['Dkt. #1-2 at ¶ 9; Compl. ¶ 3', ['1-2', null]],
    ['¶ 3', [null]],
  ])('says by its number on the docket: %s', (text, numbers) => {
    expect(pleadedAt(text).map(({ docketNumber }) => docketNumber)).toEqual(numbers);
  });

  it.each([
    ['VERIFIED COMPLAINT for injunctive relief', 'Compl.'],
    ['First AMENDED COMPLAINT against Harbor Trust', 'Am. Compl.'],
    ['Second Amended Complaint, amending 12', 'Second Am. Compl.'],
    ['ANSWER to 11 Amended Complaint with COUNTERCLAIM', 'Answer'],
    ['COMPLAINT, with answer due in 21 days', 'Compl.'],
    ...['Fourth Amended Complaint', '4th Am. Compl.'].map((text): [string, string] => [
      text,
      'Fourth Am. Compl.',
    ]),
    ...['3rd Amended Complaint', '3d Am. Compl.', 'TAC'].map((text): [string, string] => [
      text,
      'Third Am. Compl.',
    ]),
    ...['2nd Amended Complaint', '2d Am. Compl.', 'SAC'].map((text): [string, string] => [
      text,
      'Second Am. Compl.',
    ]),
    ...['FAC', 'AC', 'Am Compl.', 'Amended Pet.'].map((text): [string, string] => [text, 'Am. Compl.']),
    ...['V.C.', 'VC', 'Petition'].map((text): [string, string] => [text, 'Compl.']),
    ['Ans.', 'Answer'],
    ['THIRD PARTY COMPLAINT against Bolt', 'Third-Party Compl.'],
    ['Amended Third-Party Complaint', 'Am. Third-Party Compl.'],
    ['COMPLAINT in Intervention', 'Compl. in Intervention'],
    ['Proposed Intervenor’s Complaint', 'Compl. in Intervention'],
    ['Cross-Complaint', 'Countercl.'],
  ])('names the pleading %s', (text, cite) => {
    expect(pleadingCite(pleadingName(text)!)).toBe(cite);
  });

  it('does not name other papers', () => {
    expect(pleadingName('Declaration of Dana Whitlock')).toBeNull();
  });
});
