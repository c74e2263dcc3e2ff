import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findIdentifiers } from './index.ts';

/** What is found in a text, as `kind: words, what of them may stay`; what is only likely ends in a question mark. */
const found = (text: string) =>
  findIdentifiers(text).map(({ kind, start, end, keep, certainty }) => {
    const kept = keep ? text.slice(keep.start, keep.end) : 'nothing';
    return `${kind}: ${text.slice(start, end)}, ${kept}${certainty === 'certain' ? '' : '?'}`;
  });

test.each([
  ['His number is 219-09-9999.', 'ssn: 219-09-9999, 9999'],
  ['A specimen: 078-05-1120', 'ssn: 078-05-1120, 1120'],
  ['219–09–9999', 'ssn: 219–09–9999, 9999'],
  ['219‑09‑9999', 'ssn: 219‑09‑9999, 9999'],
  ['219−09−9999', 'ssn: 219−09−9999, 9999'],
  ['219 - 09 - 9999', 'ssn: 219 - 09 - 9999, 9999'],
  ['２１９－０９－９９９９', 'ssn: ２１９－０９－９９９９, ９９９９'],
  ['219-09-\r\n9999', 'ssn: 219-09-\r\n9999, 9999'],
  ['219-09\n-9999', 'ssn: 219-09\n-9999, 9999'],
  ['219\u000209\u00029999', 'ssn: 219\u000209\u00029999, 9999'],
  ['219-09-99\n99', 'ssn: 219-09-99\n99, 99\n99?'],
  ['2 1 9 - 0 9 - 9 9 9 9', 'ssn: 2 1 9 - 0 9 - 9 9 9 9, 9 9 9 9?'],
  ['219 09 9999', 'ssn: 219 09 9999, 9999?'],
  ['her social is 219099999', 'ssn: 219099999, 9999'],
  ['219.09.9999', 'ssn: 219.09.9999, 9999?'],
  ['219/09/9999', 'ssn: 219/09/9999, 9999?'],
  ['roe_219_09_9999.pdf', 'ssn: 219_09_9999, 9999?'],
  ['SSN: 219/09/9999', 'ssn: 219/09/9999, 9999'],
  ['SSN 219 / 09 / 9999', 'ssn: 219 / 09 / 9999, 9999'],
  ['SSN_219_09_9999_2027', 'ssn: 219_09_9999, 9999'],
  ['Social Security No. |219|09|9999|', 'ssn: 219|09|9999, 9999'],
  ['Service Bulletin 219-09-9999', 'ssn: 219-09-9999, 9999?'],
  ['SSN 219099999', 'ssn: 219099999, 9999'],
  ['SSN: 219 09 9999', 'ssn: 219 09 9999, 9999'],
  ['Social Security\nNumber (of applicant): 219099999', 'ssn: 219099999, 9999'],
  ['Soc. Sec. No. 219099999', 'ssn: 219099999, 9999'],
  ['SS# 2 1 9 0 9 9 9 9 9', 'ssn: 2 1 9 0 9 9 9 9 9, 9 9 9 9'],
  ['SSN ........ 219099999', 'ssn: 219099999, 9999'],
  ['ITIN 912-70-1234', 'taxpayer: 912-70-1234, 1234'],
  ['He filed under 912-70-1234.', 'taxpayer: 912-70-1234, 1234'],
  ['EIN: 12-3456789', 'taxpayer: 12-3456789, 6789'],
  ['Taxpayer Identification Number 123456789', 'taxpayer: 123456789, 6789'],
  ['taxpayer’s I.D. no. 12-3456789', 'taxpayer: 12-3456789, 6789'],
  ['Employer ID: 12 3456789', 'taxpayer: 12 3456789, 6789'],
  ['Fairwater LLC, 12-3456789', 'taxpayer: 12-3456789, 6789?'],
  ['TIN 219-09-9999', 'ssn: 219-09-9999, 9999'],
  ['social-security number 219099999', 'ssn: 219099999, 9999'],
  ['SSN219099999', 'ssn: 219099999, 9999'],
  ['roe_ssn_219099999.pdf', 'ssn: 219099999, 9999'],
  ['SSN ______219-09-9999____', 'ssn: 219-09-9999, 9999'],
  ['219-09-9999_roe.pdf', 'ssn: 219-09-9999, 9999'],
  ['219-09-9999DOB', 'ssn: 219-09-9999, 9999'],
  ['HICN 219-09-9999A', 'ssn: 219-09-9999, 9999'],
  ['219-09-9999A', 'ssn: 219-09-9999, 9999?'],
  ['SSN 219 099 999', 'ssn: 219 099 999, 9 999'],
  ['SSN 219-09 9999', 'ssn: 219-09 9999, 9999'],
  ['SSN: 219-099999', 'ssn: 219-099999, 9999'],
  ['SSN: 21909-9999', 'ssn: 21909-9999, 9999'],
  ['S/S# 219099999', 'ssn: 219099999, 9999'],
  ['Social: 219099999', 'ssn: 219099999, 9999'],
  ['219099999 (SSN)', 'ssn: 219099999, 9999'],
  ['E.I.N. 123456789', 'taxpayer: 123456789, 6789'],
  ['HICN 219099999A', 'ssn: 219099999, 9999'],
  ['SS 219099999', 'ssn: 219099999, 9999'],
  ['Número de Seguro Social: 219099999', 'ssn: 219099999, 9999'],
  ['gave him her social, 219099999, twice', 'ssn: 219099999, 9999'],
  ['His is 2l9-O9-9999.', 'ssn: 2l9-O9-9999, 9999'],
])('social-security and taxpayer numbers: %j', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  ['DOB: 3/14/1981', 'birthDate: 3/14/1981, 1981'],
  ['D.O.B. 03-14-81', 'birthDate: 03-14-81, 81'],
  ['Date of Birth (mm/dd/yyyy): 03.14.1981', 'birthDate: 03.14.1981, 1981'],
  ['date of birth is 1981-03-14', 'birthDate: 1981-03-14, 1981'],
  ['Birthdate\n14 March 1981', 'birthDate: 14 March 1981, 1981'],
  ['DOB 03_14_1981', 'birthDate: 03_14_1981, 1981'],
  ['DOB |3|14|1981|', 'birthDate: 3|14|1981, 1981'],
  ['DOB 3 / 14 / 1981', 'birthDate: 3 / 14 / 1981, 1981'],
  ['DOB 03141981', 'birthDate: 03141981, 1981'],
  ['Date of birth: 19810314', 'birthDate: 19810314, 1981'],
  ['D/O/B 3/14/1981', 'birthDate: 3/14/1981, 1981'],
  ['DOB: 14-MAR-1981', 'birthDate: 14-MAR-1981, 1981'],
  ['DOB 14-Mar-81', 'birthDate: 14-Mar-81, 81'],
  ['DOB Mar-14-1981', 'birthDate: Mar-14-1981, 1981'],
  ['DOB: 14MAR1981', 'birthDate: 14MAR1981, 1981'],
  ['John Roe (b. 3/14/1981)', 'birthDate: 3/14/1981, 1981?'],
  ['She was born in Tacoma on March 14, 1981.', 'birthDate: March 14, 1981, 1981?'],
  ['born the 14th day of March, 1981', 'birthDate: 14th day of March, 1981, 1981?'],
  ['Her birthday, Sept. 3, 2011', 'birthDate: Sept. 3, 2011, 2011?'],
  ['John Roe, b. 3/14/1981', 'birthDate: 3/14/1981, 1981?'],
  ['D O B 3/14/1981', 'birthDate: 3/14/1981, 1981'],
  ['Birth: 3/14/1981', 'birthDate: 3/14/1981, 1981'],
  ['"date_of_birth": "1981-03-14T00:00:00Z"', 'birthDate: 1981-03-14, 1981'],
  ['DOB: ____3/14/1981____', 'birthDate: 3/14/1981, 1981'],
  ['DOB:3/14/1981MRN:123', 'birthDate: 3/14/1981, 1981'],
  ["DOB: 3/14/'81", "birthDate: 3/14/'81, 81"],
  ['DOB 81-03-14', 'birthDate: 81-03-14, 81'],
  ['DATE OF BIRTH 03 14 1981', 'birthDate: 03 14 1981, 1981'],
  ['Date of birth: 0 3 / 1 4 / 1 9 8 1', 'birthDate: 0 3 / 1 4 / 1 9 8 1, 1 9 8 1'],
  ['Age/DOB: 45 / 3/14/1981', 'birthDate: 3/14/1981, 1981'],
  ['3/14/1981 (DOB)', 'birthDate: 3/14/1981, 1981'],
  ['March 14, 1981 is her date of birth', 'birthDate: March 14, 1981, 1981'],
  ['Seen 1/2/2021. Date of birth (3/14/1981)', 'birthDate: 3/14/1981, 1981'],
  ['Fecha de nacimiento: 14/03/1981', 'birthDate: 14/03/1981, 1981'],
  ['Bday 3/14/1981', 'birthDate: 3/14/1981, 1981?'],
  ['Mary O’Roe b. 3/14/1981', 'birthDate: 3/14/1981, 1981?'],
  ['ROE_DOB-03-14-1981.pdf', 'birthDate: 03-14-1981, 1981'],
  ['DOB.....3/14/1981', 'birthDate: 3/14/1981, 1981'],
  ['DOB 031481', 'birthDate: 031481, 81'],
  ['ROE, JANE F/W/DOB-031481', 'birthDate: 031481, 81'],
  ['Birth Dt: 3/14/1981', 'birthDate: 3/14/1981, 1981'],
  ['born at 8:32 a.m. on June 2, 2015', 'birthDate: June 2, 2015, 2015?'],
  ['born at St. Agnes Hospital on June 2, 2015', 'birthDate: June 2, 2015, 2015?'],
  ['Date/time of birth: 03/14/2015 08:32', 'birthDate: 03/14/2015, 2015'],
  ['Name File DOB\nJane Roe 011223 3/14/1981', 'birthDate: 3/14/1981, 1981'],
  ['the date of her birth, March 14, 1981', 'birthDate: March 14, 1981, 1981'],
])('dates of birth: %j', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  ['4111 1111 1111 1111', 'account: 4111 1111 1111 1111, 1111'],
  ['4111-1111-1111-1111', 'account: 4111-1111-1111-1111, 1111'],
  ['4111 1111\n1111 1111', 'account: 4111 1111\n1111 1111, 1111'],
  ['5555555555554444', 'account: 5555555555554444, 4444?'],
  ['Visa 4111111111111111', 'account: 4111111111111111, 1111'],
  ['3782 822463 10005', 'account: 3782 822463 10005, 0005'],
  ['Diners card 30569309025904', 'account: 30569309025904, 5904'],
  ['2223 0031 2200 3222', 'account: 2223 0031 2200 3222, 3222'],
  ['GB82 WEST 1234 5698 7654 32', 'account: GB82 WEST 1234 5698 7654 32, 54 32'],
  ['to DE89370400440532013000 today', 'account: DE89370400440532013000, 3000'],
  ['GB82 WEST 1234\n5698 7654 32', 'account: GB82 WEST 1234\n5698 7654 32, 54 32'],
  ['checking account no. 000123456789', 'account: 000123456789, 6789'],
  ['Bank of Fairwater, account 1234 5678 90', 'account: 1234 5678 90, 78 90'],
  ['Account Number: 0012-345-678', 'account: 0012-345-678, 5-678?'],
  ['acct. # 123456', 'account: 123456, 3456?'],
  ['his bank account (no. 123-456-789)', 'account: 123-456-789, 6-789'],
  ['my checking account, number 12345678, was emptied', 'account: 12345678, 5678'],
  ['the account numbered 12345678', 'account: 12345678, 5678?'],
  ['an account bearing the number 12345678', 'account: 12345678, 5678?'],
  ['my account at Fairwater Bank (No. 12345678)', 'account: 12345678, 5678'],
  ['Transfer to CHK 12345678', 'account: 12345678, 5678?'],
  ['brokerage acct X12-345678', 'account: X12-345678, 5678'],
  ['Acc. No. 12345678', 'account: 12345678, 5678?'],
  ['a/c no. 12345678', 'account: 12345678, 5678?'],
  ['Account:12345678', 'account: 12345678, 5678?'],
  ['account_number: 123456', 'account: 123456, 3456?'],
  ['acct_no=123456', 'account: 123456, 3456?'],
  ['AcctNo:123456', 'account: 123456, 3456?'],
  ['account “12345678”', 'account: 12345678, 5678?'],
  ['Account 1234 5678 9012 3456', 'account: 1234 5678 9012 3456, 3456?'],
  ['Acct. No.:12345678', 'account: 12345678, 5678?'],
  ['Acct: XXXX12345678', 'account: 12345678, 5678?'],
  ['Account No. ****12345678', 'account: 12345678, 5678?'],
  ['Account No: 1 2 3 4 5 6 7 8', 'account: 1 2 3 4 5 6 7 8, 5 6 7 8?'],
  ['Account No. ______12345678', 'account: 12345678, 5678?'],
  ['routing number 021000021', 'account: 021000021, 0021'],
  ['Loan No. 0123456789', 'account: 0123456789, 6789'],
  ['Account ending in 12345678', 'account: 12345678, 5678?'],
  ['Checking 000123456789', 'account: 000123456789, 6789'],
  ['savings (000123456789)', 'account: 000123456789, 6789'],
  ['Routing: 021000021', 'account: 021000021, 0021'],
  ['Routing/Transit 021000021', 'account: 021000021, 0021'],
  ['Mortgage No. 0123456789', 'account: 0123456789, 6789'],
])('numbers of cards and accounts: %j', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  ['Passport No. 123456789', 'passport: 123456789, nothing'],
  ['passport number A12345678', 'passport: A12345678, nothing'],
  ['PASSPORT NO: AB 1234567', 'passport: AB 1234567, nothing'],
  ['PASSPORT NO 123456789', 'passport: 123456789, nothing'],
  ['passport number AB-1234567', 'passport: AB-1234567, nothing'],
  ['his passport (123456789)', 'passport: 123456789, nothing?'],
  ['PASSPORT NO: A12 34 56 78', 'passport: A12 34 56 78, nothing'],
  ["Driver's License No. WDL4ABC1234D", 'driverLicense: WDL4ABC1234D, nothing'],
  ['driver’s license number S530-4608-1234', 'driverLicense: S530-4608-1234, nothing'],
  ['Drivers License # 123 456 789', 'driverLicense: 123 456 789, nothing'],
  ['DL# D1234567', 'driverLicense: D1234567, nothing'],
  ['DL: D1234567', 'driverLicense: D1234567, nothing'],
  ['D/L # D1234567', 'driverLicense: D1234567, nothing'],
  ['CDL D1234567', 'driverLicense: D1234567, nothing?'],
  ['DL WDL4ABC1234D', 'driverLicense: WDL4ABC1234D, nothing?'],
  ['OLN/DOEJ*123AB', 'driverLicense: DOEJ*123AB, nothing?'],
  ['OLN: D1234567', 'driverLicense: D1234567, nothing'],
  ['a driver’s license, D1234567', 'driverLicense: D1234567, nothing?'],
  ['DLN: D1234567', 'driverLicense: D1234567, nothing'],
  ['State ID No. D1234567', 'driverLicense: D1234567, nothing'],
  ['state identification card #: 123456789', 'driverLicense: 123456789, nothing'],
  ['Alien Registration Number: A098765432', 'alien: A098765432, nothing'],
  ['A-Number A 098-765-432', 'alien: A 098-765-432, nothing'],
  ['A# 098 765 432', 'alien: 098 765 432, nothing'],
  ['USCIS #A98765432', 'alien: A98765432, nothing'],
  ['A-File No. A-098-765-432', 'alien: A-098-765-432, nothing'],
  ['Medicare No. 1EG4-TE5-MK73', 'medicare: 1EG4-TE5-MK73, nothing'],
  ['MBI\n1EG4TE5MK73', 'medicare: 1EG4TE5MK73, nothing'],
  ['Roe, 1EG4-TE5-MK73', 'medicare: 1EG4-TE5-MK73, nothing?'],
  ['MRN: 00731946', 'health: 00731946, nothing'],
  ['Medical Record No. 73-19-46', 'health: 73-19-46, nothing'],
  ['Patient ID P7319460', 'health: P7319460, nothing'],
  ['PATIENT NUMBER\n7319460', 'health: 7319460, nothing'],
  ['Med. Rec. No. 731946', 'health: 731946, nothing'],
  ['Medicaid ID 731946002', 'health: 731946002, nothing'],
  ['DL# WA D1234567', 'driverLicense: D1234567, nothing'],
  ['Plan Member ID: XQW731946002', 'health: XQW731946002, nothing'],
  ['subscriber # 731946002', 'health: 731946002, nothing'],
  ['VIN 7SZKA2B90RT731946', 'vehicle: 7SZKA2B90RT731946, nothing'],
  ['Vehicle Identification Number (7SZKA2B90RT731946)', 'vehicle: 7SZKA2B90RT731946, nothing'],
])('numbers of papers: %j', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test('a vehicle’s number alone is one by its check digit', () => {
  expect(found('a truck, 7SYKA2B97RT731946,')).toEqual(['vehicle: 7SYKA2B97RT731946, nothing?']);
  expect(found('order 7SYKA2B96RT731946, 11111111111111111')).toEqual([]);
});

test('each of a list that words stand before once', () => {
  expect(found('SSNs 219099999, 219-09-9998 and 219099997')).toEqual([
    'ssn: 219099999, 9999',
    'ssn: 219-09-9998, 9998',
    'ssn: 219099997, 9997',
  ]);
  expect(found('bank accounts nos. 12345678 and 23456789')).toEqual([
    'account: 12345678, 5678',
    'account: 23456789, 6789',
  ]);
});

test.each([
  ['Jane RoeDOB 3/14/1981', 'birthDate: 3/14/1981, 1981'],
  ['patientBirthDate="19810314"', 'birthDate: 19810314, 1981'],
  ['PlaintiffSSN 219099999', 'ssn: 219099999, 9999'],
  ['CheckingAccount Number12345678Balance', 'account: 12345678, 5678'],
  ['"bankAccountNumber":"12345678"', 'account: 12345678, 5678'],
])('beside a word that stands right before its words: %j', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test('both numbers of a transfer', () => {
  expect(found('moved from savings account 12345678 to 23456789')).toEqual([
    'account: 12345678, 5678',
    'account: 23456789, 6789',
  ]);
});

test.each([
  [
    'passport nos. AB7319460, C 7319461; 731946002.',
    ['passport: AB7319460, nothing', 'passport: C 7319461, nothing?', 'passport: 731946002, nothing?'],
  ],
  ['MRNs 731946 and 731947, 2 visits', ['health: 731946, nothing?', 'health: 731947, nothing?']],
  ['SSNs 219-09-9999; 219099998', ['ssn: 219-09-9999, 9999', 'ssn: 219099998, 9998']],
  [
    'born March 14, 2010, and May 5, 2012.',
    ['birthDate: March 14, 2010, 2010?', 'birthDate: May 5, 2012, 2012?'],
  ],
  ['DOBs: 3/14/2010; 5/5/2012', ['birthDate: 3/14/2010, 2010', 'birthDate: 5/5/2012, 2012']],
  ['DOB 3/14/1981, 1/2/2021', ['birthDate: 3/14/1981, 1981', 'birthDate: 1/2/2021, 2021?']],
  ['SSN/DOB: 219-09-9999 / 3/14/1981', ['ssn: 219-09-9999, 9999', 'birthDate: 3/14/1981, 1981']],
  [
    'Name Hire Date DOB City\nRoe 1/2/2003 3/14/1981 Tacoma\nPoe 2/3/2004 5/5/1982 Kent\nTotal 2\nMoe 3/4/2005 6/6/1983',
    ['birthDate: 3/14/1981, 1981', 'birthDate: 5/5/1982, 1982?'],
  ],
  ['DOB\n3/14/1981\nHired: 1/2/2003', ['birthDate: 3/14/1981, 1981']],
  [
    'Name SSN Pay\nRoe 219099999 1,200.00\nPoe 219099998 1,300.00\n\nMoe 219099997 1.00',
    ['ssn: 219099999, 9999', 'ssn: 219099998, 9998?'],
  ],
  [
    'Account No. Opened Balance\n12345678 1/2/2003 $1,200,000.00\n23456789 2/3/2004 1,300,000.00\nTotal 2,500,000.00',
    ['account: 12345678, 5678', 'account: 23456789, 6789?'],
  ],
])('lists and columns: %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('several kinds on one page, in their order', () => {
  const page = 'John Roe, born 1/2/1980, SSN 219-09-9999, passport no. 123456789, card 4111 1111 1111 1111.';
  expect(findIdentifiers(page).map(({ kind }) => kind)).toEqual(['birthDate', 'ssn', 'passport', 'account']);
});

test.each([
  // Never issued.
  '000-12-3456',
  '666-12-3456',
  '900-12-3456',
  '219-00-9999',
  '219-09-0000',
  'SSN 000123456',
  '07-1234567',
  // Redacted already.
  'xxx-xx-1234',
  'XXX-XX-1234',
  '***-**-1234',
  '•••-••-1234',
  '█████-1234',
  'SSN: xxx-xx-1234 12345',
  'SSN ending in 1234',
  'DOB: XX/XX/1980',
  'DOB: 99/99/99',
  'born 31/31/1980',
  'born in 1980',
  'Filed 1/2/2021 (DOB redacted)',
  'Seen 1/2/2021, DOB: XX/XX/1980',
  'Meridian Trust Corp., B.V. (Entered: 12/09/2004)',
  'checking 2,500,000',
  'A Social. Invoice 219099999',
  'an account at Fairwater Bank, phone number 2065550123',
  'an account with a case number 24012345',
  'Flight DL 1234567, DL settings 123456',
  'DOB 991481',
  'DOB 1980, filed 01/02/2021',
  'account ending in 1234',
  'account no. xxxx-xxxx-1234',
  'Account: xxxx1234',
  'Account closed at 10:12345678',
  'SSN ___-__-1234',
  'Account No. ****5678',
  'card 4111 xxxx xxxx 1111',
  'passport no. [redacted]',
  // Something else.
  'Case 2:21-cv-00031-BJR Document 110-1 Filed 01/21/21 Page 1 of 14',
  'Case No. 21-00031',
  'No. 21-2-02856-6 SEA',
  'Tel. (206) 555-0123 or 206-555-0123 or 1-800-555-0123',
  '+1 206 555 0123',
  'Seattle, WA 98101-1234',
  'AMZ000123 and AMZ-000123456 and ABC 0001234567',
  'On 2021-01-11, 1/11/2021 and January 11, 2021',
  '47 U.S.C. § 230(c)(1); RCW 9.73.030; 514 F. Supp. 3d 1261',
  'Fed. R. Civ. P. 65(b)(1)(A); pages 123-45, 678-90',
  'Page 12 of 345, Dkt. 34 at 5-6',
  'Invoice 123456789',
  '123456789',
  '1.219-09-9999 and 219-09-9999-1',
  'A219-09-9999',
  '219-09-99990',
  '12 345 219 09 9999 14 20',
  'Total 219 09 9999 14',
  '4111 1111 1111 1112',
  '1234 5678 9012 3456',
  'https://example.com/status/4111111111111111',
  'GB82 WEST 1234 5698 7654 33',
  'GB82 WEST 1234 5698 7654 321',
  'ZZ82 WEST 1234 5698 7654 32',
  'The airborne unit of January 2, 1980',
  'newborn screening on 1/2/2020',
  'He was born abroad. On 1/2/2020 he moved.',
  'accounts of about 1234567 users',
  'accounts: 1,234,567',
  'account of $1234567',
  'account no. 12',
  'Account number on 01/02/2021',
  'For your account number call (206) 555-0123',
  'on account of 2020-2021',
  'The account. Invoice 12345678',
  'passport issued 01-02-2020',
  'passport photo, 2021',
  'driver’s license of 2019',
  'a driver’s license. Exhibit 12345',
  '100-200-300 and 10-20-30-40',
  'ISBN 978-0-306-40615-7',
  'a. 1/2/2021 letter\nb. 3/14/2021 letter',
  'see a. 1/2/2021 and b. 3/14/2021',
  'Exhibit B. March 14, 2021',
  'a number of entries in file 123456789',
  'Exhibit A, no. 123456789, and A098765432',
  'an alien who entered in 2019',
  'Oll-OO-lll1 and 0EG4-TE5-MK73 and 1SG4-TE5-MK73 and Medicare in 2019',
])('no identifier: %j', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  '1',
  '1 ',
  '1-',
  '12-',
  '219-09-',
  '4111 ',
  'GB82 ',
  'SSN ',
  'account no. ',
  'born ',
  'born 1/',
  'DOB 99/99/99 ',
  'passport 1',
  'passport A',
  'driver’s license A-',
  'DOB\n1/2/1980\n',
  'SSN\n',
  'account\n12345678 ',
  'no. ',
  '- ',
])('what is nearly a number, over and over, is read to its end in time: %j', (piece) => {
  const text = `${piece.repeat(100_000 / piece.length)}, 219-09-9999`;
  expect(found(text).at(-1)).toBe('ssn: 219-09-9999, 9999');
});

