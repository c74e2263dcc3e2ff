import { expect, test } from 'vitest';
import { entryNumberOf, shortNameOf } from './subject.ts';

test.each([
  [
    'Activity in Case 1:24-cv-00077-ABC Fairwater LLC v. Northgate Hosting, Inc. et al Notice (Other)',
    '1:24-cv-00077-ABC',
    'Fairwater LLC v. Northgate Hosting, Inc. et al',
    'Notice (Other)',
  ],
  [
    'FW: Re: Activity in Case 1:24-cv-00077-ABC Fairwater LLC v. Northgate Hosting, Inc. Order',
    '1:24-cv-00077-ABC',
    'Fairwater LLC v. Northgate Hosting, Inc.',
    'Order',
  ],
  [
    'Activity in HID case 1:24-cv-00077-ABC Fairwater LLC v. Prado - Joint Status Report per LR 16-1(b)(1)',
    '1:24-cv-00077-ABC',
    'Fairwater LLC v. Prado',
    'Joint Status Report per LR 16-1(b)(1)',
  ],
  [
    'Activity in Case 1:24-cv-00077-ABC Fairwater LLC v. Prado Motion "for reconsideration"',
    '1:24-cv-00077-ABC',
    'Fairwater LLC v. Prado',
    'Motion "for reconsideration"',
  ],
  [
    '6:24-bk-13768-MH Statement About Your Social Security Numbers (Official Form 121)',
    '6:24-bk-13768-MH',
    'Ana Prado',
    'Statement About Your Social Security Numbers (Official Form 121)',
  ],
  ['6:24-bk-13768-MH Corrected Amendment', '6:24-bk-13768', 'Ana Prado', 'Corrected Amendment'],
  [
    'Ch-13 1:24-bk-70534 Meeting of Creditors - Second Non-Appearance; Ana Maria Prado',
    '1:24-bk-70534',
    'Ana Maria Prado',
    'Meeting of Creditors - Second Non-Appearance',
  ],
  [
    'Ch-7 24-10253-KBO Fairwater Holding Comp Order',
    '24-10253-KBO',
    'Fairwater Holding Company LLC',
    'Order',
  ],
  [
    'Ch-13 24-12910-pmm Close Adversary Case - Ana Maria Prado',
    '24-12910-pmm',
    'Ana Maria Prado and Luis Prado',
    'Close Adversary Case',
  ],
  [
    '24-10245-BAH Chapter 13 Ana Prado  Chapter 13 Trustee’s Interim Report (batch)',
    '24-10245-BAH',
    'Ana Prado',
    'Chapter 13 Trustee’s Interim Report (batch)',
  ],
  [
    '24-50786 Chapter 11 Case Management Conference',
    '24-50786',
    'Ana Prado',
    'Chapter 11 Case Management Conference',
  ],
  [
    'Ana Maria Prado-Lind 24-31747-KLP Ch 13  Notice of Dismissal - CerDocTyp',
    '24-31747-KLP',
    'Ana Maria Prado-Lind',
    'Notice of Dismissal - CerDocTyp',
  ],
  [
    '24-1234 Fairwater LLC, et al v. Prado "Correspondence/Letter to Court"',
    '24-1234',
    'Fairwater LLC, et al v. Prado',
    'Correspondence/Letter to Court',
  ],
  [
    '24-11299-W Fairwater LLC v. Prado "Motion filed" (1:22-cv-01294-AT)',
    '24-11299',
    'Fairwater LLC v. Prado',
    'Motion filed',
  ],
  [
    'Fairwater LLC v. Prado 24-2120 - Reply Brief Submitted for Filing - 490133',
    '24-2120',
    'Fairwater LLC v. Prado',
    'Reply Brief Submitted for Filing',
  ],
  [
    'Activity in Case 1:24-cv-00077-ABC Another Title Order',
    '1:24-cv-00077-ABC',
    'Fairwater LLC v. Prado',
    '',
  ],
  [
    'RE: Fwd: [External] Activity in Case 1:24-cv-00077-ABC Fairwater LLC v. Prado Motion for TRO',
    '1:24-cv-00077-ABC',
    'Fairwater LLC v. Prado',
    'Motion for TRO',
  ],
  [
    'For the calendar: Activity in Case 1:24-cv-00077-ABC Fairwater LLC v. Prado Order',
    '1:24-cv-00077-ABC',
    'Fairwater LLC v. Prado',
    'Order',
  ],
  ['24-20823-GLT  Docket Entry #314 has been updated', '24-20823-GLT', 'Ana Prado', ''],
  ['Lunch', '24-20823-GLT', 'Ana Prado', ''],
  ['', '', '', ''],
])('“%s”', (subject, number, title, expected) => {
  expect(shortNameOf(subject, number, title)).toBe(expected);
});

test('the entry’s number stands in subjects of the newer appellate system', () => {
  expect(entryNumberOf('Fairwater LLC v. Prado 24-2120 - 049 - Motion for Judicial Notice')).toBe(49);
  expect(
    entryNumberOf('Fairwater LLC v. Prado 24-2120 - Reply Brief Submitted for Filing - 490133'),
  ).toBeNull();
});
