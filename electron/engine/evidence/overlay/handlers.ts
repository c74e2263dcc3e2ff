import type { AreaHandlers } from '../../handlers.ts';
import { applyOverlay } from './apply-overlay.ts';
import { planOverlay } from './plan-overlay.ts';

/** Load files that correct what is known of documents that came before. */
export const overlayHandlers: Pick<
  AreaHandlers<'evidence'>,
  'evidence.overlay.plan' | 'evidence.overlay.apply'
> = {
  'evidence.overlay.plan': ({ id }, context) => planOverlay(id, context, { isInTurns: true }),
  'evidence.overlay.apply': (input, context) => applyOverlay(input, context),
};
