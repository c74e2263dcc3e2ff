import { describe, expect, it } from 'vitest';
import { ExhibitSetFields } from '../../../../shared/model/exhibits.ts';
import {
  batesPreview,
  canPrintNumbers,
  newSetForm,
  setFieldsOf,
  setFormErrors,
  type SetForm,
} from './set-form.ts';

const filled: SetForm = { ...newSetForm, name: 'TRO exhibits', batesPrefix: 'FWR' };
const accepts = (form: SetForm) =>
  ExhibitSetFields.partial().required({ name: true }).safeParse(setFieldsOf(form)).success;

describe('the form of a new exhibit set', () => {
  it('makes fields the engine accepts, whatever the scheme', () => {
    for (const scheme of ['A', 'AA', '1', 'PX-1', 'prefix']) {
      for (const hasBates of [true, false]) {
        const form = { ...filled, scheme, hasBates, schemePrefix: ' px ' };
        expect(setFormErrors(form)).toEqual({});
        expect(accepts(form)).toBe(true);
      }
    }
    expect(setFieldsOf({ ...filled, scheme: 'prefix', schemePrefix: 'dx' }).scheme).toBe('DX-1');
  });

  it('asks for the declarant of a declaration, and forgets one that is not asked for', () => {
    const form = { ...filled, purpose: 'declaration' as const };
    expect(Object.keys(setFormErrors(form))).toEqual(['declarant']);
    expect(setFieldsOf({ ...form, declarant: ' Jane Smith ' }).declarant).toBe('Jane Smith');
    expect(setFieldsOf({ ...filled, declarant: 'Jane Smith' }).declarant).toBe('');
  });

  it('previews the number as it will be printed', () => {
    expect(batesPreview(filled)).toEqual(['FWR000001', 'FWR000002']);
    expect(batesPreview({ ...filled, batesPrefix: 'PLF-', batesDigits: 4, batesStart: 99 })).toEqual([
      'PLF-0099',
      'PLF-0100',
    ]);
  });

  it('previews no number of a form that could give none', () => {
    expect(canPrintNumbers(filled)).toBe(true);
    // Errors elsewhere do not affect the numbers.
    expect(canPrintNumbers({ ...filled, name: '' })).toBe(true);
    for (const wrong of [
      { batesPrefix: '' },
      { batesPrefix: '9X' },
      { batesDigits: Number.NaN },
      { batesStart: 0 },
      { hasBates: false },
    ])
      expect(canPrintNumbers({ ...filled, ...wrong })).toBe(false);
  });

  it('says what is wrong with each field', () => {
    expect(Object.keys(setFormErrors({ ...filled, name: '  ' }))).toEqual(['name']);
    expect(setFormErrors({ ...filled, batesPrefix: '' })['batesPrefix']).toContain('such as FWR');
    expect(setFormErrors({ ...filled, batesPrefix: '9X' })['batesPrefix']).toContain('Begin with a letter');
    expect(Object.keys(setFormErrors({ ...filled, batesStart: 0 }))).toEqual(['batesStart']);
    expect(setFormErrors({ ...filled, batesDigits: 3, batesStart: 1000 })['batesStart']).toContain(
      '3 digits',
    );
    expect(Object.keys(setFormErrors({ ...filled, scheme: 'prefix', schemePrefix: 'P1' }))).toEqual([
      'schemePrefix',
    ]);
  });

  it('accepts exactly the prefixes the engine accepts', () => {
    const prefixes = ['FWR', 'a', 'A.b_c-9', '9A', '', 'A B', 'Ä', 'A'.repeat(20), 'A'.repeat(21)];
    for (const batesPrefix of prefixes) {
      const form = { ...filled, batesPrefix };
      expect([batesPrefix, setFormErrors(form)['batesPrefix'] === undefined]).toEqual([
        batesPrefix,
        accepts(form),
      ]);
    }
  });

  it('does not mind a prefix that will not be used', () => {
    expect(setFormErrors({ ...filled, hasBates: false, batesPrefix: '' })).toEqual({});
  });
});
