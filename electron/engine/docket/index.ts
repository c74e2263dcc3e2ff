import type { AreaHandlers } from '../handlers.ts';
import { listEntries } from './docket-repository.ts';
import { viewDocket } from './docket-view.ts';
import { editHandlers } from './edit-entries.ts';
import { importHandlers } from './import/index.ts';

export { sweepReadSources } from './import/index.ts';

export const docketHandlers = {
  'docket.list': ({ filter, sort, isDescending }, { session }) =>
    viewDocket(listEntries(session), { filter, sort, isDescending }),
  ...editHandlers,
  ...importHandlers,
} as Partial<AreaHandlers<'docket'>> as AreaHandlers<'docket'>;
