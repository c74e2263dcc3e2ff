import type { AreaHandlers } from '../handlers.ts';
import { exportOriginals } from './export-originals.ts';
import { originalHandlers } from './content/handlers.ts';
import { intakeHandlers } from './intake/handlers.ts';
import { listHandlers } from './list/handlers.ts';

export type { IntakeOptions } from './intake/intake.ts';
export { passwordOf } from './content/passwords.ts';
export { getItems } from './list/evidence-view.ts';
export { exportOriginals } from './export-originals.ts';
export { sweepStagedContent } from './intake/staging.ts';

export const evidenceHandlers: AreaHandlers<'evidence'> = {
  ...listHandlers,
  ...intakeHandlers,
  ...originalHandlers,
  'evidence.export': ({ ids, target }, context) => exportOriginals(ids, context.resolveFile(target), context),
};
