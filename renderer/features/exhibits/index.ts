export { AddToSetDialog } from './exhibits/AddToSetDialog.tsx';
export { ExhibitsPane } from './ExhibitsPane.tsx';
