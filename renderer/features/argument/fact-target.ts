import type { FactId } from '../../../shared/model/common.ts';
import { createStore } from '../../ui/index.ts';

const target = createStore<FactId | null>(null);

/** Leads the chronology to a fact, once it is in view; null when it has come there. */
export const showFact = target.set;

/** The fact that the chronology is still to be led to. */
export const useFactTarget = target.use;
