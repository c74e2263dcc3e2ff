import { AppError } from '../../../shared/errors/app-error.ts';
import type { AreaHandlers } from '../handlers.ts';
import { listStored, type StoredDeadline } from './deadline-repository.ts';
import { listDeadlines, standInMatter } from './list-deadlines.ts';
import { isLoop } from './standing/standing.ts';
import { assertReferences, draftOf } from './edit/write-deadlines.ts';

type Reads = 'deadlines.list' | 'deadlines.preview';

/** Deadlines as they stand, and as one would. */
export const listHandlers: Pick<AreaHandlers<'deadlines'>, Reads> = {
  'deadlines.list': (_input, { session }) => listDeadlines(session),

  'deadlines.preview': ({ deadline, id }, { session, platform }) => {
    const stored = listStored(session);
    assertReferences(session, [deadline], stored);
    let draft: StoredDeadline = draftOf(platform.newId(), deadline, platform.now());
    if (id !== undefined) {
      const before = stored.find((one) => one.id === id);
      if (!before) throw new AppError('NOT_FOUND', { what: 'deadline' });
      if (deadline.trigger.kind === 'deadline' && isLoop(stored, id, deadline.trigger.deadlineId))
        throw new AppError('DEADLINE_CHAIN_LOOP');
      draft = { ...before, fields: deadline };
    }
    const others = stored.filter((one) => one.id !== id);
    const standing = standInMatter(session, [...others, draft]).find((one) => one.id === draft.id)!;
    const { triggerAt, computed, due, dueAt, endsAt, flags } = standing;
    return { triggerAt, computed, due, dueAt, endsAt, flags };
  },
};
