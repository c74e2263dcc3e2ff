import { createStore } from '../ui/index.ts';

const target = createStore<string | null>(null);

/**
 * Asks for these words to be searched in the whole matter, once the search is in view; null when it has taken them. The
 * caller goes there by `search.open`.
 */
export const searchFor = target.set;

/** The words that the search was asked for and has not taken yet. */
export const useSearchTarget = target.use;
