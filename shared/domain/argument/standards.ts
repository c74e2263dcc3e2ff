import type { ElementFields } from '../../model/argument.ts';

const claim = 'Temporary restraining order';
const winter = 'Winter v. NRDC, 555 U.S. 7, 20 (2008)';
const wildRockies = 'All. for the Wild Rockies v. Cottrell, 632 F.3d 1127, 1131–35 (9th Cir. 2011)';

/** The factors of *Winter*, or the Ninth Circuit's alternative. */
export type StandardTest = 'winter' | 'slidingScale';

/** Tests for preliminary relief that elements can be taken from, each with its authority. */
export const standardTests: Readonly<Record<StandardTest, readonly ElementFields[]>> = {
  winter: [
    { claim, name: 'Likely success on the merits', standard: winter },
    {
      claim,
      name: 'Irreparable harm without relief',
      standard: `Likely, not merely possible. ${winter}`,
    },
    { claim, name: 'Balance of equities', standard: `Tips to the movant. ${winter}` },
    { claim, name: 'Public interest', standard: winter },
  ],
  slidingScale: [
    {
      claim,
      name: 'Serious questions going to the merits',
      standard: `Enough if hardships tip sharply to the movant and the other two factors are met. ${wildRockies}`,
    },
    {
      claim,
      name: 'Irreparable harm without relief',
      standard: `Likely, not merely possible. ${winter}`,
    },
    { claim, name: 'Balance of hardships', standard: `Tips sharply to the movant. ${wildRockies}` },
    { claim, name: 'Public interest', standard: winter },
  ],
};

/** The elements of a test that are not listed yet, so that a test added twice is listed once. */
export function missingOf(test: StandardTest, listed: readonly ElementFields[]): ElementFields[] {
  return standardTests[test].filter(
    ({ claim: own, name }) => !listed.some((element) => element.claim === own && element.name === name),
  );
}
