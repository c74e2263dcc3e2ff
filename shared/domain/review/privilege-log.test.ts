import { expect, test } from 'vitest';
import { privilegeLog, privilegeLogColumns, type WithheldItem } from './privilege-log.ts';

const item = (id: string, more: Partial<WithheldItem> = {}): WithheldItem => ({
  id,
  kind: 'eml',
  numbers: [],
  day: '2021-01-09',
  authors: ['R. Okafor <r.okafor@fairwater.example>'],
  recipients: ['A. Reyes <a.reyes@counsel.example>'],
  copied: [],
  privilege: 'attorney_client',
  description: 'Request for legal advice about the notice of suspension',
  memberIds: [],
  ...more,
});
const column = (head: (typeof privilegeLogColumns)[number]['head']) =>
  privilegeLogColumns.findIndex((each) => each.head === head);
const cells = (items: readonly WithheldItem[], head: (typeof privilegeLogColumns)[number]['head']) =>
  privilegeLog(items).map((entry) => entry.cells[column(head)]);

test('an entry says who, when, to whom, under which privilege and why, and bears its numbers', () => {
  const entries = privilegeLog([
    item('a', { numbers: ['FAIR000010–FAIR000012', 'NG0001'], copied: ['B. Lindqvist', 'C. Moreau'] }),
  ]);
  expect(entries).toEqual([
    {
      evidenceId: 'a',
      cells: [
        '1',
        'FAIR000010–FAIR000012; NG0001',
        '2021-01-09',
        'E-mail',
        'R. Okafor <r.okafor@fairwater.example>',
        'A. Reyes <a.reyes@counsel.example>',
        'B. Lindqvist; C. Moreau',
        'Attorney-client privilege',
        'Request for legal advice about the notice of suspension',
        '',
      ],
      isAttachment: false,
      missing: [],
    },
  ]);
  expect(cells([item('a')], 'Bates / control no.')).toEqual(['a']);
});

test('entries stand by day, attachments under what they came in, whatever order they are given in', () => {
  const items = [
    item('undated', { day: null }),
    item('late', { day: '2021-01-12' }),
    item('mail', { day: '2021-01-10', memberIds: ['second', 'first', 'open'] }),
    item('first', { kind: 'pdf', day: '2020-01-01', memberIds: ['inner'] }),
    item('second', { kind: 'spreadsheet', day: '2019-01-01' }),
    item('inner', { kind: 'word', day: '2018-01-01' }),
    item('early', { day: '2021-01-01' }),
  ];
  const order = ['early', 'mail', 'second', 'first', 'inner', 'late', 'undated'];
  expect(privilegeLog(items).map(({ evidenceId }) => evidenceId)).toEqual(order);
  expect(privilegeLog(items.toReversed()).map(({ evidenceId }) => evidenceId)).toEqual(order);
  expect(cells(items, 'Family')).toEqual([
    '',
    'Attachments: no. 3, 4; 1 attachment not withheld',
    'Attachment to no. 2',
    'Attachment to no. 2; Attachments: no. 5',
    'Attachment to no. 4',
    '',
    '',
  ]);
  expect(privilegeLog(items).filter(({ isAttachment }) => isAttachment)).toHaveLength(3);
});

test('items that came in one another by way of a circle are told once each', () => {
  const items = [item('a', { memberIds: ['b'] }), item('b', { memberIds: ['a', 'b'] })];
  expect(privilegeLog(items).map(({ evidenceId }) => evidenceId)).toEqual(['a', 'b']);
});

test.each([
  [{ day: null }, ['Date']],
  [{ authors: [] }, ['Author']],
  [{ recipients: [] }, ['Recipients']],
  [{ recipients: [], kind: 'pdf' as const }, []],
  [{ description: '' }, ['Description']],
  [
    { day: null, authors: [], recipients: [], description: '' },
    ['Date', 'Author', 'Recipients', 'Description'],
  ],
])('an entry with %j lacks %j', (more, missing) => {
  expect(privilegeLog([item('a', more)])[0]!.missing).toEqual(missing);
});
