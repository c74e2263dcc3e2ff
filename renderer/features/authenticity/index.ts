export { CertificateDialog } from './CertificateDialog.tsx';
export { SummaryDialog } from './SummaryDialog.tsx';
export { useCustodyReport } from './use-custody-report.ts';
