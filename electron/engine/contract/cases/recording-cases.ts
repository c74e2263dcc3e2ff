import { writeFileSync } from 'node:fs';
import { makePng } from '../../testing/images.ts';
import { makeWave } from '../../testing/files/recordings.ts';
import { gone, inMatter, inReadOnly, it, plantItem, type Case, type World } from './case.ts';

const recording = (world: World) => plantItem(world, 'audio', makeWave(50));

function transcriptFile({ at }: World, text = '1\n00:00:00,000 --> 00:00:01,000\nIt stopped.\n') {
  writeFileSync(at('call.srt'), text);
  return { source: { path: at('call.srt') } };
}

const onRecording = (more: (world: World) => object) => async (world: World) => ({
  matterId: world.matterId,
  id: await recording(world),
  ...more(world),
});
const onPicture = (more: (world: World) => object) => async (world: World) => ({
  matterId: world.matterId,
  id: await plantItem(world, 'png', makePng(2, 2)),
  ...more(world),
});
/** Transcripts of recordings. */
export const recordingCases: readonly Case[] = [
  it(
    'evidence.transcript.list',
    'ok',
    onRecording(() => ({})),
  ),
  it('evidence.transcript.list', 'NOT_FOUND', inMatter({ id: gone })),
  it('evidence.transcript.import', 'ok', onRecording(transcriptFile)),
  it(
    'evidence.transcript.import',
    'NOT_FOUND',
    inMatter((world) => ({ id: gone, ...transcriptFile(world) })),
  ),
  it('evidence.transcript.import', 'EVIDENCE_NOT_MEDIA', onPicture(transcriptFile)),
  it(
    'evidence.transcript.import',
    'EVIDENCE_TRANSCRIPT_UNREADABLE',
    onRecording((world) => transcriptFile(world, 'Dear counsel')),
  ),
  it(
    'evidence.transcript.import',
    'MATTER_READ_ONLY',
    inReadOnly((world) => ({ id: gone, ...transcriptFile(world) })),
  ),
  it('evidence.transcript.delete', 'ok', async (world) => {
    const id = await recording(world);
    const { matterId } = world;
    const added = await world.t.client['evidence.transcript.import']({
      matterId,
      id,
      ...transcriptFile(world),
    });
    return { matterId, id: added.id };
  }),
  it('evidence.transcript.delete', 'NOT_FOUND', inMatter({ id: gone })),
  it('evidence.transcript.delete', 'MATTER_READ_ONLY', inReadOnly({ id: gone })),
];
