import type { ExhibitSet } from '../../../shared/model/exhibits.ts';
import { createStore } from '../../ui/index.ts';

/** An exhibit, by its set and the label it has there. */
export interface ExhibitPlace {
  readonly setId: ExhibitSet['id'];
  readonly label: string;
}

const target = createStore<ExhibitPlace | null>(null);

/** Takes the exhibits to one of them, once they are in view; null when it has arrived. */
export const showExhibit = target.set;

/** The exhibit that is still to be shown. */
export const useExhibitTarget = target.use;
