import type { AssembleOptions } from '../../assembly.ts';
import type { OpenedItem } from '../../source/open-item.ts';
import type { Exhibit } from '../exhibit.ts';
import { carryImage } from './carry-image.ts';
import { carryPdf } from './carry-pdf.ts';
import { carryStandIn } from './carry-stand-in.ts';
import type { CarriedExhibit, ExhibitPlace } from './exhibit-place.ts';

/**
 * Writes an exhibit's own pages into one output, from its original or from its stand-in.
 *
 * @param opened its original; null for one whose stand-in is all there is
 * @throws SourceUnreadable when something in the original cannot be carried; what `place.beforeLook` throws
 */
export function carryExhibit(
  exhibit: Exhibit,
  opened: OpenedItem | null,
  place: ExhibitPlace,
  options: AssembleOptions,
): Promise<CarriedExhibit> {
  if (opened === null) return carryStandIn(exhibit, place, options);
  if (opened.kind === 'image') return carryImage(exhibit, opened, place, options);
  return carryPdf(exhibit, opened, place, options);
}
