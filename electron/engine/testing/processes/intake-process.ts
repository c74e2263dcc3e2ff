import { createEngine, createNodePlatform } from '../../index.ts';
import { openDatabase } from '../../store/database.ts';
import { workerUrl } from '../worker-url.ts';

/**
 * An engine in a process of its own that adds a file or a folder to a matter, or goes on with the intakes of it, and kills
 * itself, without any chance to tidy up, at a moment given by what the matter then holds. Arguments: folder, matter, what
 * to add ("" to go on), SQL whose first value must reach a number, that number, and turns of the event loop to wait then.
 */
const [folder, matterPath, source, query, least, turns] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const engine = createEngine({
  platform: createNodePlatform({
    appDirectory: `${folder}/app`,
    assetsDirectory: '',
    // The same machine as the test's own engine, which can then tell that this process is gone.
    machine: 'bench',
    workerUrl,
    pdfiumWasmPath: `${import.meta.dirname}/../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm`,
  }),
});
const connection = engine.connect({ isTrusted: true });
const { id: matterId } = await connection.client['matter.open']({ source: { path: matterPath } });

const look = openDatabase(matterPath, { passphrase: null, isReadOnly: true, mustExist: true });
const reached = look.prepare(query).pluck();
let left = Number(turns);
const watch = () => {
  if (Number(reached.get()) >= Number(least) && left-- <= 0) process.kill(process.pid, 'SIGKILL');
  else setImmediate(watch);
};
watch();
if (source === '') {
  for (const { id } of await connection.client['evidence.intake.list']({ matterId }))
    await connection.runJob('evidence.intake.resume', { matterId, intakeId: id });
} else await connection.runJob('evidence.add', { matterId, sources: [{ path: source }], isRecursive: true });
look.close();
await engine.close();
