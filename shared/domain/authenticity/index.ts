export {
  certificateMark,
  draftCertificate,
  type CertificateParagraph,
  type CertificateText,
} from './certificate.ts';
export { collectedWords, describeFile, type CertifiedItem, type ItemLines } from './certified-item.ts';
export {
  digestNames,
  judgeCustody,
  judgeOriginal,
  receiptOf,
  type Finding,
  type HashedOriginal,
  type WalkedCustody,
} from './custody-findings.ts';
export { actorWords } from './holders.ts';
export { recordedCopies } from './recorded-copies.ts';
export { summarize, type SummarizedItem } from './summary/summarize.ts';
export { draftSummary, summaryMark, type SummaryText } from './summary/summary-text.ts';
