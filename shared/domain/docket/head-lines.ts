import type { DocketHeader } from '../../model/docket.ts';

/**
 * What the head of a docket says beside its court, number and title, by label; what it does not say is left out.
 *
 * @param format writes a day
 */
export function headLines(
  header: DocketHeader,
  format: (isoDate: string) => string,
): (readonly [label: string, words: string])[] {
  const day = (isoDate: string | null): string => (isoDate === null ? '' : format(isoDate));
  const lines = [
    ['Judge', header.judge],
    ['Referred to', header.referredTo],
    ['Filed', day(header.filedOn)],
    ['Terminated', day(header.terminatedOn)],
    ['Last filing', day(header.lastFiledOn)],
    ['Chapter', header.chapter],
    ['Converted', day(header.convertedOn)],
    ['Discharged', day(header.dischargedOn)],
    ['Cause', header.cause],
    ['Nature of suit', header.natureOfSuit],
    ['Jury demand', header.juryDemand],
    ['Jurisdiction', header.jurisdiction],
    ['Demand', header.demand],
    ['Related cases', header.relatedCases.join('\n')],
  ] as const;
  return lines.filter(([, words]) => words !== '');
}
