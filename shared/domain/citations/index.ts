export {
  affectedCitations,
  lostCitations,
  type CorrectedCitation,
  type LostCitation,
} from './affected-citations.ts';
export { findCitations, partingsOf, type CitationOptions } from './find-citations.ts';
export type { FoundCitation, PageSpan } from './reading/found-citation.ts';
export { maxCitations } from './reading/page-reading.ts';
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