test.each<[string, (word: string) => string, string, string]>([
  [
    'money near an account',
    (word) => `${word}: account no. 12345678`,
    'account: 12345678, 5678',
    'bank, banks, banking, credit union, checking, chequing, savings, brokerage, deposit, deposits, deposited, withdrawal, withdrawals, wire, wired, wire transfer, routing, ABA, IRA, 401(k), mortgage, loan, lender, credit, debit, escrow, IOLTA, trust account, balance',
  ],
  [
    'accounts',
    (word) => `${word} 12345`,
    'account: 12345, 2345?',
    'account number, account no., accounts nos., acct num, accts nbr, a/c #, account (no., card number, card no., card #',
  ],
  [
    'accounts by themselves',
    (word) => `${word} 1234567`,
    'account: 1234567, 4567?',
    'account, accounts, acct, accts., a/c, account:, account (',
  ],
  [
    'routing',
    (word) => `${word} 021000021`,
    'account: 021000021, 0021',
    'routing number, routing transit number, routing #, ABA no., ABA number, loan num',
  ],
  [
    'what belongs to no person',
    (word) => `${word} No. 219-09-9999`,
    'ssn: 219-09-9999, 9999?',
    'accession, article, bulletin, case, catalog, catalogue, cert, certificate, claim, contract, docket, dkt, drawing, form, invoice, item, job, lot, model, order, parcel, part, permit, policy, product, project, purchase, report, serial, sku, ticket, tracking, version, work order',
  ],
  [
    'social security',
    (word) => `${word} 219099999`,
    'ssn: 219099999, 9999',
    'social security, social-security number, soc. sec., soc sec, soc. security, SSN, SSNs, SS#, SS no., SS number, S.S.N., S. S. #, S.S. no.',
  ],
  [
    'taxpayers',
    (word) => `${word} 123456789`,
    'taxpayer: 123456789, 6789',
    'taxpayer identification, taxpayer’s id, tax id, tax-id, tax i.d., tax no., tax number, employer identification, employer’s ID, EIN, EINs, FEIN, TIN, FTIN, ITIN, ATIN',
  ],
  [
    'births for certain',
    (word) => `${word}: 03/14/1981`,
    'birthDate: 03/14/1981, 1981',
    'date of birth, dates of birth, d.o.b., d/o/b, DOB, DOBs, birth date, birthdate, birth-dates',
  ],
  [
    'births perhaps',
    (word) => `${word} 03/14/1981`,
    'birthDate: 03/14/1981, 1981?',
    'born, birthday, birthdays, (b.',
  ],
  [
    'licenses',
    (word) => `${word} WDL4ABC1234D`,
    'driverLicense: WDL4ABC1234D, nothing',
    "driver license no., drivers license number, driver’s licence #, driver's lic. no., driving license no., operator’s license no., operator license no., DL no., D.L. number, DL#",
  ],
  [
    'passports',
    (word) => `${word} AB1234567`,
    'passport: AB1234567, nothing',
    'passport no., passports nos., passport #, Passport number:',
  ],
])('%s, by whatever word', (_, sentence, expected, words) => {
  const missed = words.split(', ').filter((word) => found(sentence(word)).join() !== expected);
  expect(missed).toEqual([]);
});

