export { EvidencePicker } from './EvidencePicker.tsx';
export { PickDialog } from './PickDialog.tsx';
