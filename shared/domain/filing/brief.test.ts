import { describe, expect, test } from 'vitest';
import { briefTitled, measureBrief } from './brief.ts';

const caption = (...title: string[]) =>
  [
    'The Honorable A. Lim',
    '1',
    '2 UNITED STATES DISTRICT COURT',
    'WESTERN DISTRICT OF WASHINGTON AT SEATTLE',
    'FAIRWATER LLC,',
    'Plaintiff, Case No. 2:27-cv-00031',
    ...title,
    'I. INTRODUCTION',
    'This case concerns a motion that the other side has not answered.',
  ].join('\r\n');

describe('what brief a paper is', () => {
  test.each([
    [['PLAINTIFF’S MOTION FOR TEMPORARY', 'RESTRAINING ORDER'], 'motion', 'restraint'],
    [['12 DEFENDANT’S OPPOSITION TO', '13 MOTION FOR PRELIMINARY INJUNCTION'], 'opposition', 'injunction'],
    [['Plaintiff’s Reply in Support of Its Motion for a TRO'], 'reply', 'restraint'],
    [['MEMORANDUM OF LAW IN FURTHER SUPPORT', 'OF MOTION FOR SUMMARY JUDGMENT'], 'reply', 'summaryJudgment'],
    [['NOTICE OF MOTION AND MOTION TO DISMISS'], 'motion', 'dismissal'],
    [['NOTICE OF EX PARTE APPLICATION AND', 'EX PARTE APPLICATION FOR TRO'], 'motion', 'restraint'],
    [['NOTICE OF MOTION TO DISMISS; MEMORANDUM', 'OF POINTS AND AUTHORITIES'], 'motion', 'dismissal'],
    [['POINTS AND AUTHORITIES IN SUPPORT OF', 'TEMPORARY RESTRAINING ORDER'], 'motion', 'restraint'],
    [['POINTS AND AUTHORITIES IN OPPOSITION TO', 'MOTION TO DISMISS'], 'opposition', 'dismissal'],
    [['MOTION FOR RECONSIDERATION OF ORDER DENYING PRELIMINARY INJUNCTION'], 'motion', 'reconsideration'],
    [['MOTION TO SEAL'], 'motion', null],
    [['MEMORANDUM OF LAW IN OPPOSITION TO', 'PLAINTIFF’S MOTION FOR A TRO'], 'opposition', 'restraint'],
    [['MEMORANDUM IN SUPPORT OF ITS OPPOSITION TO', 'MOTION TO DISMISS'], 'opposition', 'dismissal'],
    [['DEFENDANT’S OBJECTION TO MOTION TO DISMISS'], 'opposition', 'dismissal'],
    [['ANSWERING BRIEF ON MOTION TO DISMISS'], 'opposition', 'dismissal'],
    [['RESPONSE TO EMERGENCY MOTION FOR TRO'], 'opposition', 'restraint'],
    // For a motion, although what is asked for has to do with what was or is to be said against another.
    [['OPPOSED MOTION FOR TEMPORARY RESTRAINING ORDER'], 'motion', 'restraint'],
    [['MOTION TO STRIKE OPPOSITION'], 'motion', null],
    [['MOTION FOR LEAVE TO FILE REPLY IN FURTHER SUPPORT', 'OF MOTION TO DISMISS'], 'motion', 'dismissal'],
    [['MEMORANDUM IN SUPPORT OF MOTION FOR TIME TO', 'FILE RESPONSE'], 'motion', null],
  ])('%s', (title, paper, motion) => {
    expect(briefTitled(caption(...title))).toEqual({ paper, motion });
  });

  test.each([
    'DECLARATION OF DANA WHITLOCK IN SUPPORT OF MOTION FOR TRO',
    '[PROPOSED] ORDER GRANTING MOTION FOR TRO',
    'NOTICE OF MOTION',
    'NOTICE OF MOTION FOR TRO AND FOR ORDER TO SHOW CAUSE',
    'CERTIFICATE OF SERVICE OF MOTION',
    'MEMORANDUM OPINION AND ORDER',
    'RESPONSES TO FIRST SET OF INTERROGATORIES',
    'VERIFIED COMPLAINT',
  ])('and none is %s', (title) => {
    expect(briefTitled(caption(title))).toBeNull();
  });

  test.each([
    [
      ['FAIRWATER LLC, ) MOTION FOR TEMPORARY', 'Plaintiff, ) RESTRAINING', 'v. ) ORDER'],
      'motion',
      'restraint',
    ],
    [['FAIRWATER LLC, § RESPONSE TO', 'Plaintiff, § MOTION TO DISMISS'], 'opposition', 'dismissal'],
    [['Complaint Filed: March 3, 2027', 'REPLY ON MOTION TO SEAL'], 'reply', null],
    [['REQUEST FOR ORAL ARGUMENT', 'MOTION FOR SUMMARY ADJUDICATION'], 'motion', 'summaryJudgment'],
    [['[Filed Concurrently with Declaration of A. Roe]', 'MOTION FOR TRO'], 'motion', 'restraint'],
    [['MOTION (AMENDED) FOR A TRO'], 'motion', 'restraint'],
  ])('in a caption of two columns, or with other lines before it: %s', (lines, paper, motion) => {
    expect(briefTitled(caption(...lines))).toEqual({ paper, motion });
  });

  test('a page without a title is none', () => {
    expect(briefTitled(caption('Counsel of Record'))).toBeNull();
    expect(briefTitled('MOTION FOR CLASS CERTIFICATION 3\nmore of its third page')).toBeNull();
    expect(briefTitled(`United States Court of Appeals\n${caption('REPLY BRIEF')}`)).toBeNull();
    expect(briefTitled('')).toBeNull();
    expect(
      briefTitled(`${'A letter in which somebody says much about a motion, and goes on. '.repeat(3)}`),
    ).toBeNull();
  });
});

