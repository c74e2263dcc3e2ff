export { NextDue } from './calendar/NextDue.tsx';
export { DeadlinesDialogs } from './DeadlinesDialogs.tsx';
export { DeadlinesPane } from './DeadlinesPane.tsx';
export { EntryDeadlines, EvidenceDeadlines } from './linked/LinkedDeadlines.tsx';
export { CourtMomentField, typedOf, type TypedMoment } from './edit/CourtMomentField.tsx';
export { CounselNotice } from './CounselNotice.tsx';
export { showDeadline } from './deadline-target.ts';
export { RuleFacts } from './details/RuleFacts.tsx';
export { TimeLadder } from './details/TimeLadder.tsx';
