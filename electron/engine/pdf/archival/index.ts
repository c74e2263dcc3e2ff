export { archiveFile } from './archive-file.ts';
export { validateArchival } from './validator.ts';
export { validationFindings } from './validation-findings.ts';
