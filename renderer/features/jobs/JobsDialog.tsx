import { CircleStop, ListChecks, X } from 'lucide-react';
import type { Job } from '../../../shared/model/job.ts';
import { formatInstant, useJobs, useMatter } from '../../client/index.ts';
import { Badge, Button, Dialog, EmptyState, IconButton, ProgressBar, buttonWords } from '../../ui/index.ts';
import { jobProgress, jobSentence, jobStates, jobsWords as words } from './words.ts';

/** All long work: what is running, what ended and how, and what a crash interrupted. */
export function JobsDialog({ onClose }: { onClose: () => void }) {
  const { jobs, dismiss } = useJobs();
  const ended = jobs.filter(({ state }) => state !== 'running');
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      width="medium"
      aside={ended.length > 0 && <Button onPress={() => ended.forEach(dismiss)}>{words.clear}</Button>}
    >
      {jobs.length === 0 ? (
        <div className="h-52">
          <EmptyState icon={<ListChecks />} title={words.emptyTitle}>
            {words.emptyText}
          </EmptyState>
        </div>
      ) : (
        <ul className="-mx-5 flex flex-col divide-y divide-line">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function JobRow({ job }: { job: Job }) {
  const { timezone } = useMatter();
  const { cancel, dismiss } = useJobs();
  const state = jobStates[job.state];
  const isRunning = job.state === 'running';
  return (
    <li className="flex items-start gap-3 px-5 py-2.5">
      <div className="flex min-w-0 grow flex-col gap-1">
        <div className="flex items-center gap-2">
          <span className="truncate font-medium">{job.title}</span>
          <Badge tone={state.tone}>{state.label}</Badge>
          <span className="ml-auto text-sm text-ink-soft tabular-nums">
            {isRunning ? jobProgress(job) : formatInstant(job.endedAt ?? job.startedAt, timezone)}
          </span>
        </div>
        {isRunning && <ProgressBar label={job.title} done={job.done} total={job.total} />}
        <p data-selectable className="text-sm wrap-anywhere text-ink-soft">
          {jobSentence(job)}
        </p>
      </div>
      {isRunning ? (
        <Button
          size="small"
          icon={<CircleStop />}
          onPress={() => cancel(job)}
          aria-label={words.cancel(job.title)}
        >
          {buttonWords.cancel}
        </Button>
      ) : (
        <IconButton label={words.dismiss(job.title)} icon={<X />} size="small" onPress={() => dismiss(job)} />
      )}
    </li>
  );
}
