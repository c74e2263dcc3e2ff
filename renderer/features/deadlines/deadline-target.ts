import type { Deadline } from '../../../shared/model/deadlines.ts';
import { createStore } from '../../ui/index.ts';

type Id = Deadline['id'];

const target = createStore<Id | null>(null);

/** Leads the list to a deadline, once it is in view; null when it has come there. */
export const showDeadline = target.set;

/** The deadline that the list is still to be led to. */
export const useDeadlineTarget = target.use;
