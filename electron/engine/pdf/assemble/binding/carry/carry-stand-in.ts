import { drawStandIn } from '../../../draw/sheets/stand-in.ts';
import type { AssembleOptions } from '../../assembly.ts';
import { drawMarks, lookOfAreas } from '../../marks/index.ts';
import type { Exhibit } from '../exhibit.ts';
import { carriedNothing, expectedMarks, type CarriedExhibit, type ExhibitPlace } from './exhibit-place.ts';

/** A sheet of ours: letter, upright, in points. */
const sheet = { shownBox: [0, 0, 612, 792], turns: 0, userUnit: 1 } as const;
/** What stands on a stand-in keeps clear of this much of the sheet’s foot, in points. */
const foot = 90;

/** Writes the one page that stands for an exhibit, with the exhibit's marks at its foot. */
export async function carryStandIn(
  exhibit: Exhibit,
  { output, firstAt }: ExhibitPlace,
  options: AssembleOptions,
): Promise<CarriedExhibit> {
  const [left, , right, top] = sheet.shownBox;
  const look = lookOfAreas([[left, foot, right, top]]);
  const plan = await exhibit.planOf(0, () => ({ page: sheet, look }));
  const stamp = drawMarks(plan, options.marks, output.type);
  output.writeDrawn(firstAt, drawStandIn(exhibit.item.standIn!, output.type), () => null, stamp);
  return { ...carriedNothing(), marks: expectedMarks(plan, firstAt, exhibit, 0, false) };
}
