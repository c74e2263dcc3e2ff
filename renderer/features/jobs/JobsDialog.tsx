import { CircleStop, ListChecks, X } from 'lucide-react';
import type { Job } from '../../../shared/model/job.ts';
import { formatInstant, useJobs, useMatter } from '../../client/index.ts';
import { Badge, Button, Dialog, EmptyState, IconButton, ProgressBar } from '../../ui/index.ts';
import { jobProgress, jobSentence, jobStates } from './words.ts';

/** Everything long: what runs, what ended and how, and what a crash interrupted. */
export function JobsDialog({ onClose }: { onClose: () => void }) {
  const { jobs, dismiss } = useJobs();
  const ended = jobs.filter(({ state }) => state !== 'running');
  return (
    <Dialog
      title="Work in progress"
      onClose={onClose}
      width="medium"
      footer={
        <>
          {ended.length > 0 && <Button onPress={() => ended.forEach(dismiss)}>Clear what has ended</Button>}
          <Button variant="primary" onPress={onClose} autoFocus>
            Close
          </Button>
        </>
      }
    >
      {jobs.length === 0 ? (
        <div className="h-52">
          <EmptyState icon={<ListChecks />} title="Nothing is running">
            Adding evidence, building exhibits, backing up and verifying are listed here while they run and
            after.
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
          aria-label={`Cancel: ${job.title}`}
        >
          Cancel
        </Button>
      ) : (
        <IconButton
          label={`Take “${job.title}” off the list`}
          icon={<X />}
          size="small"
          onPress={() => dismiss(job)}
        />
      )}
    </li>
  );
}
