export { findIdentifiers } from './find-identifiers.ts';
export type { Identifier, IdentifierKind } from './identifier.ts';
