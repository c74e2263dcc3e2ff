export {
  assemble,
  type Assembled,
  type AssembledItem,
  type AssembleItem,
  type AssembleOptions,
  type AssembleTools,
} from './assemble.ts';
export { openItem, type ItemKind } from './source/open-item.ts';
export type { NumberPosition } from './placement.ts';
export { SourceUnreadable } from './source/source-document.ts';
export type { AssemblyFinding } from './source/tally.ts';
export type {
  AssembledItem as AssembledExhibit,
  OpenOriginal,
  PreviewPage,
  PreviewTools,
  WrittenFile,
  WrittenVolume,
} from './assembly.ts';
export type { AssembleVolume, CiteLink, MarkStyle, SlipSheetText, StandInText } from './plan.ts';
