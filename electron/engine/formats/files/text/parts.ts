export { partCharacters, splitParts } from '../../../../../shared/domain/evidence/text-parts.ts';
