import type { AreaHandlers } from '../handlers.ts';
import { findFacets } from './find/facets.ts';
import { find } from './find/find.ts';
import { savedSearches } from './saved-searches.ts';

/** What the contract’s operations on searches do. */
export const searchHandlers: AreaHandlers<'search'> = {
  'search.query': ({ matterId: _matterId, ...asked }, { session }) => find(session, asked),
  'search.facets': ({ matterId: _matterId, ...asked }, { session }) => findFacets(session, asked),
  'search.saved.list': (_input, { session }) => savedSearches.list(session),
  'search.saved.add': ({ fields }, context) => savedSearches.add(fields, context),
  'search.saved.update': ({ id, fields }, context) => savedSearches.update(id, fields, context),
  'search.saved.delete': ({ id }, context) => savedSearches.remove(id, context),
};
