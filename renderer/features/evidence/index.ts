export { useDropDestination, type DropDestination } from './intake/drop-destination.ts';
export { EvidenceIntake } from './intake/EvidenceIntake.tsx';
export { askOrigin, onIntakeEnded, useIntake } from './intake/intake-store.ts';
export { EvidencePane } from './EvidencePane.tsx';
export { KindIcon } from './list/KindIcon.tsx';
export { claimWords, kindWords } from './words.ts';
