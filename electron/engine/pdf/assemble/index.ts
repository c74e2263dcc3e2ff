export { workElsewhere } from './ahead/work-elsewhere.ts';
export { assemble } from './assemble.ts';
export type {
  Assembled,
  AssembledItem,
  AssembleOptions,
  AssembleTools,
  OpenOriginal,
  PictureReduction,
  PreviewTools,
  WrittenFile,
  WrittenVolume,
} from './assembly.ts';
export { writeIndexFile } from './index-file.ts';
export { measureOriginal } from './measure.ts';
export type {
  AssembleItem,
  AssembleVolume,
  CiteLink,
  ItemKind,
  MarkStyle,
  SlipSheetText,
  StandInText,
} from './plan.ts';
export { previewPage } from './preview.ts';
export { SourceUnreadable } from '../objects/index.ts';
export { charactersNotPrintable, type AssemblyFinding } from './source/tally.ts';
export { drawIndex, type IndexRow, type IndexText } from '../draw/index-pages.ts';