/** A number with these first digits, as long as asked for, whose last digit is the check digit: the sum of all is a multiple of ten. */
function cardNumber(begins: string, length: number): string {
  const body = begins.padEnd(length - 1, '1');
  const digits = [...body].map(Number);
  const weighed = digits.map((digit, at) =>
    (length - at) % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit]! : digit,
  );
  return `${body}${(10 - (weighed.reduce((sum, digit) => sum + digit, 0) % 10)) % 10}`;
}

test.each([
  [[13, 16, 19], '4', ''],
  [[16], '51, 55, 2221, 2229, 2230, 2299, 2300, 2699, 2700, 2719, 2720', '50, 56, 2220, 2721'],
  [[15], '34, 37', '33, 35, 36'],
  [[16, 19], '6011, 644, 649, 65, 62, 3528, 3529, 3530, 3589', '6010, 6012, 643, 61, 63, 66, 3527, 3590'],
  [[14, 16, 19], '300, 305, 3095, 36, 38, 39', '306, 3094, 3096, 37'],
])('cards of %i digits begin with %s and not with %s', (lengths, begins, others) => {
  const kinds = (list: string) =>
    list
      .split(', ')
      .filter((first) => first !== '')
      .flatMap((first) => lengths.map((length) => cardNumber(first, length)))
      .map((number) => [number, ...found(`card ${number}`)]);
  for (const [number, ...told] of kinds(begins))
    expect([number, ...told]).toEqual([number, `account: ${number}, ${number!.slice(-4)}`]);
  for (const [number, ...told] of kinds(others)) expect([number, ...told]).toEqual([number]);
  const [sound] = kinds(begins)[0]!;
  expect(found(`card ${sound!.slice(0, -1)}${(Number(sound!.at(-1)) + 1) % 10}`)).toEqual([]);
});

