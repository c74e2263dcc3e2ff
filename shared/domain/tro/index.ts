export { draftCertificate, draftMark, letterOf, type Caption, type CertificateText } from './certificate.ts';
export { missingDetail, noDetails, strayDetail, timeBeforeOrder, unclearTimes } from './check-event.ts';
export { planGates, troItemKeys } from './gates/plan-gates.ts';
export { orderWarnings } from './order-of-events.ts';
export { planClocks, type PlannedClock, type TroPlan } from './plan-clocks.ts';
export { currentEvents, eventsInOrder, isEnded } from './request-events.ts';
export { endWarnings, securityWarnings } from './end-warnings.ts';
export { stageOf } from './stage.ts';
export { troEventWords } from './words.ts';
