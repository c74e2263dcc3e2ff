export { NextDue } from './calendar/NextDue.tsx';
export { DeadlinesDialogs } from './DeadlinesDialogs.tsx';
export { DeadlinesPane } from './DeadlinesPane.tsx';
export { EntryDeadlines, EvidenceDeadlines } from './linked/LinkedDeadlines.tsx';
