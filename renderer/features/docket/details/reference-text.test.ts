import { describe, expect, it } from 'vitest';
import type { DocketEntry, DocketLink } from '../../../../shared/model/docket.ts';
import { splitReferences } from './reference-text.ts';

const entry = (number: number) => ({ id: `entry ${number}`, number }) as unknown as DocketEntry;
const held = new Map([12, 14, 105].map((number) => [number, entry(number)]));
const find = ({ number }: DocketLink) => held.get(number) ?? null;
const refer = (...numbers: number[]) => numbers.map((number) => ({ number, attachment: null }));
const linked = (text: string, links: readonly DocketLink[]) =>
  splitReferences(text, links, find).flatMap(({ text: words, target }) => (target ? [words] : []));

describe('the references in an entry’s text', () => {
  it.each([
    ['RESPONSE, by Fairwater LLC, re 105 MOTION to Compel', [105]],
    ['ORDER granting 12 Motion for TRO and denying 14 Motion to Strike', [12, 14]],
    ['ORDER re Dkt. Nos. 12, 14, and 105', [12, 14, 105]],
    ['Minute Entry re: [12] and [14]', [12, 14]],
    ['REPLY (Re: 105 MOTION)', [105]],
    ['ORDER resolving the 14 Motion to Strike, sealed per order 105 on 10/26/2009', [14, 105]],
    ['Order granting Defendants’ 12 Motion (Attachments: # 14 Proposed Order)', [12]],
    ['MOTION to Strike 12 Complaint (Attachments: # 1 Exhibit 14 Letter) re 105 Order', [12, 105]],
    ['NOTICE of Appearance (related document(s) 12 )', [12]],
  ])('of “%s” can be followed', (text, numbers) => {
    expect(linked(text, refer(12, 14, 105)).map(Number)).toEqual(numbers);
  });

  it.each([
    'MOTION to Dismiss under Rule 12(b)(6)',
    'Set for 12/14/2021 at 12:14',
    'Filing fee $12, receipt 105-14',
    'ORDER extending time by 14 days',
    'LETTER with Exhibit 14 Invoice, heard May 12 Tuesday',
  ])('are not made of “%s”', (text) => {
    expect(linked(text, refer(12, 14, 105))).toEqual([]);
  });

  it('leave the text as printed, and what the docket does not have unlinked', () => {
    const text = 'RESPONSE re 12 MOTION, 13 MOTION';
    const pieces = splitReferences(text, refer(12, 13), find);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ target }) => target).map((piece) => piece.text)).toEqual(['12']);
    expect(splitReferences(text, [], find)).toEqual([{ text, target: null }]);
  });
});
