import type { FilingFinding } from '../../../../shared/model/filing.ts';
import type { FilingRules } from '../filing-rules.ts';

/** What could not be looked at since nothing is known of it, so that no finding does not pass for a good one. */
export function unknownFindings({ court, fileSize }: FilingRules): FilingFinding[] {
  if (court !== null && fileSize !== null) return [];
  return [
    {
      code: court === null ? 'FILING_NO_PROFILE' : 'FILING_SIZE_LIMIT_UNKNOWN',
      severity: 'info',
      file: null,
      message:
        court === null
          ? 'Nothing is known of what this court asks for, its limit of size included: only what holds in all courts was looked at.'
          : 'How large a file this court takes is not known here: no size was compared with a limit.',
      source: 'Court profiles of this version',
    },
  ];
}
