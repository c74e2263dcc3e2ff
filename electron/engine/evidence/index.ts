import type { AreaHandlers } from '../handlers.ts';
import { archiveEvidence, describeEvidence } from './describe-evidence.ts';
import { getEvidence, listEvidence } from './list/evidence-view.ts';
import { exportOriginals } from './export-originals.ts';
import { addEvidence } from './intake/intake.ts';

export type { IntakeOptions } from './intake/intake.ts';
export { getItems } from './list/evidence-view.ts';
export { exportOriginals } from './export-originals.ts';
export { sweepStagedContent } from './intake/staging.ts';

export const evidenceHandlers: AreaHandlers<'evidence'> = {
  'evidence.add': (options, context) => addEvidence(options, context),
  'evidence.list': (query, { session }) => listEvidence(session, query),
  'evidence.get': ({ id }, { session }) => getEvidence(session, id),
  'evidence.update': ({ ids, fields }, context) => describeEvidence(ids, fields, context),
  'evidence.archive': ({ ids, isArchived }, context) => archiveEvidence(ids, isArchived, context),
  'evidence.export': ({ ids, target }, context) => exportOriginals(ids, context.resolveFile(target), context),
};
