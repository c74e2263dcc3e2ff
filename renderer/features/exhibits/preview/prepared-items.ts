import { useEffect } from 'react';
import { isCarriedAsStored } from '../../../../shared/domain/exhibits/carried-as-stored.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { messageOf, runJob } from '../../../client/index.ts';
import { createStore } from '../../../ui/index.ts';
import { previewWords as words } from '../words.ts';

/** Whether a page can be drawn: at once, when its PDF is made, or not, with the reason. */
export type Preparation =
  | { readonly status: 'ready' }
  | { readonly status: 'making' }
  | { readonly status: 'failed'; readonly message: string };

const ready: Preparation = { status: 'ready' };
const making: Preparation = { status: 'making' };

/** By matter and item, since the window opened. */
const known = createStore<ReadonlyMap<string, Preparation>>(new Map());

function settle(key: string, preparation: Preparation | null): void {
  const next = new Map(known.get());
  if (preparation) next.set(key, preparation);
  else next.delete(key);
  known.set(next);
}

type Prepared = Pick<Exhibit, 'status' | 'treatment' | 'kind' | 'evidenceId' | 'problems'>;

/**
 * Whether a page of an exhibit is drawn from a PDF that is made of its item: mail, Office documents, text, pictures of other
 * kinds and damaged ones. Slip sheets and pages in place of an exhibit are not.
 *
 * @param page from 1; 0 for the slip sheet
 */
export function needsPdf({ status, treatment, kind, problems }: Prepared, page: number): boolean {
  if (page === 0 || status !== 'active' || treatment !== 'pages' || kind === null) return false;
  return !isCarriedAsStored({ kind, problems });
}

const keyOf = (matterId: string, { evidenceId }: Prepared) => `${matterId} ${evidenceId ?? ''}`;

/** Whether a page can be drawn now. Asks for nothing to be made. */
export function isPrepared(matterId: string, exhibit: Prepared, page: number): boolean {
  return !needsPdf(exhibit, page) || known.get().get(keyOf(matterId, exhibit))?.status === 'ready';
}

/**
 * Has the PDF of a shown page's item made where it needs one, once while the window is open.
 *
 * @param exhibit null where no page is shown
 */
export function usePreparation(
  matterId: string,
  exhibit: Exhibit | null,
  page: number,
): { readonly preparation: Preparation; readonly retry: () => void } {
  const isNeeded = exhibit !== null && needsPdf(exhibit, page);
  const key = isNeeded ? keyOf(matterId, exhibit) : null;
  const evidenceId = isNeeded ? exhibit.evidenceId : null;
  const preparations = known.use();
  const found = key === null ? ready : preparations.get(key);
  useEffect(() => {
    if (key !== null && evidenceId !== null && found === undefined) void prepare(key, matterId, evidenceId);
  }, [key, matterId, evidenceId, found]);
  return {
    preparation: found ?? making,
    retry: () => {
      if (key !== null) settle(key, null);
    },
  };
}

async function prepare(
  key: string,
  matterId: string,
  evidenceId: NonNullable<Exhibit['evidenceId']>,
): Promise<void> {
  settle(key, making);
  try {
    const { failed } = await runJob('evidence.render', { matterId, ids: [evidenceId] });
    const [problem] = failed.map((each) => each.problem.message);
    settle(key, problem === undefined ? ready : { status: 'failed', message: problem });
  } catch (error) {
    // What was made before is still there; the page itself says what it lacks.
    if (isAppError(error, 'MATTER_READ_ONLY')) settle(key, ready);
    else if (isAppError(error, 'CANCELLED')) settle(key, { status: 'failed', message: words.makingStopped });
    else settle(key, { status: 'failed', message: messageOf(error) });
  }
}
