import { argumentErrors } from './codes/argument.ts';
import { authenticityErrors } from './codes/authenticity.ts';
import { deadlinesErrors } from './codes/deadlines.ts';
import { docketErrors } from './codes/docket.ts';
import { evidenceErrors } from './codes/evidence.ts';
import { exhibitsErrors } from './codes/exhibits.ts';
import { generalErrors } from './codes/general.ts';
import { matterErrors } from './codes/matter.ts';
import { pdfErrors } from './codes/pdf.ts';
import { productionErrors } from './codes/production.ts';
import { reviewErrors } from './codes/review.ts';
import { searchErrors } from './codes/search.ts';
import type { ErrorCodeEntry } from './define.ts';

export type { ErrorDetails } from './define.ts';

/** Every code the product can answer with. A code is never reused for another meaning. */
export const errorCodes = {
  ...generalErrors,
  ...matterErrors,
  ...docketErrors,
  ...deadlinesErrors,
  ...evidenceErrors,
  ...productionErrors,
  ...exhibitsErrors,
  ...argumentErrors,
  ...authenticityErrors,
  ...pdfErrors,
  ...reviewErrors,
  ...searchErrors,
} as const satisfies Record<string, ErrorCodeEntry>;

export type ErrorCode = keyof typeof errorCodes;
