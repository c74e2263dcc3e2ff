import { expect, it, vi } from 'vitest';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { runJob, showError } from '../../../client/index.ts';
import { showToast } from '../../../ui/index.ts';
import { checkRedactions } from './redaction-check-store.ts';

vi.mock('../../../client/index.ts', () => ({ runJob: vi.fn(), showError: vi.fn(), formatCount: String }));
vi.mock('../../../ui/index.ts', async () => ({
  ...(await import('../../../ui/store.ts')),
  showToast: vi.fn(),
}));

const check = () => checkRedactions('m1' as MatterId, ['i1' as EvidenceId]);

it('looks once however often it is asked while it looks, and again after that, also after it failed', async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  vi.mocked(runJob).mockReturnValueOnce(promise).mockResolvedValueOnce({ items: [] });
  const first = check();
  await check();
  expect(runJob).toHaveBeenCalledTimes(1);
  expect(showToast).toHaveBeenCalledWith(
    expect.objectContaining({ message: expect.stringContaining('checked already') }),
  );
  reject(new AppError('NOT_FOUND', { what: 'evidence' }));
  await first;
  expect(showError).toHaveBeenCalledTimes(1);
  await check();
  expect(runJob).toHaveBeenCalledTimes(2);
});
