import type { AssembleOptions } from '../../assembly.ts';
import { isPrintedSmall } from '../../../draw/pictures/image-page.ts';
import { drawMarks, lookOfAreas, type PageSpace } from '../../marks/index.ts';
import { reduceImage } from '../../pictures/reduce-image.ts';
import type { ImageOriginal } from '../../source/open-item.ts';
import { Tally } from '../../source/tally.ts';
import type { Exhibit } from '../exhibit.ts';
import { expectedMarks, type CarriedExhibit, type ExhibitPlace } from './exhibit-place.ts';

/** Name of the picture in its page's resources. */
const imageName = 'FwImage';

/** Writes a picture as a page of its own, its bytes as they are stored unless it is to be smaller. */
export async function carryImage(
  exhibit: Exhibit,
  { image }: ImageOriginal,
  { output, firstAt }: ExhibitPlace,
  options: AssembleOptions,
): Promise<CarriedExhibit> {
  const tally = new Tally();
  if (isPrintedSmall(image.pixels, image.area)) tally.add('shrunkenImage');
  const { width, height, area } = image;
  const space: PageSpace = { shownBox: [0, 0, width, height], turns: 0, userUnit: 1 };
  const look = lookOfAreas([[area.x, area.y, area.x + area.width, area.y + area.height]]);
  const plan = await exhibit.planOf(0, () => ({ page: space, look }));
  for (const finding of plan.findings) tally.add(finding);
  const stamp = drawMarks(plan, options.marks, output.type);
  const smaller = options.pictures && (await reduceImage(image, options.pictures, tally.pictures));
  const { imageId, content } = image.write(output.pdf, smaller);
  output.pdf.noteUnread(imageId);
  const id = output.tree.pageIds[firstAt]!;
  const contentId = output.pdf.allocate();
  const drawn = plan.contentMatrix
    ? `q ${plan.contentMatrix.join(' ')} cm\n${content(imageName)}Q\n`
    : content(imageName);
  output.pdf.writeStream(contentId, '', Buffer.from(drawn + stamp.content, 'latin1'));
  output.pdf.writeObject(
    id,
    `<</Type/Page/Parent ${output.tree.parentOf(id)} 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</${imageName} ${imageId} 0 R>>/Font<<${stamp.fonts}>>>>/Contents ${contentId} 0 R>>`,
  );
  return { tally, marks: expectedMarks(plan, firstAt, exhibit, 0, false), bookmarks: [] };
}
