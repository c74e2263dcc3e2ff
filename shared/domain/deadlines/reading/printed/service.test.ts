import { describe, expect, test } from 'vitest';
import { readService, splitNames } from './service.ts';

const read = (text: string) =>
  readService(text).map(({ how, party, at, answerDue }) => ({ how, party, at, answerDue }));

describe('who was served, and when', () => {
  test('the party stands before the day', () => {
    expect(
      read(
        'SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on 3/13/2023, answer due 4/3/2023. (Rees, Ann)',
      ),
    ).toEqual([
      { how: 'served', party: 'Northgate Hosting, Inc.', at: '2023-03-13', answerDue: '2023-04-03' },
    ]);
  });

  test('each party is served by itself', () => {
    expect(
      read(
        'SUMMONS Returned Executed by Fairwater LLC. Northgate Hosting, Inc. served on 3/13/2023, answer due 4/3/2023; Ann Q. Rees served on 3/15/2023, answer due 4/5/2023.',
      ),
    ).toMatchObject([
      { party: 'Northgate Hosting, Inc.', at: '2023-03-13' },
      { party: 'Ann Q. Rees', at: '2023-03-15', answerDue: '2023-04-05' },
    ]);
  });

  test.each([
    [
      'SUMMONS Returned Executed by Bo Lim as to Tern & Tern, Ltd. on 9/20/2016, answer due 10/11/2016.',
      'Tern & Tern, Ltd.',
      '2016-09-20',
    ],
    [
      'PROOF OF SERVICE Executed by Plaintiff Fairwater LLC, upon Defendant Northgate Hosting, Inc. served on 4/29/2014, answer due 5/20/2014.',
      'Northgate Hosting, Inc.',
      '2014-04-29',
    ],
    [
      'AFFIDAVIT OF SERVICE of Summons and Amended Complaint. Tern & Tern L.L.P. served on 6/24/2004, answer due 7/14/2004.',
      'Tern & Tern L.L.P.',
      '2004-06-24',
    ],
    [
      'AFFIDAVIT of Service for Complaint; and summons served on Bo Quinn Lim on 12/30/08, filed by Fairwater LLC.',
      'Bo Quinn Lim',
      '2008-12-30',
    ],
    [
      'AFFIDAVIT of Service of Summons and Complaint upon Northgate Hosting, Inc. on 1/11/2021',
      'Northgate Hosting, Inc.',
      '2021-01-11',
    ],
    [
      'SUMMONS RETURNED EXECUTED Summons and Complaint served. Northgate Group, Inc. served on 1/19/2021, answer due 2/9/2021. Document filed by Lena Moss..',
      'Northgate Group, Inc.',
      '2021-01-19',
    ],
  ])('%s', (text, party, at) => {
    expect(read(text)).toMatchObject([{ how: 'served', party, at }]);
  });

  test.each([
    [
      'WAIVER OF SERVICE Returned Executed; waiver sent to Northgate Hosting, Inc. on 12/8/2008, answer due 2/6/2009.',
      'Northgate Hosting, Inc.',
    ],
    [
      'WAIVER OF SERVICE Returned Executed by Fairwater LLC. Trustees of Alder School waiver sent on 12/8/2008, answer due 2/6/2009.',
      'Trustees of Alder School',
    ],
    [
      'WAIVER OF SERVICE Returned Executed filed by Fairwater LLC. upon Northgate AB waiver sent by Plaintiff on 12/8/2008, answer due 2/6/2009.',
      'Northgate AB',
    ],
  ])('%s', (text, party) => {
    expect(read(text)).toEqual([{ how: 'waiver', party, at: '2008-12-08', answerDue: '2009-02-06' }]);
  });

  test('a return that prints no day has parties without one', () => {
    expect(
      read(
        'SUMMONS Returned Executed as to Northgate Hosting, Inc., Ann Rees (Lim, Bo) (Entered: 03/04/2021)',
      ),
    ).toEqual([
      { how: 'served', party: 'Northgate Hosting, Inc.', at: null, answerDue: null },
      { how: 'served', party: 'Ann Rees', at: null, answerDue: null },
    ]);
  });

  test('service of a subpoena is told apart', () => {
    expect(
      read('RETURN OF SERVICE of Subpoena served on Tern Yards, Inc. on 11/12/2007, filed by Fairwater LLC.'),
    ).toEqual([{ how: 'subpoena', party: 'Tern Yards, Inc.', at: '2007-11-12', answerDue: null }]);
  });

  test.each([
    'SUMMONS Returned Unexecuted by Fairwater LLC as to Ann Rees.',
    'SUMMONS issued as to Northgate Hosting, Inc.',
    'REQUEST FOR ISSUANCE OF SUMMONS as to Northgate Hosting, Inc.',
    'CERTIFICATE OF SERVICE by Fairwater LLC re 2 MOTION for TRO',
    'AFFIDAVIT of Service of Notice of Hearing upon Ann Rees on 1/11/2021',
    'Warrant Returned Executed as to Ann Rees on 2/15/2018',
    'ORDER: the parties were served on 3/1/2021',
    'NOTICE of Appearance by Ann Rees. Copies were served on 3/1/2021',
  ])('nobody was served by “%s”', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('names in a row keep what belongs to a company', () => {
  expect(splitNames('Northgate Hosting, Inc., Tern Yards, L.L.C. and Ann Rees')).toEqual([
    'Northgate Hosting, Inc.',
    'Tern Yards, L.L.C.',
    'Ann Rees',
  ]);
});
