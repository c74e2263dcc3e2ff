import type { Finding } from '../../../../shared/model/exhibits.ts';
import { buildWords } from './words.ts';

export interface FindingGroup {
  readonly kind: 'error' | 'warning' | 'unchecked' | 'info';
  readonly title: string;
  readonly findings: readonly Finding[];
}

/**
 * Sorts a build's findings by what the user has to do with them, the gravest first; what the build could not check
 * is in a group of its own, so that silence is never taken for a pass.
 */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  return (['error', 'warning', 'unchecked', 'info'] as const)
    .map((kind) => ({
      kind,
      title: buildWords.findingKinds[kind],
      findings: findings.filter((finding) => kindOf(finding) === kind),
    }))
    .filter((group) => group.findings.length > 0);
}

function kindOf(finding: Finding): FindingGroup['kind'] {
  return /NOT_CHECKED|UNCHECKED/.test(finding.code) ? 'unchecked' : finding.severity;
}
