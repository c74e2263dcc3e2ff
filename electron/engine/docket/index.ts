import { filterByWords } from '../../../shared/domain/docket/filters.ts';
import { sortEntries } from '../../../shared/domain/docket/sort-entries.ts';
import type { AreaHandlers } from '../handlers.ts';
import { listEntries } from './docket-repository.ts';
import { editHandlers } from './edit-entries.ts';
import { exportHandlers } from './export-docket.ts';
import { importHandlers } from './import/index.ts';
import { stampHandlers } from './stamp-file.ts';

export {
  findEntries,
  findEntriesSaying,
  findMissingEvidence,
  listEntries,
  listRows,
  type LoneEntry,
} from './docket-repository.ts';
export { docketHead, sweepReadSources } from './import/index.ts';

/** What the contract’s operations on the docket do. */
export const docketHandlers = {
  'docket.list': ({ filter = '', sort, isDescending }, { session }) => [
    ...sortEntries(filterByWords(listEntries(session), filter), { column: sort, isDescending }),
  ],
  ...editHandlers,
  ...importHandlers,
  ...exportHandlers,
  ...stampHandlers,
  // Loaded only here and in its like: drawing brings the PDF library and the fonts, which no start needs.
  'docket.print': async (input, context) => (await import('./print-docket.ts')).printDocket(input, context),
} satisfies AreaHandlers<'docket'>;
