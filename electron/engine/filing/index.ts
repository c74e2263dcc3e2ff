export { checkReturned, type ReturnedFile } from './as-filed/check-returned.ts';
export { checkFiles } from './check/check-files.ts';
export { unknownFindings } from './check/unknown-findings.ts';
export { findCourtProfile, getCourtProfile, listCourtProfiles } from './court-profiles.ts';
export { filingRules } from './filing-rules.ts';
export { filingHandlers } from './handlers.ts';
