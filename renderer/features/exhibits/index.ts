export { showExhibit } from './exhibit-target.ts';
export { AddToSetDialog } from './insert/AddToSetDialog.tsx';
export { ExhibitsPane } from './ExhibitsPane.tsx';
