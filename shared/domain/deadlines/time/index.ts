export { earnsThreeDays } from './cites.ts';
export { countTime } from './count-time.ts';
export { addDays, weekdayOf } from './clock/day.ts';
export { compareMoments, momentText, parseMoment } from './clock/moment.ts';
export { clockChangeOf, endOfDay, instantOf, momentAt } from './clock/zone.ts';
export { clerksEnd } from './end-day.ts';
