export { EvidenceIntake } from './intake/EvidenceIntake.tsx';
export { EvidencePane } from './EvidencePane.tsx';
