import { expect, test } from 'vitest';
import type { DocketRole } from '../../../model/docket.ts';
import { roleOf } from './role.ts';

test.each<[string, DocketRole]>([
  ['COMPLAINT for Declaratory Relief by Fairwater LLC', 'complaint'],
  ['NOTICE OF REMOVAL from Superior Court', 'complaint'],
  ['First Amended COMPLAINT', 'complaint'],
  ['ANSWER to 1 Complaint, COUNTERCLAIM', 'answer'],
  ['Emergency MOTION for Temporary Restraining Order', 'motion'],
  ['EX PARTE APPLICATION for Order to Show Cause', 'motion'],
  ['NOTICE OF MOTION AND MOTION to Dismiss', 'motion'],
  ['EXPARTE/CONSENT MOTION to Continue Trial', 'motion'],
  ['LETTER MOTION for Extension of Time', 'motion'],
  ['RESPONSE in Opposition re 2 MOTION', 'opposition'],
  ['MEMORANDUM OF LAW in Opposition re: 40 MOTION', 'opposition'],
  ['OBJECTION to 47 Report and Recommendations', 'opposition'],
  ['REPLY to Response to Motion re 2 MOTION', 'reply'],
  ['SUR-REPLY to Motion', 'reply'],
  ['MEMORANDUM in Support re 31 MOTION to Dismiss', 'support'],
  ['DECLARATION of Ida Birch in Support', 'support'],
  ['RESPONSE IN SUPPORT of MOTION for Settlement', 'support'],
  ['PROPOSED ORDER re 2 MOTION', 'support'],
  ['AFFIDAVIT of Service for Summons', 'other'],
  ['EXHIBIT A to 12 Declaration', 'exhibit'],
  ['APPENDIX filed by Fairwater LLC', 'exhibit'],
  ['ORDER granting 2 Motion for TRO', 'order'],
  ['TEMPORARY RESTRAINING ORDER', 'order'],
  ['MEMORANDUM OPINION AND ORDER', 'order'],
  ['STIPULATION AND ORDER to extend time', 'order'],
  ['STIPULATION and Proposed Order granting 19 Motion for Extension', 'other'],
  ['JOINT STIPULATION AND [PROPOSED] ORDER to Continue filed by Fairwater LLC. (Orne, Tilda)', 'other'],
  ['STIPULATION AND [PROPOSED] ORDER re 19 Motion. Signed by Judge Stone on 1/5/2027.', 'order'],
  ['STIPULATION AND [PROPOSED] ORDER by Magistrate Judge Fenn granting 19 Motion', 'order'],
  ['MINUTE ORDER: hearing vacated', 'order'],
  ['MEMO ENDORSEMENT granting 32 MOTION', 'order'],
  ['EO: Response due within 7 days of entry of this order', 'order'],
  ['EP: Motion for TRO granted orally', 'hearing'],
  ['ORDERED that the brief in opposition be filed by January 8, 2027', 'order'],
  ['It is hereby ORDERED: response due 1/8/2027', 'order'],
  ['Application for Extension of Time to Answer is granted pursuant to Local Rule 12', 'order'],
  ['CLERK’S JUDGMENT in favor of Fairwater LLC', 'judgment'],
  ['NOTICE OF APPEAL as to 41 Judgment', 'appeal'],
  ['MANDATE of USCA', 'appeal'],
  ['Minute Entry for proceedings held before Judge Rees', 'hearing'],
  ['NOTICE of Hearing re 2 MOTION', 'hearing'],
  ['Set/Reset Deadlines as to 2 MOTION', 'hearing'],
  ['NOTICE of Appearance by Ann Rees', 'notice'],
  ['LETTER addressed to Judge Rees re: Response to Motion', 'other'],
  ['SUMMONS Issued as to Northgate Hosting, Inc.', 'other'],
  ['CORPORATE DISCLOSURE STATEMENT', 'other'],
  ['STIPULATION of dismissal', 'other'],
  ['', 'other'],
])('“%s” is of the role %s', (text, role) => {
  expect(roleOf({ text, shortText: '', attachment: null })).toBe(role);
});

test('an attachment is an exhibit, in support, or nothing of note; never a motion or an order of its own', () => {
  expect(roleOf({ text: 'Exhibit A', shortText: '', attachment: 1 })).toBe('exhibit');
  expect(roleOf({ text: 'Declaration of Ida Birch', shortText: '', attachment: 2 })).toBe('support');
  expect(roleOf({ text: 'Motion', shortText: '', attachment: 3 })).toBe('other');
});

test('where there is no text yet, the short text is read', () => {
  expect(roleOf({ text: '', shortText: 'Motion for TRO', attachment: null })).toBe('motion');
});
