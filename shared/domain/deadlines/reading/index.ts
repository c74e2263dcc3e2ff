export { readPrintedDates, type PrintedDate } from './printed/read-printed.ts';
