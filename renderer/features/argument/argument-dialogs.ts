import type { Bearing, Fact, PinCiteFields } from '../../../shared/model/argument.ts';
import type { FactId } from '../../../shared/model/common.ts';
import { createStore } from '../../ui/index.ts';

/** What a new fact begins with. */
export interface NewFact {
  /** Places that show it. */
  readonly places?: readonly PinCiteFields[];
  /** What the pleading alleges, and where. */
  readonly pleaded?: Pick<Fact, 'text' | 'allegation'>;
  readonly bearing?: Bearing;
}

/** Which dialog of the argument is open. */
export type ArgumentEdit =
  | ({ readonly kind: 'addFact' } & NewFact)
  | { readonly kind: 'editFact'; readonly fact: Fact }
  | { readonly kind: 'cite'; readonly factId: FactId }
  | { readonly kind: 'elements' }
  | { readonly kind: 'export' };

const current = createStore<ArgumentEdit | null>(null);

/** Opens a dialog of the argument; null closes it. */
export const openArgumentDialog = current.set;

/** The dialog that is open, or null. */
export const useArgumentDialog = current.use;

/** Opens the dialog of a new fact that these places show. */
export function offerFact(places: readonly PinCiteFields[]): void {
  openArgumentDialog({ kind: 'addFact', places });
}
