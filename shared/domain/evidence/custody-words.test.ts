import { describe, expect, it } from 'vitest';
import type { CustodyEvent } from '../../model/evidence.ts';
import { custodyDetails, custodyTitle } from './custody-words.ts';

function event(action: CustodyEvent['action'], details: CustodyEvent['details']): CustodyEvent {
  return {
    sequence: 1,
    evidenceId: 'e' as CustodyEvent['evidenceId'],
    at: '2021-01-11T17:00:00.000Z',
    action,
    person: { name: '', role: '', barNumber: '' },
    account: 'paralegal',
    machine: 'desk',
    appVersion: '1',
    details,
    previousHash: '0'.repeat(64),
    hash: 'a'.repeat(64),
  };
}

describe('the details of a custody event', () => {
  it('name the file and its origin on receipt', () => {
    expect(
      custodyDetails(event('received', { name: 'letter.pdf', custodian: 'A. Executive', source: 'e-mail' })),
    ).toEqual(['As “letter.pdf”', 'A. Executive · e-mail']);
  });

  it('say what a description was and is', () => {
    expect(
      custodyDetails(
        event('described', {
          before: { custodian: '' },
          after: { custodian: 'A. Executive', title: 'Letter' },
        }),
      ),
    ).toEqual(['Custodian: “A. Executive” (was not recorded)', 'Title: “Letter”']);
  });

  it('say under which label and numbers it was used', () => {
    expect(
      custodyDetails(
        event('used_in_exhibit', {
          label: 'C',
          set: 'TRO exhibits',
          batesFirst: 'AMZ000001',
          batesLast: 'AMZ000004',
        }),
      ),
    ).toEqual(['As Exhibit C of “TRO exhibits”', 'Bates AMZ000001–AMZ000004']);
  });

  it('say where an original was exported to', () => {
    expect(custodyDetails(event('exported', { fileName: 'letter (2).pdf', folder: 'For filing' }))).toEqual([
      'As “letter (2).pdf” to the folder “For filing”',
    ]);
  });

  it('say which step was taken back', () => {
    const undone = event('unarchived', { by: 'history.undo', step: 'archive 2 items' });
    expect(custodyDetails(undone)).toEqual(['Undone: archive 2 items']);
  });

  it('leave out what there are no words for', () => {
    expect(custodyDetails(event('verified', { chunks: 4, path: { nested: true } }))).toEqual([]);
  });
});

describe('what a custody event is called', () => {
  it('does not call an original verified that was found altered', () => {
    const altered = event('verified', {
      found: 'altered',
      sha256: 'b'.repeat(64),
      receivedAs: 'a'.repeat(64),
    });
    expect(custodyTitle(altered)).toBe('Found altered');
    expect(custodyDetails(altered)).toEqual([`Its SHA-256 was ${'b'.repeat(64)}`]);
    expect(custodyDetails(event('verified', { found: 'altered', sha256: null }))).toEqual([
      'Its bytes could not be read',
    ]);
    expect(custodyTitle(event('verified', { found: 'unaltered', sha256: 'a' }))).toBe('Verified unaltered');
  });

  it('tells the original from what was made of it', () => {
    expect(
      [{}, { form: 'rendition' }, { form: 'notes' }, { form: 'redacted' }, { reviewCopy: 'r' }].map(
        (details) => custodyTitle(event('exported', details)),
      ),
    ).toEqual([
      'Original exported',
      'Exported as a PDF made of it',
      'Exported as a copy with notes',
      'Exported as a redacted copy',
      'Handed out in a review copy',
    ]);
  });
});
