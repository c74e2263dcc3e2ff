import { newPassphraseErrors, type NewPassphrase } from '../../../ui/index.ts';
import type { CopySource } from './use-copy-items.ts';
import { copyWords as words } from './words.ts';

/** What is asked before a review copy is made. */
export interface CopyForm extends NewPassphrase {
  readonly source: CopySource | null;
  readonly name: string;
  readonly mode: 'read' | 'comment';
  readonly includesNotes: boolean;
  readonly includesWorkProduct: boolean;
  readonly includesCoding: boolean;
  readonly includesDocket: boolean;
}

export const emptyCopyForm: CopyForm = {
  source: null,
  name: '',
  passphrase: '',
  repeated: '',
  mode: 'comment',
  includesNotes: true,
  includesWorkProduct: false,
  includesCoding: false,
  includesDocket: true,
};

/** What is wrong with the form, by field; null where nothing is. */
export function copyFormErrors(form: CopyForm) {
  return { name: form.name.trim() === '' ? words.nameMissing : null, ...newPassphraseErrors(form) };
}
