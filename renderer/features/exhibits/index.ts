export { AddToSetDialog } from './insert/AddToSetDialog.tsx';
export { ExhibitsPane } from './ExhibitsPane.tsx';
