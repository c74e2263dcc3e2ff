import type { Matter } from '../../../../shared/model/matter.ts';

/** A matter as the command line shows it. */
export function publicMatter({ id, title, court, number, judge, timezone, isEncrypted }: Matter) {
  return { id, title, court, number, judge, timezone, encrypted: isEncrypted };
}
