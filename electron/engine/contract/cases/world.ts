import { join } from 'node:path';
import type { Reply } from '../../../../shared/contract/define.ts';
import type { ErrorCode } from '../../../../shared/errors/error-codes.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';
import type { World } from './case.ts';

/** What a case begins with. */
export async function createWorld(t: TestEngine): Promise<World> {
  const { id: matterId, fileName } = await t.createMatter();
  const [entry, attachment] = await t.client['docket.add']({
    matterId,
    entries: [
      { number: 1, text: 'COMPLAINT' },
      { number: 1, attachment: 1, text: 'Exhibit A' },
    ],
  });
  const at = (name: string) => join(t.folder, name);
  const closed = async () => {
    await t.client['matter.close']({ matterId });
    return at(fileName);
  };
  return {
    t,
    matterId,
    fileName,
    entryIds: [entry!.id, attachment!.id],
    at,
    closed,
    async readOnly() {
      await t.client['matter.open']({ source: { path: await closed() }, isReadOnly: true });
    },
  };
}

/** What a call came to: of long work, how the work ended. */
export async function outcome(t: TestEngine, reply: Reply): Promise<'ok' | ErrorCode> {
  if (!reply.ok) return reply.error.code;
  const { value } = reply;
  const isJob = typeof value === 'object' && value !== null && Object.keys(value).join() === 'jobId';
  if (!isJob) return 'ok';
  const { jobId } = value as { jobId: string };
  const [matter] = await t.client['matter.listOpen']({});
  return t.waitForJob(matter!.id, jobId).then(
    () => 'ok' as const,
    (error: { code: ErrorCode }) => error.code,
  );
}
