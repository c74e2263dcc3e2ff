import { formatBates } from '../../../../shared/domain/bates.ts';
import type { ExhibitSet, ExhibitSetFields } from '../../../../shared/model/exhibits.ts';

/** The engine's own rules (shared/model/exhibits.ts), held to by the tests, without its schemas in the window. */
const schemePattern = /^(A|1|[A-Z]{1,6}-1)$/;
const batesPrefixPattern = /^[A-Za-z][A-Za-z0-9._-]{0,19}$/;
const maxNameLength = 200;
const maxBatesNumber = 9_999_999_999;

/** What the dialog for an exhibit set holds while it is filled in; numbers as typed. */
export interface SetForm {
  readonly name: string;
  readonly scheme: 'letters' | 'numbers' | 'prefix';
  /** For the scheme `prefix`: PX gives PX-1, PX-2…. */
  readonly schemePrefix: string;
  readonly hasBates: boolean;
  readonly batesPrefix: string;
  readonly batesDigits: number;
  readonly batesStart: number;
  readonly hasSlipSheets: boolean;
  readonly hasStickers: boolean;
}

/** A sentence for each field that cannot be used as it stands. */
export type SetFormErrors = Readonly<
  Partial<Record<'name' | 'schemePrefix' | 'batesPrefix' | 'batesStart' | 'batesDigits', string>>
>;

/** The form of a new set, or of a set that stands. */
export function setForm(set?: ExhibitSet): SetForm {
  const scheme = set?.scheme ?? 'A';
  const isPlain = scheme === 'A' || scheme === '1';
  return {
    name: set?.name ?? '',
    scheme: scheme === 'A' ? 'letters' : scheme === '1' ? 'numbers' : 'prefix',
    schemePrefix: isPlain ? 'PX' : scheme.replace(/-1$/, ''),
    hasBates: set ? set.bates !== null : true,
    batesPrefix: set?.bates?.prefix ?? '',
    batesDigits: set?.bates?.digits ?? 6,
    batesStart: set?.bates?.start ?? 1,
    hasSlipSheets: set?.hasSlipSheets ?? true,
    hasStickers: set?.hasStickers ?? true,
  };
}

/** The fields the engine is asked to store. Call it only on a form without errors. */
export function setFieldsOf(form: SetForm): ExhibitSetFields {
  return {
    name: form.name.trim(),
    scheme: schemeOf(form),
    bates: form.hasBates
      ? { prefix: form.batesPrefix.trim(), digits: form.batesDigits, start: form.batesStart }
      : null,
    hasSlipSheets: form.hasSlipSheets,
    hasStickers: form.hasStickers,
  };
}

/** What stands in the way of storing the form; empty when nothing does. */
export function setFormErrors(form: SetForm): SetFormErrors {
  const errors: Record<string, string> = {};
  const name = form.name.trim();
  if (name === '' || name.length > maxNameLength) {
    errors['name'] = `Give the set a name, up to ${maxNameLength} characters.`;
  }
  if (!schemePattern.test(schemeOf(form))) {
    errors['schemePrefix'] = 'Use one to six capital letters, such as PX.';
  }
  if (!form.hasBates) return errors;
  const prefix = form.batesPrefix.trim();
  if (prefix === '') errors['batesPrefix'] = 'Write a prefix, such as AMZ.';
  else if (!batesPrefixPattern.test(prefix)) {
    errors['batesPrefix'] =
      'Begin with a letter; then letters, digits, points, underscores and hyphens, up to 20 characters.';
  }
  if (!isWholeWithin(form.batesDigits, 3, 10)) errors['batesDigits'] = 'Use 3 to 10 digits.';
  if (!isWholeWithin(form.batesStart, 1, maxBatesNumber)) {
    errors['batesStart'] = 'Begin with a whole number from 1.';
  } else if (!errors['batesDigits'] && String(form.batesStart).length > form.batesDigits) {
    errors['batesStart'] = `This number has more than ${form.batesDigits} digits. Allow more digits.`;
  }
  return errors;
}

/**
 * The first Bates numbers as they will be printed, to show while the form is filled in.
 *
 * @example batesPreview({ ...form, batesPrefix: 'AMZ' }) // ['AMZ000001', 'AMZ000002']
 */
export function batesPreview(form: SetForm): readonly [string, string] {
  const format = { prefix: form.batesPrefix.trim(), digits: form.batesDigits };
  return [formatBates(format, form.batesStart), formatBates(format, form.batesStart + 1)];
}

/** The first labels a scheme gives, to choose it by. */
export function schemeExamples(
  form: Pick<SetForm, 'schemePrefix'>,
): Readonly<Record<SetForm['scheme'], string>> {
  const prefix = form.schemePrefix.trim() === '' ? 'PX' : form.schemePrefix.trim().toUpperCase();
  return {
    letters: 'A, B, C … Z, AA',
    numbers: '1, 2, 3',
    prefix: `${prefix}-1, ${prefix}-2, ${prefix}-3`,
  };
}

function schemeOf(form: SetForm): string {
  if (form.scheme === 'letters') return 'A';
  if (form.scheme === 'numbers') return '1';
  return `${form.schemePrefix.trim().toUpperCase()}-1`;
}

function isWholeWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
