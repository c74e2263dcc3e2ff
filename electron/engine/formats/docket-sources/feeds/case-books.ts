import type { ParsedDocket, ParsedEntry } from '../../../../../shared/model/docket.ts';
import { blankDocket, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { foldSpace } from '../printed/html-text.ts';
import type { FieldValues } from './entry-fields.ts';

/** Gathers entries by the case each row names. */
export class CaseBooks {
  private readonly books = new Map<string, ParsedDocket>();

  /** Adds an entry to the docket of the case its row names; rows that name none are of one case. */
  add(values: FieldValues, entry: ParsedEntry): void {
    const value = (field: 'court' | 'caseNumber' | 'caseTitle' | 'caseId') =>
      foldSpace(values.get(field) ?? '');
    const [court, number, title, courtCaseId] = [
      value('court'),
      value('caseNumber'),
      value('caseTitle'),
      value('caseId'),
    ];
    const key = JSON.stringify([court, number, courtCaseId]);
    const known = this.books.get(key);
    if (known !== undefined) known.entries.push(entry);
    else this.books.set(key, blankDocket(blankHeader({ court, number, title, courtCaseId }), [entry]));
  }

  /** The dockets, in the order their cases were first named. */
  dockets(): ParsedDocket[] {
    return [...this.books.values()];
  }
}
