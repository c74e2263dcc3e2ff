export { DocumentField } from './DocumentField.tsx';
export { EvidencePicker } from './EvidencePicker.tsx';
export { PickDialog } from './PickDialog.tsx';
