import { writeFileSync } from 'node:fs';
import { createEngine, createNodePlatform } from '../../index.ts';
import { join } from 'node:path';
import { workerUrl } from '../worker-url.ts';

/**
 * A program to be killed: `node fault-child.ts add|import|backup|encrypt MATTER`. Says a line for each thing it was promised is stored, or
 * when the long work begins; in the middle of a backup it kills itself.
 */
const [, , mode, path = ''] = process.argv;
const engine = createEngine({
  platform: createNodePlatform({
    appDirectory: join(path, '../child'),
    assetsDirectory: '',
    workerUrl,
    pdfiumWasmPath: '',
    account: 'child',
    machine: 'bench',
  }),
});
const { client, runJob } = engine.connect({ isTrusted: true });
const { id: matterId } = await client['matter.open']({ source: { path } });
const say = (line: string) => process.stdout.write(`${line}\n`);

if (mode === 'add') {
  for (let number = 1; ; number++) {
    await client['docket.add']({
      matterId,
      entries: Array.from({ length: 50 }, (_, i) => ({
        number,
        attachment: i === 0 ? null : i,
        text: `Entry ${number}-${i}`,
      })),
    });
    say(`${number}`);
  }
}

if (mode === 'import') {
  const page = join(path, '../later.json');
  for (let sheet = 1; ; sheet++) {
    const entries = Array.from({ length: 50 * sheet }, (_, i) => ({
      number: i + 1,
      filedOn: '2021-01-11',
      text: `Entry ${i + 1} as sheet ${sheet} prints it`,
    }));
    writeFileSync(page, JSON.stringify(entries));
    const { importId } = await runJob('docket.import.read', { matterId, sources: [{ path: page }] });
    const { planHash } = await client['docket.import.preview']({ matterId, importId });
    say('applies');
    await client['docket.import.apply']({ matterId, importId, planHash });
    say(`${sheet}`);
  }
}

if (mode === 'encrypt') {
  say('begins');
  for (let current: string | null = null; ;) {
    const next: string | null = current === null ? 'secret' : null;
    await client['matter.setPassphrase']({ matterId, current, next });
    current = next;
    say('changed');
  }
}

await runJob(
  'matter.backup',
  { matterId, target: { path: join(path, '../backup.matter') } },
  // A test that watched it might come too late.
  { onProgress: ({ note }) => note !== '' && process.kill(process.pid, 'SIGKILL') },
);
