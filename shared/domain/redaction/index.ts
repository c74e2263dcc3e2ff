export { findIdentifiers } from './find-identifiers.ts';
export { identifierWords } from './identifier-words.ts';
export { isSaying } from './is-saying.ts';
export { maskIdentifier, type MaskedIdentifier } from './mask-identifier.ts';
export { identifierKinds, type Identifier, type IdentifierKind } from './identifier.ts';
export { longestTerm, mostTerms, namesOf, termFinder, termsOf, type TextPart } from './find-terms.ts';
