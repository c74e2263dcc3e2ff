import type { TroFields } from '../../model/tro.ts';

/** What is written about a request at first. */
export const emptyFields: TroFields = {
  side: 'movant',
  reasonAgainstNotice: '',
  attorney: '',
  barNumber: '',
  firm: '',
  contact: '',
  party: '',
  securityProposedUsd: null,
  securityReason: '',
  securityPostedAt: null,
  isUnitedStates: false,
};
