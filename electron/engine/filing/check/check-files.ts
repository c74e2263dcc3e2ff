import { basename } from 'node:path';
import { formatShare } from '../../../../shared/domain/amounts.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { FilingFinding } from '../../../../shared/model/filing.ts';
import type { JobContext } from '../../handlers.ts';
import { poolThreads, runInWorker } from '../../jobs/worker-pool.ts';
import type { PageProgress } from '../../pdf/read-pages.ts';
import { declaredError } from '../../platform/system-errors.ts';
import type { FilingRule } from '../../../../shared/model/court-profile.ts';
import { sourceInWords, type FilingRules } from '../filing-rules.ts';
import type { FileFinding } from './file-finding.ts';
import { faultsOfName } from './file-name.ts';
import { findingsOfFile } from './findings-of-file.ts';

/** A PDF that is to be filed. */
export interface FileToCheck {
  readonly path: string;
  /** What it is called in the answer. */
  readonly file: string;
  /** Whether it is filed under seal. */
  readonly isUnderSeal: boolean;
  /** Whether it is one of the files of an exhibit set. */
  readonly isExhibit: boolean;
}

/** What came of a file. */
export interface CheckedFile {
  /** Null where it could not be opened. */
  readonly pages: number | null;
  readonly findings: readonly FilingFinding[];
}

/** What one page may take, in milliseconds. */
const pageTimeoutMs = 60_000;

/**
 * Checks files against the rules for filing them, some at a time. One that cannot be read is a finding; the others go on.
 *
 * @returns what came of each, in their order
 * @throws AppError CANCELLED
 */
export async function checkFiles(
  files: readonly FileToCheck[],
  rules: FilingRules,
  context: Pick<JobContext, 'platform' | 'progress' | 'signal'>,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  let [next, done] = [0, 0];
  const work = async () => {
    while (next < files.length) {
      const at = next++;
      const file = files[at]!;
      checked[at] = await checkOne(file, rules, context, ({ pages, of }) =>
        context.progress(
          done + pages / of,
          files.length,
          `Page ${formatShare(pages, of)} of ${basename(file.path)}`,
        ),
      );
      context.progress(++done, files.length, basename(file.path));
    }
  };
  await Promise.all(Array.from({ length: Math.min(poolThreads, files.length) }, work));
  return checked;
}

async function checkOne(
  { path, file, isUnderSeal, isExhibit }: FileToCheck,
  rules: FilingRules,
  { platform, signal }: Pick<JobContext, 'platform' | 'signal'>,
  onPage: (progress: PageProgress) => void,
): Promise<CheckedFile> {
  const name = basename(path);
  const ofName = nameFindings(name, rules.rules.fileNames, isUnderSeal);
  const told = (findings: readonly FileFinding[]) => findings.map((finding) => ({ file, ...finding }));
  try {
    const facts = await runInWorker(
      platform,
      'pdf.facts',
      { location: { filePath: path }, name },
      {
        timeoutMs: pageTimeoutMs,
        isTimePerStep: true,
        name,
        signal,
        onProgress: (value) => onPage(value as PageProgress),
      },
    );
    return {
      pages: facts.pages,
      findings: told([...ofName, ...findingsOfFile(facts, rules, { name, isUnderSeal, isExhibit })]),
    };
  } catch (error) {
    if (signal.aborted) throw new AppError('CANCELLED');
    const declared = isAppError(error) ? error : declaredError(error);
    if (!declared) throw error;
    const check = declared.code === 'PDF_ENCRYPTED' ? 'encryption' : 'damage';
    const unreadable: FileFinding = {
      code: declared.code,
      severity: 'error',
      message: declared.message,
      // What is not there, or may not be read, is against no rule.
      source: declared.code.startsWith('PDF_')
        ? sourceInWords(rules.rules[check])
        : 'No rule: it could not be checked',
    };
    return { pages: null, findings: told([...ofName, unreadable]) };
  }
}

/**
 * What a name gives away is as severe as the court says; an odd sign in it is only worth knowing. What is filed under seal may say
 * so, as its event on the docket does.
 */
function nameFindings(name: string, rule: FilingRule, isUnderSeal: boolean): FileFinding[] {
  const { severity } = rule;
  if (severity === 'none') return [];
  const { told: givenAway, odd } = faultsOfName(name, rule);
  const told = isUnderSeal ? givenAway.filter((word) => !/\bseal(?:ed)?\b/.test(word)) : givenAway;
  const finding = { code: 'FILING_FILE_NAME', source: sourceInWords(rule) };
  const words = told.map((word) => `“${word}”`).join(', ');
  return [
    ...(told.length > 0
      ? [{ ...finding, severity, message: `Its name says ${words} to everybody who is told of the filing.` }]
      : []),
    ...(odd.length > 0
      ? [
          {
            ...finding,
            severity: 'info' as const,
            message: `Its name has signs that some courts advise against: ${odd.join(' ')}`,
          },
        ]
      : []),
  ];
}
