export { CertificateDialog } from './CertificateDialog.tsx';
export { useCustodyReport } from './use-custody-report.ts';
