import type { AreaHandlers } from '../../handlers.ts';
import { getSet } from '../set-repository.ts';
import { listChecks } from './brief-repository.ts';
import { checkCitations } from './check-citations.ts';

export { affectedCitations, lostCitations } from './affected.ts';
export { citeLinks, type LinkingExhibit } from './cite-links.ts';

/** What the contract’s operations on citations do. */
export const citationHandlers: Pick<
  AreaHandlers<'exhibits'>,
  'exhibits.citations.check' | 'exhibits.citations.list'
> = {
  'exhibits.citations.check': ({ setId, brief }, context) => checkCitations(setId, brief, context),
  'exhibits.citations.list': ({ setId }, { session }) => {
    getSet(session, setId);
    return listChecks(session, setId);
  },
};
