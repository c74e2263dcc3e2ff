import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isSystemError } from '../../platform/system-errors.ts';

/** What an independent program says of files that are to be PDF/A-2b. */
export interface Validation {
  /** Name and version of the program, such as veraPDF 1.28.2. */
  readonly program: string;
  /** How many files it looked at. */
  readonly files: number;
  /** Files that break the standard, each with the rules it breaks. */
  readonly broken: readonly { readonly path: string; readonly rules: readonly string[] }[];
}

/** Why there is no independent result. */
export type NotValidated = 'absent' | 'failed';

const run = promisify(execFile);
const versionTimeoutMs = 60_000;
const baseTimeoutMs = 120_000;
const fileTimeoutMs = 20_000;
const maxOutputBytes = 16 * 1024 * 1024;
/** Java reads file names as its locale says: without UTF-8 it finds no file whose name has other letters. */
const locale = { LC_ALL: 'C.UTF-8' } as const;
/** Files checked in one start of the program. */
const filesAtOnce = 100;
const maxRules = 50;

/**
 * Has veraPDF check files against PDF/A-2b (ISO 19005-2): the program on the PATH, or the one that FORTHWITH_VERAPDF names. It reads them and
 * changes nothing.
 *
 * @returns `absent` where there is no such program, `failed` where it did not finish in time or as it should
 * @throws the signal's reason
 */
export async function validateArchival(
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Validation | NotValidated> {
  const program = process.env['FORTHWITH_VERAPDF'] ?? 'verapdf';
  const env = { ...process.env, ...locale };
  try {
    const { stdout } = await run(program, ['--version'], { timeout: versionTimeoutMs, env, signal });
    const version = /veraPDF\s{1,9}(\d[\w.-]{0,30})/.exec(stdout)?.[1];
    if (version === undefined) return 'failed';
    const broken: Validation['broken'][number][] = [];
    let files = 0;
    for (let from = 0; from < paths.length; from += filesAtOnce) {
      const some = paths.slice(from, from + filesAtOnce);
      const report = readReport(await reportOn(program, some, env, signal));
      files += report.files;
      broken.push(...report.broken);
    }
    return files === paths.length ? { program: `veraPDF ${version}`, files, broken } : 'failed';
  } catch (error) {
    signal?.throwIfAborted();
    return isMissing(error) ? 'absent' : 'failed';
  }
}

async function reportOn(
  program: string,
  paths: readonly string[],
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<string> {
  try {
    const { stdout } = await run(program, ['--flavour', '2b', '--format', 'text', '-v', ...paths], {
      timeout: baseTimeoutMs + paths.length * fileTimeoutMs,
      maxBuffer: maxOutputBytes,
      env,
      signal,
    });
    return stdout;
  } catch (error) {
    // It ends with 1 where a file does not conform, and says which.
    if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error)
      return String(error.stdout);
    throw error;
  }
}

/** Reads `PASS path 2b`, or `FAIL path 2b` with a line for each rule. */
function readReport(text: string): Pick<Validation, 'files' | 'broken'> {
  const broken: { path: string; rules: string[] }[] = [];
  let files = 0;
  for (const line of text.split(/\r?\n/)) {
    const verdict = /^(PASS|FAIL) (.{1,4096}) 2b\s*$/.exec(line);
    if (verdict) {
      files += 1;
      if (verdict[1] === 'FAIL') broken.push({ path: verdict[2]!, rules: [] });
      continue;
    }
    const rule = /^\s{1,9}FAIL (\d[\d.]{0,20}-\d{1,4})/.exec(line)?.[1];
    const rules = broken.at(-1)?.rules;
    if (rule !== undefined && rules && rules.length < maxRules) rules.push(rule);
  }
  return { files, broken };
}

function isMissing(error: unknown): boolean {
  return isSystemError(error, 'ENOENT') || isSystemError(error, 'EACCES');
}
