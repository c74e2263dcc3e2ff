import { describe, expect, it } from 'vitest';
import { linesWithoutRange, parsePastedRanges } from './pasted-ranges.ts';

describe('ranges of numbers as they are pasted', () => {
  it('are read from lines with a dash of any kind, with what stands after a comma as the note', () => {
    const text =
      'FWR000001-FWR000020, first production\nFWR000031 – FWR000040\r\nFWR000050 to FWR000060;served\nFWR000061 through FWR000070\rFWR000071 - FWR000080';
    expect(parsePastedRanges(text)).toEqual([
      { range: 'FWR000001-FWR000020', note: 'first production' },
      { range: 'FWR000031-FWR000040', note: '' },
      { range: 'FWR000050-FWR000060', note: 'served' },
      { range: 'FWR000061-FWR000070', note: '' },
      { range: 'FWR000071-FWR000080', note: '' },
    ]);
  });

  it('are read from a table with first and last number, its heading passed over', () => {
    const text = 'Beg Bates\tEnd Bates\tDate\nNGH-00001\tNGH-00009\t2 May\nNGH-00010\tNGH-00010\t';
    expect(parsePastedRanges(text)).toEqual([
      { range: 'NGH-00001-NGH-00009', note: '2 May' },
      { range: 'NGH-00010-NGH-00010', note: '' },
    ]);
  });

  it('are read from a table whose last numbers have no letters, and a count of pages is none', () => {
    expect(
      parsePastedRanges(
        'AMZ0001,0500,first\nAMZ0501,12\nAMZ0601,0100\nAMZ0701,0701\nAMZ0801-AMZ0809,0810\nAMZ0901,AMZ',
      ),
    ).toEqual([
      { range: 'AMZ0001-0500', note: 'first' },
      { range: 'AMZ0501', note: '12' },
      { range: 'AMZ0601', note: '0100' },
      { range: 'AMZ0701-0701', note: '' },
      { range: 'AMZ0801-AMZ0809', note: '0810' },
      { range: 'AMZ0901', note: 'AMZ' },
    ]);
  });

  it('tell the lines in which no number stands, and pass over empty ones', () => {
    expect(linesWithoutRange('Beg Bates\tEnd Bates\r\nNGH-00001\tNGH-00009\n\nAMZOOO to AMZOOI\n')).toEqual([
      'Beg Bates\tEnd Bates',
      'AMZOOO to AMZOOI',
    ]);
    expect(linesWithoutRange('FWR000007')).toEqual([]);
  });

  it('keep a comma inside quotes, and one number alone', () => {
    expect(parsePastedRanges('FWR000007,"Smith,deposition",x')).toEqual([
      { range: 'FWR000007', note: 'Smith,deposition, x' },
    ]);
  });

  it('are found after a remark too, and in a table whose first column is empty', () => {
    expect(
      parsePastedRanges(
        'First production, AMZ000001-AMZ000500\n,AMZ000501-AMZ000600\nProduction 2, AMZ000601, AMZ000700, sent',
      ),
    ).toEqual([
      { range: 'AMZ000001-AMZ000500', note: 'First production' },
      { range: 'AMZ000501-AMZ000600', note: '' },
      { range: 'AMZ000601-AMZ000700', note: 'Production 2, sent' },
    ]);
  });

  it('pass over a cell too long for a range in no time, and tell its line', () => {
    const blob = '0123456789'.repeat(10_000);
    expect(parsePastedRanges(`${blob}\n${blob}, AMZ000001-AMZ000002`)).toEqual([
      { range: 'AMZ000001-AMZ000002', note: blob.slice(0, 300) },
    ]);
    expect(linesWithoutRange(`${blob}\nAMZ000001`)).toEqual([blob]);
  });

  it('leave a prefix with a hyphen whole', () => {
    expect(parsePastedRanges('NGH-00001-NGH-00009')).toEqual([{ range: 'NGH-00001-NGH-00009', note: '' }]);
    expect(parsePastedRanges('NGH-00012')).toEqual([{ range: 'NGH-00012', note: '' }]);
  });

  it('hand on what they cannot read, so that the engine says what is wrong', () => {
    expect(parsePastedRanges('\n  \n12 pages of something')).toEqual([
      { range: '12 pages of something', note: '' },
    ]);
    expect(parsePastedRanges('')).toEqual([]);
  });
});
