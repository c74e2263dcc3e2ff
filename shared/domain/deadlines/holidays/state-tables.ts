import type { StateTable } from './holiday-row.ts';
import { northeast } from './states-northeast.ts';
import { west } from './states-west.ts';

/** The holidays of the states, the District of Columbia and the territories that have a federal district court. */
export const stateTables: readonly StateTable[] = [...northeast, ...west];
