import { describe, expect, it } from 'vitest';
import { ExhibitSetFields } from '../../../../shared/model/exhibits.ts';
import {
  batesPreview,
  schemeExamples,
  setFieldsOf,
  setForm,
  setFormErrors,
  type SetForm,
} from './set-form.ts';

const filled: SetForm = { ...setForm(), name: 'TRO exhibits', batesPrefix: 'AMZ' };

describe('the form of an exhibit set', () => {
  it('begins with letters, slip sheets, stickers and six digits', () => {
    expect(setForm()).toMatchObject({
      scheme: 'letters',
      hasSlipSheets: true,
      hasStickers: true,
      batesDigits: 6,
      batesStart: 1,
    });
  });

  it('makes fields the engine accepts, whatever the scheme', () => {
    for (const scheme of ['letters', 'numbers', 'prefix'] as const) {
      for (const hasBates of [true, false]) {
        const form = { ...filled, scheme, hasBates, schemePrefix: ' px ' };
        expect(setFormErrors(form)).toEqual({});
        expect(ExhibitSetFields.safeParse(setFieldsOf(form)).success).toBe(true);
      }
    }
    expect(setFieldsOf({ ...filled, scheme: 'prefix', schemePrefix: 'dx' }).scheme).toBe('DX-1');
  });

  it('comes back the same from the set it made', () => {
    const form = { ...filled, scheme: 'prefix' as const, schemePrefix: 'DX', batesStart: 41 };
    const set = {
      ...setFieldsOf(form),
      id: 'set' as never,
      exhibits: 0,
      pages: 0,
      sealedAt: null,
      lastBuiltAt: null,
    };
    expect(setForm(set)).toEqual(form);
  });

  it('previews the number as it will be printed', () => {
    expect(batesPreview(filled)).toEqual(['AMZ000001', 'AMZ000002']);
    expect(batesPreview({ ...filled, batesPrefix: 'PLF-', batesDigits: 4, batesStart: 99 })).toEqual([
      'PLF-0099',
      'PLF-0100',
    ]);
  });

  it('says what is wrong with each field', () => {
    expect(Object.keys(setFormErrors({ ...filled, name: '  ' }))).toEqual(['name']);
    expect(setFormErrors({ ...filled, batesPrefix: '' })['batesPrefix']).toContain('such as AMZ');
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
    const prefixes = ['AMZ', 'a', 'A.b_c-9', '9A', '', 'A B', 'Ä', 'A'.repeat(20), 'A'.repeat(21)];
    for (const batesPrefix of prefixes) {
      const form = { ...filled, batesPrefix };
      const isAccepted = ExhibitSetFields.safeParse(setFieldsOf(form)).success;
      expect([batesPrefix, setFormErrors(form)['batesPrefix'] === undefined]).toEqual([
        batesPrefix,
        isAccepted,
      ]);
    }
  });

  it('does not mind a prefix that will not be used', () => {
    expect(setFormErrors({ ...filled, hasBates: false, batesPrefix: '' })).toEqual({});
  });

  it('shows examples with the prefix being typed', () => {
    expect(schemeExamples({ schemePrefix: 'dx' }).prefix).toBe('DX-1, DX-2, DX-3');
  });
});