test('a solid number of fewer digits is a card’s only beside a word for one, an accounts’ list goes on in any way', () => {
  const solid = cardNumber('4', 13);
  for (const word of 'card, cards, Visa, MasterCard, Master Card, Amex, American Express, Discover, Diners, debit, credit, account, accounts, acct, accts'.split(
    ', ',
  ))
    expect([word, ...found(`${word} ${solid}`)]).toEqual([word, `account: ${solid}, ${solid.slice(-4)}`]);
  expect(found(`no. ${solid}`)).toEqual([]);
  for (const sign of [', ', ' and ', ' or ', ' & ', '/', ', and ', ', or '])
    expect([sign, ...found(`SSNs 219-09-9999${sign}219099998`)]).toEqual([
      sign,
      'ssn: 219-09-9999, 9999',
      'ssn: 219099998, 9998',
    ]);
});

test.each(['X 14, 1981', '14 X 1981', '14-X-1981', '14 day of X, 1981'])(
  'a birth is read with every month, whole or short: %s',
  (form) => {
    const months =
      'January Jan. February Feb March Mar. April Apr May June Jun July Jul August Aug. September Sept. Sep October Oct November Nov. December Dec';
    const dates = months.split(' ').map((month) => form.replace('X', month));
    expect(dates.flatMap((date) => found(`DOB: ${date}`))).toEqual(
      dates.map((date) => `birthDate: ${date}, 1981`),
    );
  },
);

