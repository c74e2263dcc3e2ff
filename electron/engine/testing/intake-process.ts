import { createEngine, createNodePlatform } from '../index.ts';
import { openDatabase } from '../store/database.ts';

/**
 * An engine in a process of its own that adds a file to a matter and kills itself, without any chance to tidy up, as soon
 * as so many chunks are staged. Arguments: folder, matter, file, chunks.
 */
const [folder, matterPath, file, chunks] = process.argv.slice(2) as [string, string, string, string];
const engine = createEngine({
  platform: createNodePlatform({
    appDirectory: `${folder}/app`,
    assetsDirectory: '',
    // The same machine as the test's own engine, which can then tell that this process is gone.
    machine: 'bench',
    workerUrl: new URL('../worker.ts', import.meta.url),
    pdfiumWasmPath: `${import.meta.dirname}/../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm`,
    imageLibraries: `${import.meta.dirname}/../../../out/images`,
  }),
});
const connection = engine.connect({ isTrusted: true });
const { id: matterId } = await connection.client['matter.open']({ source: { path: matterPath } });

const look = openDatabase(matterPath, { passphrase: null, isReadOnly: true, mustExist: true });
const staged = look
  .prepare(
    "SELECT count(*) FROM content_chunk JOIN content ON content.id = content_id WHERE state = 'staged'",
  )
  .pluck();
const watch = () => {
  if (Number(staged.get()) >= Number(chunks)) process.kill(process.pid, 'SIGKILL');
  else setImmediate(watch);
};
watch();
await connection.runJob('evidence.add', { matterId, sources: [{ path: file }] });
