import type { Job, JobState } from '../../../shared/model/job.ts';

/** The name of each state of work. */
export const jobStates: Readonly<
  Record<JobState, { label: string; tone: 'info' | 'success' | 'danger' | 'neutral' | 'warning' }>
> = {
  running: { label: 'Running', tone: 'info' },
  done: { label: 'Done', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  cancelled: { label: 'Canceled', tone: 'neutral' },
  interrupted: { label: 'Interrupted', tone: 'warning' },
};

/** One sentence on the state of a piece of work. */
export function jobSentence(job: Job): string {
  if (job.state === 'running') return job.note === '' ? 'Starting…' : job.note;
  // One that was cancelled says what it did until then.
  if (job.error) return job.error.message;
  // The last note spoke of the step before the end.
  return foundProblems(job) ? 'Finished. Problems were found: verify again to see them.' : 'Finished.';
}

/** Whether verifying ended well but found something amiss. */
export function foundProblems({ operation, result }: Job): boolean {
  return operation === 'matter.verify' && (result as { ok?: boolean } | null)?.ok === false;
}

/** Work whose cancellation is told by its requester, with what it did until then. */
const cancelToldByAsker = new Set<string>([
  'docket.import.read',
  'evidence.add',
  'evidence.intake.resume',
  'evidence.intake.retry',
  'evidence.render',
  'exhibits.build',
  'exhibits.checkAsFiled',
  'exhibits.checkFiling',
  'exhibits.seal',
  'notes.export',
  'review.copy.export',
]);

/** What did not come about of work that writes its file at the end or not at all. */
const nothingMade: Readonly<Record<string, string>> = {
  'evidence.redact': 'Canceled. No redacted copy was saved.',
  'matter.backup': 'Canceled. No backup was saved.',
};

/** What is told of work that was canceled, with what stays of it; null of other work, and where its requester says more. */
export function canceledSentence({
  operation,
  state,
  title,
  error,
}: Pick<Job, 'operation' | 'state' | 'title' | 'error'>): string | null {
  if (state !== 'cancelled' || cancelToldByAsker.has(operation)) return null;
  const keepsSomething = Object.keys(error?.details ?? {}).length > 0;
  return error && keepsSomething ? error.message : (nothingMade[operation] ?? `“${title}” was canceled.`);
}

/** How far work has come: "42%", or nothing while that is not known. */
export function jobProgress({ done, total }: Job): string {
  return total > 0 ? `${Math.floor((done / total) * 100)}%` : '';
}

/** What the list of work and the notices of it say. */
export const jobsWords = {
  title: 'Work in progress',
  clear: 'Clear finished',
  emptyTitle: 'Nothing is running',
  emptyText:
    'Adding evidence, building exhibits, backing up and verifying are listed here while they run and after.',
  ready: 'Ready',
  show: 'Show',
  cancel: (title: string) => `Cancel: ${title}`,
  dismiss: (title: string) => `Remove “${title}” from the list`,
  unfinished: (what: string) => `Not finished: ${what}`,
  withMore: (title: string, more: number) => (more === 0 ? title : `${title} and ${more} more`),
  interrupted: (title: string) =>
    `“${title}” was interrupted because the program stopped. What was finished is stored; start it again for the rest.`,
  verificationFailed:
    'Verification found that something in this matter has changed since it came in. Verify again to see what, and keep your backups.',
} as const;
