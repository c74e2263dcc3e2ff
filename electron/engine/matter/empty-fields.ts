import type { MatterFields } from '../../../shared/model/matter.ts';

/** What a new matter says where nobody said anything yet. */
export const emptyFields: MatterFields = {
  title: '',
  court: '',
  number: '',
  judge: '',
  timezone: 'America/Los_Angeles',
};
