import type { AreaHandlers } from '../handlers.ts';
import { exportOriginals } from './export-originals.ts';
import { originalHandlers } from './content/handlers.ts';
import { viewMail } from './content/mail-view.ts';
import { recordingHandlers } from './content/recordings.ts';
import { intakeHandlers } from './intake/handlers.ts';
import { listHandlers } from './list/handlers.ts';
import { overlayHandlers } from './overlay/handlers.ts';
import { renderEvidence } from './render/render-evidence.ts';
import { textHandlers } from './text/index.ts';

export type { IntakeOptions } from './intake/intake.ts';
export { chooseOriginals, type Original } from './content/originals.ts';
export type { Digests } from './content/tasks.ts';
export { digestOriginals } from './content/verify.ts';
export { getItems, readCustody } from './list/evidence-view.ts';
export { countByTag, countEvidence } from './list/find-evidence.ts';
export { itemsInConflict } from './list/coding-conflicts.ts';
export { exportOriginals } from './export-originals.ts';
export { isUnrenderable } from './render/render-evidence.ts';
export { ensureRendition, type Rendition } from './render/renditions.ts';
export { isTextPending, readItemText, type ItemText } from './text/index.ts';
export { sweepStagedContent } from './intake/receiving/staging.ts';

/** What the contract’s operations on evidence do. */
export const evidenceHandlers: AreaHandlers<'evidence'> = {
  ...listHandlers,
  ...intakeHandlers,
  ...textHandlers,
  ...originalHandlers,
  ...recordingHandlers,
  ...overlayHandlers,
  'evidence.mail': ({ id }, context) => viewMail(id, context),
  'evidence.render': ({ ids }, context) => renderEvidence(ids, context),
  'evidence.export': ({ ids, target, form }, context) =>
    exportOriginals(ids, context.resolveFile(target), context, undefined, form),
};
