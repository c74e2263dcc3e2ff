import {
  batesPrefixPattern,
  formatBates,
  leastBatesDigits,
  maxBatesNumber,
  mostBatesDigits,
} from '../../../../shared/domain/exhibits/bates.ts';
import { isLabelScheme } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import type { ExhibitSet, ExhibitSetFields } from '../../../../shared/model/exhibits.ts';
import { batesWords, setFieldWords } from '../settings/words.ts';
import { formWords as words } from '../words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** What the dialog for a new set holds while it is filled in; numbers as typed. */
export interface SetForm {
  readonly name: string;
  readonly purpose: ExhibitSet['purpose'];
  readonly declarant: string;
  readonly party: ExhibitSet['party'];
  /** A scheme, or `prefix` for one of the user’s own. */
  readonly scheme: string;
  /** For the scheme `prefix`: PX gives PX-1, PX-2…. */
  readonly schemePrefix: string;
  readonly hasBates: boolean;
  readonly batesPrefix: string;
  readonly batesDigits: number;
  readonly batesStart: number;
}

/** A sentence for each field that cannot be used as it is. */
export type SetFormErrors = Readonly<
  Partial<
    Record<'name' | 'declarant' | 'schemePrefix' | 'batesPrefix' | 'batesStart' | 'batesDigits', string>
  >
>;

/** A form not filled in yet. */
export const newSetForm: SetForm = {
  name: '',
  purpose: 'motion',
  declarant: '',
  party: 'none',
  scheme: 'A',
  schemePrefix: 'PX',
  hasBates: true,
  batesPrefix: '',
  batesDigits: 6,
  batesStart: 1,
};

/** The fields the engine is asked to store. Call it only on a form without errors. */
export function setFieldsOf(form: SetForm): Partial<ExhibitSetFields> & { readonly name: string } {
  return {
    name: form.name.trim(),
    purpose: form.purpose,
    declarant: form.purpose === 'declaration' ? form.declarant.trim() : '',
    party: form.party,
    scheme: schemeOf(form),
    bates: form.hasBates
      ? {
          prefix: form.batesPrefix.trim(),
          digits: form.batesDigits,
          start: form.batesStart,
          suffix: '',
        }
      : null,
  };
}

/** What prevents storing the form; empty when nothing does. */
export function setFormErrors(form: SetForm): SetFormErrors {
  const errors: Record<string, string> = {};
  const name = form.name.trim();
  if (name === '' || name.length > textLimits.exhibits.set) {
    errors['name'] = words.nameNeeded(textLimits.exhibits.set);
  }
  if (form.purpose === 'declaration' && form.declarant.trim() === '') {
    errors['declarant'] = setFieldWords.declarantNeeded;
  }
  if (!isLabelScheme(schemeOf(form))) {
    errors['schemePrefix'] = setFieldWords.labelPrefixInvalid;
  }
  if (!form.hasBates) return errors;
  const prefix = form.batesPrefix.trim();
  if (prefix === '') errors['batesPrefix'] = words.batesPrefixNeeded;
  else if (!batesPrefixPattern.test(prefix)) {
    errors['batesPrefix'] = batesWords.prefixInvalid;
  }
  if (!isWholeWithin(form.batesDigits, leastBatesDigits, mostBatesDigits))
    errors['batesDigits'] = batesWords.digitsInvalid;
  if (!isWholeWithin(form.batesStart, 1, maxBatesNumber)) {
    errors['batesStart'] = batesWords.startInvalid;
  } else if (!errors['batesDigits'] && String(form.batesStart).length > form.batesDigits) {
    errors['batesStart'] = batesWords.startTooLong(form.batesDigits);
  }
  return errors;
}

/** Whether numbers can be printed from the form's present content. */
export function canPrintNumbers(form: SetForm): boolean {
  const { batesPrefix, batesDigits, batesStart } = setFormErrors(form);
  return form.hasBates && !batesPrefix && !batesDigits && !batesStart;
}

/**
 * The first Bates numbers as they will be printed, to show while the form is filled in.
 *
 * @example batesPreview({ ...form, batesPrefix: 'FWR' }) // ['FWR000001', 'FWR000002']
 */
export function batesPreview(form: SetForm): readonly [string, string] {
  const format = { prefix: form.batesPrefix.trim(), digits: form.batesDigits };
  return [formatBates(format, form.batesStart), formatBates(format, form.batesStart + 1)];
}

function schemeOf(form: SetForm): string {
  return form.scheme === 'prefix' ? `${form.schemePrefix.trim().toUpperCase()}-1` : form.scheme;
}

function isWholeWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
