export { DocketDialogs } from './docket-dialogs.tsx';
export { DocketPane } from './DocketPane.tsx';
export { formatDocketNumber } from './docket-number.ts';
export { showEntry } from './docket-target.ts';
export { DocketDrop } from './import/DocketDrop.tsx';
export { ImportDialogs } from './import/ImportDialogs.tsx';
