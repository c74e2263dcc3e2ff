import type { Claim } from '../../../../../shared/model/evidence.ts';
import { instantOf, type TextCollector } from '../text/extraction.ts';
import type { OfficePackage } from './package.ts';

/** What elements of a document's properties claim: Dublin Core and Office's own (ISO/IEC 29500-2 §11), OpenDocument's. */
const fields: Readonly<Record<string, Claim['field']>> = {
  title: 'title',
  subject: 'subject',
  creator: 'author',
  'initial-creator': 'author',
  lastModifiedBy: 'author',
  created: 'createdAt',
  'creation-date': 'createdAt',
  modified: 'modifiedAt',
  date: 'modifiedAt',
  Application: 'software',
  generator: 'software',
};

/** Reads what a package says of itself. */
export function readProperties(pack: OfficePackage, text: TextCollector): void {
  for (const part of ['docProps/core.xml', 'docProps/app.xml', 'meta.xml']) {
    let field: Claim['field'] | undefined;
    let value = '';
    pack.read(part, {
      open(name) {
        field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        value = '';
      },
      text(data) {
        if (field !== undefined && value.length < 2_000) value += data;
      },
      close() {
        if (field !== undefined) text.claim(field, field.endsWith('At') ? instantOf(value) : value);
        field = undefined;
      },
    });
  }
}
