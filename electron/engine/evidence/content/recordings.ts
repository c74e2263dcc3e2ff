import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { parseTranscript } from '../../../../shared/domain/evidence/transcript.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { TranscriptId } from '../../../../shared/model/common.ts';
import { Cue, groupOf, type EvidenceItem } from '../../../../shared/model/evidence.ts';
import { decodeText } from '../../formats/files/text/encoding.ts';
import type { AreaHandlers } from '../../handlers.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { getItems } from '../list/evidence-view.ts';

type Operations = Extract<keyof AreaHandlers<'evidence'>, `evidence.transcript.${string}`>;

/** Bytes of a transcript that are read: days of talk. */
const maxTranscriptBytes = 16 * 1024 * 1024;
const cueList = z.array(Cue);

/** Transcripts of recordings. */
export const recordingHandlers: Pick<AreaHandlers<'evidence'>, Operations> = {
  'evidence.transcript.list': ({ id }, { session }) => {
    getItems(session, [id]);
    const rows = session.all(
      sql
        .selectFrom('transcript')
        .select(['id', 'name', 'cues'])
        .where('evidence_id', '=', id)
        .orderBy('created_at')
        .orderBy('id'),
    );
    return rows.map((row) => ({
      id: TranscriptId.parse(row.id),
      name: row.name,
      cues: cueList.parse(JSON.parse(row.cues)),
    }));
  },

  'evidence.transcript.import': ({ id, source }, { session, platform, resolveFile, describe }) => {
    const recording = getRecording(session, id);
    const filePath = resolveFile(source);
    const name = basename(filePath);
    const transcript = parseTranscript(readTranscript(filePath, name));
    if (transcript === null) throw new AppError('EVIDENCE_TRANSCRIPT_UNREADABLE', { name });
    const transcriptId = TranscriptId.parse(platform.newId());
    session.run(
      sql.insertInto('transcript').values({
        id: transcriptId,
        evidence_id: id,
        name,
        cues: JSON.stringify(transcript.cues),
        created_at: platform.now(),
      }),
    );
    describe(`add a transcript to “${recording.title}”`);
    return { id: transcriptId, cues: transcript.cues.length, unread: transcript.unread };
  },

  'evidence.transcript.delete': ({ id }, { session, describe }) => {
    const row = session.get(sql.selectFrom('transcript').select('name').where('id', '=', id));
    if (!row) throw new AppError('NOT_FOUND', { what: 'transcript' });
    session.run(sql.deleteFrom('transcript').where('id', '=', id));
    describe(`delete the transcript “${row.name}”`);
    return null;
  },
};

/** @throws AppError NOT_FOUND, EVIDENCE_NOT_MEDIA */
function getRecording(session: MatterSession, id: string): EvidenceItem {
  const [item] = getItems(session, [id]);
  if (groupOf(item!.kind) !== 'media') throw new AppError('EVIDENCE_NOT_MEDIA');
  return item!;
}

function readTranscript(filePath: string, name: string): string {
  const stat = statSync(filePath);
  if (!stat.isFile() || stat.size > maxTranscriptBytes)
    throw new AppError('EVIDENCE_TRANSCRIPT_UNREADABLE', { name });
  return decodeText(readFileSync(filePath));
}
