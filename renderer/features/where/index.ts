export { EntryExhibits } from './EntryExhibits.tsx';
export { WhereElse } from './WhereElse.tsx';
export { WhereElseDialog } from './WhereElseDialog.tsx';
