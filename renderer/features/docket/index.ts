export { DocketDialogs } from './docket-dialogs.tsx';
export { ThreadCommands } from './threads/ThreadCommands.tsx';
export { DocketPane } from './DocketPane.tsx';
export { formatDocketNumber, nameOfEntry } from './docket-number.ts';
export { showEntry } from './docket-target.ts';
export { DocketDrop } from './import/DocketDrop.tsx';
export { ImportDialogs } from './import/ImportDialogs.tsx';
export { EntryField } from './list/EntryField.tsx';
