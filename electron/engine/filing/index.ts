export { findCourtProfile, getCourtProfile, listCourtProfiles } from './court-profiles.ts';
