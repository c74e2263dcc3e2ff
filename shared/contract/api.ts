import { argumentContract } from './argument.ts';
import { authenticityContract } from './authenticity.ts';
import type { Client, Contract, ResultOf } from './define.ts';
import { deadlinesContract } from './deadlines.ts';
import { diagnosticsContract } from './diagnostics.ts';
import { docketContract } from './docket.ts';
import { evidenceContract } from './evidence.ts';
import { exhibitsContract } from './exhibits.ts';
import { filingContract } from './filing.ts';
import { historyContract } from './history.ts';
import { jobsContract } from './jobs.ts';
import { matterContract } from './matter.ts';
import { notesContract } from './notes.ts';
import { pdfContract } from './pdf.ts';
import { redactionContract } from './redactions.ts';
import { reviewContract } from './review.ts';
import { searchContract } from './search.ts';
import { settingsContract } from './settings.ts';
import { troContract } from './tro.ts';

/** Everything that can be asked of the engine. */
export const api: Api = {
  ...matterContract,
  ...docketContract,
  ...deadlinesContract,
  ...troContract,
  ...evidenceContract,
  ...exhibitsContract,
  ...notesContract,
  ...reviewContract,
  ...jobsContract,
  ...historyContract,
  ...searchContract,
  ...settingsContract,
  ...pdfContract,
  ...redactionContract,
  ...argumentContract,
  ...authenticityContract,
  ...filingContract,
  ...diagnosticsContract,
} satisfies Contract;

/** An intersection of the parts: the compiler cannot hold the whole as one inferred type. */
export type Api = typeof matterContract &
  typeof docketContract &
  typeof deadlinesContract &
  typeof troContract &
  typeof evidenceContract &
  typeof exhibitsContract &
  typeof notesContract &
  typeof reviewContract &
  typeof jobsContract &
  typeof historyContract &
  typeof searchContract &
  typeof settingsContract &
  typeof pdfContract &
  typeof redactionContract &
  typeof argumentContract &
  typeof authenticityContract &
  typeof filingContract &
  typeof diagnosticsContract;
export type OperationName = keyof Api;
export type EngineClient = Client<Api>;
export type JobName = { [K in OperationName]: Api[K]['form'] extends 'job' ? K : never }[OperationName];
export type JobResult<K extends JobName> = ResultOf<Api, K>;
