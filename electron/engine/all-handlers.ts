import { argumentHandlers } from './argument/index.ts';
import { authenticityHandlers } from './authenticity/index.ts';
import { deadlinesHandlers } from './deadlines/index.ts';
import { diagnosticsHandlers } from './diagnostics/index.ts';
import { docketHandlers } from './docket/index.ts';
import { evidenceHandlers } from './evidence/index.ts';
import { exhibitsHandlers } from './exhibits/index.ts';
import { filingHandlers } from './filing/index.ts';
import { historyHandlers } from './history/index.ts';
import { jobsHandlers } from './jobs/index.ts';
import { matterHandlers } from './matter/index.ts';
import { notesHandlers } from './notes/index.ts';
import { pdfHandlers } from './pdf/index.ts';
import { reviewHandlers } from './review/index.ts';
import { searchHandlers } from './search/index.ts';
import { settingsHandlers } from './settings/index.ts';
import { troHandlers } from './tro/index.ts';
import type { Handlers } from './handlers.ts';

/** The handler of each operation of the contract. */
export const handlers: Handlers = {
  ...argumentHandlers,
  ...authenticityHandlers,
  ...deadlinesHandlers,
  ...diagnosticsHandlers,
  ...docketHandlers,
  ...evidenceHandlers,
  ...exhibitsHandlers,
  ...filingHandlers,
  ...historyHandlers,
  ...jobsHandlers,
  ...matterHandlers,
  ...notesHandlers,
  ...pdfHandlers,
  ...reviewHandlers,
  ...searchHandlers,
  ...settingsHandlers,
  ...troHandlers,
};
