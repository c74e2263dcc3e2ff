export { offerFact } from './argument-dialogs.ts';
export { ArgumentDialogs } from './ArgumentDialogs.tsx';
export { showFact } from './fact-target.ts';
export { ArgumentPane } from './ArgumentPane.tsx';
