export { drawMarks, type Stamp } from './draw-marks.ts';
export { ExhibitMarks, type MarkedItem } from './exhibit-marks.ts';
export { markFindings, type CountedFinding } from './mark-findings.ts';
export { lookOfAreas, type PageLook, type PagePicture, type PageSpace } from './page-look.ts';
export { noMarks, type MarkKind, type PagePlan, type PlacedMark } from './page-plan.ts';
export { pictureOfPage } from './picture-of-page.ts';
export { footOf } from './page-view.ts';
