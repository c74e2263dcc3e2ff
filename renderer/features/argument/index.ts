export { offerFact } from './argument-dialogs.ts';
export { ArgumentDialogs } from './ArgumentDialogs.tsx';
export { showFact, showMatrix } from './argument-target.ts';
export { ArgumentPane } from './ArgumentPane.tsx';
