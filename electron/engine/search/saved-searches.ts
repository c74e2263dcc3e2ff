import { SearchOptions, type SavedSearch } from '../../../shared/model/search.ts';
import { keptByName } from '../store/kept-by-name.ts';

/** Searches that are kept. */
export const savedSearches = keptByName('saved_search', 'search', {
  read: ({ id, name, query, options }): SavedSearch => ({
    id,
    name,
    query,
    options: SearchOptions.parse(JSON.parse(options)),
  }),
  write: ({ name, query, options }) => ({ name, query, options: JSON.stringify(options) }),
});
