import { AppError } from '../../../../shared/errors/app-error.ts';
import { EvidenceId } from '../../../../shared/model/common.ts';
import { EvidenceKind, groupOf, type MailView } from '../../../../shared/model/evidence.ts';
import type { MatterContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import { locationOf } from './originals.ts';
import { getKnown } from '../evidence-repository.ts';

const timeoutMs = 30_000;
const maxMemoryMb = 1_024;

interface MemberRow {
  readonly position: number;
  readonly id: string;
  readonly kind: string;
  readonly sizeBytes: number;
}

/**
 * A mail as it is shown. Its attachments are matched to the items that were extracted from it by their place.
 *
 * @throws AppError NOT_FOUND, EVIDENCE_NOT_MAIL, EVIDENCE_DAMAGED, EVIDENCE_TOO_DEMANDING
 */
export async function viewMail(id: string, { session, platform }: MatterContext): Promise<MailView> {
  const item = getKnown(session, id);
  if (groupOf(item.kind) !== 'mail') throw new AppError('EVIDENCE_NOT_MAIL');
  const members = session
    .prepare(
      `SELECT member.position, item.id, item.kind, content.size_bytes AS sizeBytes
         FROM evidence_member AS member
         JOIN evidence_item AS item ON item.id = member.child_id
         JOIN content ON content.id = item.content_id
        WHERE member.parent_id = ?`,
    )
    .all(id) as MemberRow[];
  const byPosition = new Map(members.map((member) => [member.position, member]));
  const { attachments, isDamaged, ...mail } = await runInWorker(
    platform,
    'mail.view',
    {
      location: locationOf(item.contentId, session),
      kind: item.kind,
      measured: [...byPosition.keys()],
    },
    { timeoutMs, maxMemoryMb, limitCode: 'EVIDENCE_TOO_DEMANDING', name: item.name, signal: session.closing },
  );
  if (isDamaged) throw new AppError('EVIDENCE_DAMAGED');
  return {
    ...mail,
    headers: [...mail.headers],
    attachments: attachments.map(({ name, sizeBytes }, at) => {
      const member = byPosition.get(at);
      return {
        name,
        sizeBytes: member?.sizeBytes ?? sizeBytes,
        kind: member ? EvidenceKind.parse(member.kind) : null,
        evidenceId: member ? EvidenceId.parse(member.id) : null,
      };
    }),
  };
}
