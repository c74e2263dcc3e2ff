import type { FactId } from '../../../shared/model/common.ts';
import { createStore } from '../../ui/index.ts';

const target = createStore<FactId | 'matrix' | null>(null);

/** Leads the chronology to a fact, once it is in view. */
export const showFact = (id: FactId) => target.set(id);

/** Leads to the matrix, once the area is in view. */
export const showMatrix = () => target.set('matrix');

/** The pane has reached the target. */
export const cameToTarget = () => target.set(null);

/** The fact that the chronology still has to go to, or `matrix` where that is to be shown; null for neither. */
export const useArgumentTarget = target.use;
