import type { StateTable } from '../holiday-row.ts';
import { midwest } from './midwest.ts';
import { northeast } from './northeast.ts';
import { south } from './south.ts';
import { west } from './west.ts';
import { territories } from './territories.ts';

/** The holidays of the 50 states, the District of Columbia and the territories that have a federal district court. */
export const stateTables: readonly StateTable[] = [
  ...northeast,
  ...south,
  ...midwest,
  ...west,
  ...territories,
];
