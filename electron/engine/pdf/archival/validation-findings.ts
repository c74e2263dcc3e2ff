import { formatCount } from '../../../../shared/domain/amounts.ts';
import type { NotValidated, Validation } from './validator.ts';

interface ValidationFinding {
  readonly code: string;
  readonly severity: 'info' | 'error';
  readonly message: string;
}

/**
 * What a report says of the independent check of files that say they are PDF/A-2b.
 *
 * @param nameOf what a file is called in the report
 */
export function validationFindings(
  validation: Validation | NotValidated,
  nameOf: (path: string) => string,
): ValidationFinding[] {
  if (validation === 'absent' || validation === 'failed')
    return [
      {
        code: 'PDFA_NOT_CHECKED',
        severity: 'info',
        message: `PDF/A: not checked by an independent validator: ${validation === 'absent' ? 'veraPDF is not installed' : 'veraPDF did not finish'}.`,
      },
    ];
  const { program, files, broken } = validation;
  const met = files - broken.length;
  const passed: ValidationFinding[] =
    met === 0
      ? []
      : [
          {
            code: 'PDFA_CHECKED',
            severity: 'info',
            message: `${program} checked ${formatCount(files, 'PDF')}: ${met === files ? (files === 1 ? 'it conforms' : 'all conform') : `${met} conform`} to PDF/A-2b.`,
          },
        ];
  return [
    ...broken.map(({ path, rules }): ValidationFinding => ({
      code: 'PDFA_CHECK_FAILED',
      severity: 'error',
      message: `“${nameOf(path)}” says that it is PDF/A-2b, and ${program} finds that it breaks ${rules.join(', ')} of ISO 19005-2. Do not file it as PDF/A.`,
    })),
    ...passed,
  ];
}
