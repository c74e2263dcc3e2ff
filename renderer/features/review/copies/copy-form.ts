import type { CopySource } from './use-copy-items.ts';
import { copyWords as words } from './words.ts';

/** What is asked before a review copy is made. */
export interface CopyForm {
  readonly source: CopySource | null;
  readonly name: string;
  readonly passphrase: string;
  readonly repeated: string;
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
export function copyFormErrors({ name, passphrase, repeated }: CopyForm) {
  return {
    name: name.trim() === '' ? words.nameMissing : null,
    passphrase: passphrase === '' ? words.passphraseMissing : null,
    repeated: repeated === passphrase ? null : words.passphrasesDiffer,
  };
}
