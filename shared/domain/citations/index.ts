export {
  affectedCitations,
  lostCitations,
  type CorrectedCitation,
  type LostCitation,
} from './affected-citations.ts';
export { findCitations, maxCitations, type CitationOptions, type FoundCitation } from './find-citations.ts';
export {
  barePrefix,
  matchCitations,
  type CitableExhibit,
  type CitableSet,
  type MatchedCitation,
  type MatchedCitations,
  type OtherSet,
} from './match-citations.ts';
export { ownDeclarant } from './own-declaration.ts';
