import type { IntakeItem } from '../../../../shared/model/evidence.ts';
import { intakeWords as words } from './words.ts';

/** One line of what became of an intake: a file, or something found inside a file. */
export interface IntakeRow {
  readonly key: string;
  /** The file's name as it came. */
  readonly name: string;
  /** 0 for what was chosen, 1 for what was inside it, and so on. */
  readonly depth: number;
  readonly outcome: 'added' | 'addedWithProblems' | 'duplicate' | 'failed';
  /** The item it became, or already was; null when it failed. */
  readonly evidenceId: string | null;
  /** Sentences: why it failed, or what is wrong with it. Empty when all is well. */
  readonly sentences: readonly string[];
  /** Lets the same file be tried once more; null where it was not given. */
  readonly retryToken: string | null;
}

export interface IntakeReport {
  readonly rows: readonly IntakeRow[];
  readonly added: number;
  readonly duplicates: number;
  readonly failed: number;
  /** Added items that have a problem the user should know of. */
  readonly withProblems: number;
}

/**
 * Lays an intake's result out as lines, what was inside a file below it.
 *
 * @param items the result of `evidence.add`
 */
export function intakeReport(items: readonly IntakeItem[]): IntakeReport {
  const rows = items.flatMap((item, index) => rowsOf(item, String(index), 0));
  const count = (outcome: IntakeRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const withProblems = count('addedWithProblems');
  return {
    rows,
    added: count('added') + withProblems,
    duplicates: count('duplicate'),
    failed: count('failed'),
    withProblems,
  };
}

/** The lines that need someone's attention: failures first, then problems. */
export function rowsToLookAt(report: IntakeReport): readonly IntakeRow[] {
  const failed = report.rows.filter(({ outcome }) => outcome === 'failed');
  return [
    ...failed,
    ...report.rows.filter(({ outcome, sentences }) => outcome !== 'failed' && sentences.length > 0),
  ];
}

/** Tokens with which the failures can be tried again without choosing the files again. */
export function failuresToRetry(report: IntakeReport): readonly string[] {
  return report.rows.flatMap(({ outcome, retryToken }) =>
    outcome === 'failed' && retryToken !== null ? [retryToken] : [],
  );
}

/**
 * The outcome in one sentence.
 *
 * @example intakeSummary(report) // "2 added, 1 already here, 1 failed."
 */
export function intakeSummary({ added, duplicates, failed, withProblems }: IntakeReport): string {
  const parts = [
    ...(added > 0 ? [words.countAdded(added, withProblems)] : []),
    ...(duplicates > 0 ? [words.countDuplicates(duplicates)] : []),
    ...(failed > 0 ? [words.countFailed(failed)] : []),
  ];
  return parts.length === 0 ? words.nothingToAdd : `${parts.join(', ')}.`;
}

function rowsOf(item: IntakeItem, key: string, depth: number): IntakeRow[] {
  const sentences = [
    ...(item.error ? [item.error.message] : []),
    ...item.problems.map((problem) => problem.message),
  ];
  const isProblem = item.status === 'added' && item.problems.length > 0;
  const row: IntakeRow = {
    key,
    name: nameOf(item.path),
    depth,
    outcome: isProblem ? 'addedWithProblems' : item.status,
    evidenceId: item.id ?? null,
    sentences,
    retryToken: item.retryToken ?? null,
  };
  const children = item.children ?? [];
  return [row, ...children.flatMap((child, index) => rowsOf(child, `${key}.${index}`, depth + 1))];
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