describe('how long a brief is', () => {
  const title = { paper: 'motion', motion: null } as const;
  const page = (words: number) => `1 2 3 4 ${'word '.repeat(words)}`;

  test('is counted to its signature, without tables and numbers of lines', () => {
    const contents = 'TABLE OF CONTENTS\nI. INTRODUCTION ........ 1';
    const more = 'A ........ 1\nB ........ 2\nC ........ 3\nD ........ 4';
    const last = `${page(10)} Respectfully submitted, /s/ A. Roe`;
    expect(measureBrief(title, [page(10), contents, more, page(20), last, page(500)])).toEqual({
      ...title,
      pages: 2,
      words: 20 + 15,
      allPages: 5,
      hasCover: true,
      statedWords: null,
      isSigned: true,
    });
    expect(measureBrief(title, [page(10), page(20)])).toMatchObject({ pages: 2, words: 30, isSigned: false });
  });

  test.each([
    ['/s/Ann Whitlock', true],
    ['s/ Ann Whitlock', true],
    ['By: s/Ann Whitlock', true],
    ['/s/ [signature]', true],
    ['/S/ ANN WHITLOCK', true],
    ['RESPECTFULLY SUBMITTED', true],
    ['Whoever it is, s/he and/or Ann', false],
  ])('is signed by “%s”: %s', (line, isSigned) => {
    expect(measureBrief(title, [page(10), line, page(500)])).toMatchObject({
      isSigned,
      pages: isSigned ? 2 : 3,
    });
  });

  test.each([
    ['on the next page', [page(10), 'Dated today. /s/ A. Roe', 'MEMORANDUM OF LAW\nIt is so.'], 4],
    ['on the same page', [page(10), '/s/ A. Roe\n7 MEMORANDUM OF POINTS AND AUTHORITIES\nIt is so.'], 3],
    [
      'behind its tables',
      ['/s/ A. Roe', 'TABLE OF CONTENTS', 'TABLE OF AUTHORITIES', 'BRIEF IN SUPPORT\nA'],
      3,
    ],
  ])('goes on behind a notice of motion that is signed by itself: a memorandum %s', (_, pages, counted) => {
    expect(measureBrief(title, [...pages, 'The end. /s/ A. Roe', page(500)])).toMatchObject({
      pages: counted,
      isSigned: true,
    });
  });

  test('ends with its signature, whatever a certificate of service or an exhibit behind it is called', () => {
    const last = 'Respectfully submitted, /s/ A. Roe';
    const served = 'I certify that today the foregoing\nMEMORANDUM OF LAW IN SUPPORT\nwas served. /s/ A. Roe';
    for (const behind of [served, `CERTIFICATE OF SERVICE\n${served}`, 'EXHIBIT A', 'TABLE OF CONTENTS'])
      expect(measureBrief(title, [page(10), last, behind, page(500), '/s/ B. Roe']), behind).toMatchObject({
        pages: 2,
        isSigned: true,
      });
    expect(measureBrief(title, [page(10), `${last}\n${served}`, page(500)]).pages).toBe(2);
  });

  test.each([
    ['I certify that this memorandum contains 8,213 words, in compliance with the Local Civil Rules.', 8_213],
    ['This brief complies with the limit of 8,750 words and contains\n3499 words.', 3_499],
    ['Word count: 4,100', 4_100],
    ['The number of words in this brief, by the count of the program, is 950.', 950],
    ['Total words: 3,499', 3_499],
    ['The parties exchanged 300 words of text.', null],
    ['The agreement contains 12,000 words. I certify that this brief contains 6,900 words.', 6_900],
  ])('%s', (certificate, words) => {
    expect(measureBrief(title, [page(10), certificate]).statedWords).toBe(words);
  });
});
