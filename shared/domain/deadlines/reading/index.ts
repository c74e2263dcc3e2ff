export { checkPrinted } from './check-printed.ts';
export { planProposals } from './plan-proposals.ts';
export type { PlannedProposal, ProposalRequest } from './planned-proposal.ts';
export type { PrintedKind } from './printed/kinds.ts';
export { misprintFlag, printedFlags } from './printed/printed-flags.ts';
export { readPrintedDates, type PrintedDate } from './printed/read-printed.ts';
export { onCourtClock, zoneForm } from './printed/zones.ts';
export { readEvents } from './read-events.ts';
export { evenWords, type EventEntry, type TriggeringEvent } from './triggering-event.ts';
