export { drawMarks, ExhibitMarks, type MarkedItem } from './exhibit-marks.ts';
export { markFindings, type MarkFindingKey } from './mark-findings.ts';
export { pictureDpi, type Box, type PageLook, type PagePicture, type PageSpace } from './page-look.ts';
export type { MarkKind, PagePlan, PlacedMark } from './page-plan.ts';
