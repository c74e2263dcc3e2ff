export { WhereElse } from './WhereElse.tsx';
export { WhereElseDialog } from './WhereElseDialog.tsx';
