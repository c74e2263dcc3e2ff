import type { Deadline } from '../../model/deadlines.ts';

/** Whether an entry of the docket speaks against a deadline, and nobody has seen to it yet. */
export const isDoubted = ({ flags }: Pick<Deadline, 'flags'>): boolean =>
  flags.some(({ code }) => code === 'DOUBTED');
