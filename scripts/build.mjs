// npm run build: makes out/ from the sources, only what changed.
import { buildParts, parts } from './build/parts.mjs';

const started = performance.now();
try {
  const built = await buildParts(Object.keys(parts));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(built.length ? `Built ${built.join(', ')} in ${seconds} s.` : 'The build is up to date.');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