test.each([
  [
    '000-12-3456, 666-12-3456, 219-00-9999, 219-09-0000, 912-49-1234, 912-66-1234, 912-69-1234, 912-89-1234',
    '',
  ],
  ['912-50-1234, 912-65-1234, 912-70-1234, 912-88-1234, 912-90-1234, 999-99-1234', 'taxpayer'],
  ['001-01-0001, 665-12-3456, 667-12-3456, 899-12-3456', 'ssn'],
  [
    '00, 07, 08, 09, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97'.replaceAll(/\d\d/g, '$&-1234567'),
    '',
  ],
  ['01-1234567, 48-1234567, 98-1234567', 'taxpayer'],
  [
    'account no. $12345678; account no. 12345678%; account no. 12/31/2020; account no. 1234; account 123456; account no. 123456789012345678901; accounts of about 1234567 users; account at 10:12345678',
    '',
  ],
])('what is never issued is none, and what stands at the edges is: %s', (numbers, kind) => {
  for (const number of numbers.split(/[,;] (?=\w)/))
    expect([number, ...found(number).map((one) => one.split(':')[0])]).toEqual([
      number,
      ...(kind ? [kind] : []),
    ]);
});

test('what is found lies in the text, in order, apart, with digits, and is the same between other words', () => {
  const pieces = fc.constantFrom(
    '219-09-9999',
    '4111 1111 1111 1111',
    'GB82 WEST 1234 5698 7654 32',
    'SSN',
    'DOB',
    'born',
    '1/2/1980',
    'account no.',
    '12345678',
    'passport',
    'driver’s license',
    'AB123456',
    '12',
    'x',
    '–',
    ':',
    '-',
    '.',
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      let last = 0;
      for (const { start, end, keep } of findIdentifiers(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toMatch(/\d/);
        if (keep) expect(start <= keep.start && keep.start < keep.end && keep.end <= end).toBe(true);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
      const shifted = findIdentifiers(`Words.\n\n${text}`);
      expect(shifted.map(({ kind, start }) => `${kind} ${start - 8}`)).toEqual(
        findIdentifiers(text).map(({ kind, start }) => `${kind} ${start}`),
      );
    }),
  );
});
