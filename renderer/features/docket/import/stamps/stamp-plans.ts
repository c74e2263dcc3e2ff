import type { InputOf } from '../../../../../shared/contract/define.ts';
import type { Api } from '../../../../../shared/contract/api.ts';
import type { StampPlan } from '../../../../../shared/model/docket.ts';
import { formatDocketNumber } from '../../docket-number.ts';
import { stampWords as words } from '../words.ts';

export type Filing = InputOf<Api, 'docket.stamp.file'>['filings'][number];

/** Plans sorted by what is to be done with them. */
export interface SortedPlans {
  /** Fit in every respect: can be filed as they are. */
  readonly clean: readonly StampPlan[];
  /** Carry a stamp that does not quite fit: a person looks. */
  readonly conflicting: readonly StampPlan[];
}

/**
 * Sorts plans into those that can be filed at once and those a person has to look at. Documents without a stamp, and those
 * that are filed already, are in neither.
 */
export function sortPlans(plans: readonly StampPlan[]): SortedPlans {
  return {
    clean: plans.filter(({ action, conflicts }) => action !== 'none' && conflicts.length === 0),
    conflicting: plans.filter(({ conflicts }) => conflicts.length > 0),
  };
}

/** What files documents as their stamps say, those left out whose stamp leads to no entry of this matter. */
export function filingsOf(plans: readonly StampPlan[]): Filing[] {
  return plans.flatMap(({ evidenceId, stamp, entryId, action }) =>
    action === 'none' ? [] : { evidenceId, stamp, entryId, action },
  );
}

/** Where a document would go, in words: "To docket entry 34-1". */
export function placeWords({ action, stamp }: StampPlan): string {
  const number = stamp === null ? '' : formatDocketNumber(stamp);
  if (action === 'none' || number === '') return words.staysEvidence;
  return action === 'link' ? words.linksTo(number) : words.adds(number);
}
