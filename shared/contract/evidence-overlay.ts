import { z } from 'zod';
import { EvidenceId } from '../model/common.ts';
import { Overlay, OverlayField } from '../model/overlay.ts';
import { editErrors, inMatter, matterJob } from './define.ts';

const one = inMatter({ id: EvidenceId });
const loadFileErrors = ['EVIDENCE_NOT_A_LOAD_FILE', 'EVIDENCE_TOO_DEMANDING'] as const;

/** Load files that were sent to correct what earlier ones said of documents, by their Bates numbers. */
export const evidenceOverlayContract = {
  /** What a load file, which is evidence itself, says otherwise of documents that are here; nothing is changed. */
  'evidence.overlay.plan': matterJob(one, Overlay, { errors: ['NOT_FOUND', ...loadFileErrors] }),
  /** Applies it as one step; of its plan, with the changes that were made. */
  'evidence.overlay.apply': matterJob(
    one.extend({ planHash: z.string(), fields: z.array(OverlayField).optional() }),
    Overlay,
    {
      errors: [...editErrors, ...loadFileErrors, 'EVIDENCE_OVERLAY_CHANGED'],
      changes: ['evidence', 'docket', 'exhibits', 'search'],
    },
  ),
} as const;
