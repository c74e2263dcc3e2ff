import type { DocketEntry } from '../../../shared/model/docket.ts';
import { createStore } from '../../ui/index.ts';

type EntryId = DocketEntry['id'];

const target = createStore<EntryId | null>(null);

/** Leads the docket to an entry, once it is in view; null when it has come there. */
export const showEntry = target.set;

/** The entry that the docket is still to be led to. */
export const useEntryTarget = target.use;
