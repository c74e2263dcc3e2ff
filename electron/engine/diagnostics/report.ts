import { existsSync, readFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { AppContext } from '../handlers.ts';
import { describeMatterInfo, schemaVersion } from '../matter/index.ts';
import { logFileName } from '../platform/file-logger.ts';
import { withoutFolders } from '../../../shared/errors/scrub.ts';
import type { MatterSession } from '../store/session.ts';

/** One file of the report, as text. */
export interface ReportPart {
  readonly file: string;
  readonly content: string;
}

/** How many lines of the log are included, and how many jobs of a matter. */
const maxLogLines = 500;
const maxJobs = 20;

/**
 * What helps to find a fault: versions, settings, sizes and states. No document text, no names, titles or paths: everything
 * is built from what is known to be safe, nothing is copied and then cut.
 */
export function reportParts({ platform, services }: AppContext): ReportPart[] {
  const { theme, density, hasSeenSample, layout } = services.settings.get();
  const matters = services.matters
    .list()
    .map((session) => describeForReport(session, services.jobs.list(session)));
  return [
    asJson('about.json', {
      app: platform.appVersion,
      format: schemaVersion,
      runtime: pick(process.versions, ['node', 'electron', 'chrome', 'v8']),
      system: { type: type(), release: release(), arch: arch(), processors: cpus().length },
      memoryMb: Math.round(totalmem() / 1024 / 1024),
    }),
    asJson('settings.json', { theme, density, hasSeenSample, layoutKeys: Object.keys(layout).length }),
    asJson('matters.json', matters),
    { file: 'log.jsonl', content: recentLog(join(platform.appDirectory, 'logs')) },
  ];
}

type Jobs = ReturnType<AppContext['services']['jobs']['list']>;

function describeForReport(session: MatterSession, jobs: Jobs): unknown {
  const info = describeMatterInfo(session);
  return {
    format: info.schemaVersion,
    isEncrypted: info.isEncrypted,
    isReadOnly: info.isReadOnly,
    isSample: info.isSample,
    warnings: info.warnings.map(({ code }) => code),
    counts: info.counts,
    sizeBytes: info.sizeBytes,
    jobs: jobs.slice(0, maxJobs).map(({ operation, state, startedAt, endedAt, done, total, error }) => ({
      operation,
      state,
      startedAt,
      endedAt,
      done,
      total,
      error: error?.code ?? null,
    })),
  };
}

/** Fields of a log line that hold words of the program itself; of other fields only numbers and booleans are included. */
const ownWords = new Set(['at', 'level', 'host', 'event', 'reference', 'operation', 'code', 'task', 'stack']);

function recentLog(folder: string): string {
  const files = [`${logFileName}.1`, logFileName].map((name) => join(folder, name)).filter(existsSync);
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  return lines
    .slice(-maxLogLines)
    .flatMap((line) => safeLine(line) ?? [])
    .map((line) => `${line}\n`)
    .join('');
}

function safeLine(line: string): string | null {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch {
    // Cut off by a crash.
    return null;
  }
  if (typeof fields !== 'object' || fields === null) return null;
  const kept = Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value === 'number' || typeof value === 'boolean') return [[key, value]];
    if (typeof value !== 'string' || !ownWords.has(key)) return [];
    return [[key, key === 'stack' ? safeFrames(value) : withoutFolders(value)]];
  });
  return JSON.stringify(Object.fromEntries(kept));
}

/** The frames of a stack, without the message above them, which may quote anything. */
function safeFrames(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.map(withoutFolders).join('\n');
}

function asJson(file: string, value: unknown): ReportPart {
  return { file, content: `${JSON.stringify(value, null, 2)}\n` };
}

function pick(
  values: Readonly<Record<string, string | undefined>>,
  keys: readonly string[],
): Record<string, string | undefined> {
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}
