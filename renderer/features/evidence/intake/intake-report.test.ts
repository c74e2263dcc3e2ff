import { describe, expect, it } from 'vitest';
import type { IntakeItem } from '../../../../shared/model/evidence.ts';
import { intakeReport, intakeSummary, rowsToLookAt } from './intake-report.ts';

const damaged = { code: 'EVIDENCE_DAMAGED', message: 'The file is damaged.' };
const items: IntakeItem[] = [
  { path: 'letter.pdf', status: 'added', id: '1', problems: [] },
  { path: 'torn.pdf', status: 'added', id: '2', problems: [damaged] },
  { path: 'letter (1).pdf', status: 'duplicate', id: '1', problems: [] },
  {
    path: 'void.pdf',
    status: 'failed',
    problems: [],
    error: { code: 'EVIDENCE_EMPTY_FILE', message: 'The file is empty.' },
  },
  {
    path: 'mail.eml',
    status: 'added',
    id: '3',
    problems: [],
    children: [{ path: 'scan.pdf', status: 'added', id: '4', problems: [damaged] }],
  },
];

describe('the report of an intake', () => {
  const report = intakeReport(items);

  it('lists what was inside a file below it', () => {
    expect(report.rows.map(({ name, depth }) => `${depth} ${name}`)).toEqual([
      '0 letter.pdf',
      '0 torn.pdf',
      '0 letter (1).pdf',
      '0 void.pdf',
      '0 mail.eml',
      '1 scan.pdf',
    ]);
  });

  it('counts outcomes, problems among the added', () => {
    expect(report).toMatchObject({ added: 4, withProblems: 2, duplicates: 1, failed: 1 });
    expect(intakeSummary(report)).toBe('4 added (2 with a problem), 1 already here, 1 failed.');
  });

  it('filters to what needs a look, failures first, with the sentence that says why', () => {
    expect(rowsToLookAt(report).map(({ name, sentences }) => [name, ...sentences])).toEqual([
      ['void.pdf', 'The file is empty.'],
      ['torn.pdf', 'The file is damaged.'],
      ['scan.pdf', 'The file is damaged.'],
    ]);
  });

  it('shows no folder of a path that came with one', () => {
    const [row] = intakeReport([{ path: 'C:\\matters\\in\\a.pdf', status: 'added', problems: [] }]).rows;
    expect(row?.name).toBe('a.pdf');
  });

  it('counts thousands so that they can be read', () => {
    const many = Array.from({ length: 1_103 }, (_, at): IntakeItem => ({
      path: `${at}`,
      status: 'added',
      problems: [],
    }));
    expect(intakeSummary(intakeReport(many))).toBe('1,103 added.');
  });

  it('says so when nothing was there', () => {
    expect(intakeSummary(intakeReport([]))).toBe('There was nothing to add.');
  });
});
