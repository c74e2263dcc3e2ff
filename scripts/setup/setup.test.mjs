import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeAsar } from './asar.mjs';
import { readFuses, setFuses } from './fuses.mjs';
import { handOver } from './hand-over.mjs';
import { cacheDirectory } from './places.mjs';
import { hasProgram, run, SetupError } from './run.mjs';
import { launchCommand, readRuntime } from './runtime.mjs';
import { installPackages } from './npm-ci.mjs';
import { missingPrograms } from './system-packages.mjs';
import { zipEntries } from './zip.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-setup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('zip', () => {
  it('reads stored and deflated entries with their permissions', () => {
    const archive = makeZip([
      { name: 'app/run', text: 'a program', mode: 0o755, isDeflated: true },
      { name: 'app/read me', text: 'as it is', mode: 0o644, isDeflated: false },
    ]);
    const entries = [...zipEntries(archive)].map(({ name, mode, read }) => [name, mode, read().toString()]);
    expect(entries).toEqual([
      ['app/run', 0o755, 'a program'],
      ['app/read me', 0o644, 'as it is'],
    ]);
  });

  it('refuses an entry that does not inflate to its size', () => {
    const archive = makeZip([
      { name: 'x', text: 'a program', mode: 0o644, isDeflated: true, claimedSize: 5 },
    ]);
    expect(() => [...zipEntries(archive)].map(({ read }) => read())).toThrow('x is damaged');
  });

  it('refuses what is no zip', () => {
    expect(() => [...zipEntries(Buffer.from('%PDF-1.7'))]).toThrow('no zip');
  });
});

describe('packages', () => {
  it('are installed without their scripts, one of which asks for a compiler and headers', () => {
    const npm = join(folder, 'npm.mjs');
    writeFileSync(
      npm,
      `import { writeFileSync } from 'node:fs'; writeFileSync('said', process.argv.join(' '));`,
    );
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    mkdirSync(join(folder, 'node_modules'));
    vi.stubEnv('npm_execpath', npm);
    installPackages(folder);
    vi.unstubAllEnvs();
    expect(readFileSync(join(folder, 'said'), 'utf8')).toContain(' ci --prefer-offline --ignore-scripts ');
  });
});

describe('asar', () => {
  it('holds the files where its header says they are', () => {
    const archive = makeAsar({ 'package.json': '{}', 'main.mjs': 'export {};' });
    // Chromium's Pickle: a size, the header's own size, the JSON's length, the JSON.
    const header = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)));
    const start = 8 + archive.readUInt32LE(4);
    const read = ({ offset, size }) =>
      archive.toString('utf8', start + Number(offset), start + Number(offset) + size);
    expect(read(header.files['package.json'])).toBe('{}');
    expect(read(header.files['main.mjs'])).toBe('export {};');
  });
});

describe('fuses', () => {
  const wire = (states) =>
    Buffer.concat([
      Buffer.from('program dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, states.length]),
      Buffer.from(`${states} more program`),
    ]);

  it('are set in place and read back, the others left as they were', () => {
    const file = join(folder, 'electron');
    writeFileSync(file, wire('10101010'));
    setFuses(file, { nodeCliInspect: true, runAsNode: false });
    expect(readFuses(file)).toEqual({
      runAsNode: false,
      cookieEncryption: false,
      nodeOptions: true,
      nodeCliInspect: true,
      embeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: false,
      loadBrowserProcessSpecificV8Snapshot: true,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(readFileSync(file).subarray(-13).toString()).toBe(' more program');
  });

  it('refuses a fuse that the binary does not have', () => {
    const file = join(folder, 'electron');
    writeFileSync(file, wire('101'));
    expect(() => setFuses(file, { grantFileProtocolExtraPrivileges: false })).toThrow('no fuse grantFile');
  });

  it('refuses a file without fuses', () => {
    const file = join(folder, 'electron');
    writeFileSync(file, 'a program');
    expect(() => readFuses(file)).toThrow('no fuses');
  });
});

describe('places and programs', () => {
  it('the cache can be named', () => {
    expect(cacheDirectory({ FORTHWITH_CACHE: '/elsewhere' })).toBe('/elsewhere');
  });

  it('only what is missing on the PATH is asked for', () => {
    const needs = { hasDisplay: true, forTests: true, forCompiling: false };
    const path = process.env.PATH;
    try {
      process.env.PATH = folder;
      expect(missingPrograms(needs)).toContain('qpdf');
      writeFileSync(join(folder, 'qpdf'), '');
      chmodSync(join(folder, 'qpdf'), 0o755);
      expect(hasProgram('qpdf')).toBe(true);
      expect(missingPrograms(needs)).not.toContain('qpdf');
    } finally {
      process.env.PATH = path;
    }
  });

  it('a program that fails is a sentence for the person at the terminal', () => {
    expect(() => run(process.execPath, ['-e', 'process.exit(3)'])).toThrow(SetupError);
    expect(() => run(process.execPath, ['-e', 'process.exit(3)'])).toThrow('exit code 3');
  });

  it('nothing starts before the set-up has run', () => {
    expect(() => readRuntime(folder)).toThrow('bootstrap.mjs');
  });

  it('the app is started with the binding that its runtime needs', () => {
    const { env } = launchCommand(folder, { exe: '/opt/electron', nativeBinding: '/cache/binding.node' });
    expect(env.FORTHWITH_NATIVE_BINDING).toBe('/cache/binding.node');
  });
});

describe('handing over', () => {
  const runNode = (script) => handOver(process.execPath, ['-e', script], ['ignore', 'ignore', 'ignore']);

  it('answers the exit code, as a shell has it where a signal ended the program', async () => {
    expect(await runNode('process.exitCode = 7')).toBe(7);
    expect(await runNode("process.kill(process.pid, 'SIGKILL')")).toBe(137);
  });

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
    'passes %s on, and waits until the program has cleaned up',
    async (signal) => {
      // Its parent, this process, is signalled only once it listens.
      const script = `process.on('${signal}', () => process.exit(9));
        setInterval(() => {}, 1000);
        process.kill(process.ppid, '${signal}');`;
      const others = process.listeners(signal);
      for (const listener of others) process.off(signal, listener);
      expect(await runNode(script)).toBe(9);
      expect(process.listeners(signal)).toEqual([]);
      for (const listener of others) process.on(signal, listener);
    },
  );
});

function makeZip(files) {
  const locals = [];
  const directory = [];
  let offset = 0;
  for (const { name, text, mode, isDeflated, claimedSize = text.length } of files) {
    const body = isDeflated ? deflateRawSync(text) : Buffer.from(text);
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(isDeflated ? 8 : 0, 4);
    fields.writeUInt32LE(crc32(text), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(claimedSize, 18);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      fields,
      words(name.length, 0),
      Buffer.from(name),
      body,
    ]);
    const outside = Buffer.alloc(8);
    outside.writeUInt32LE((mode << 16) >>> 0, 0);
    outside.writeUInt32LE(offset, 4);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        words(0),
        fields,
        words(name.length, 0, 0, 0, 0),
        outside,
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]);
}

function words(...values) {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes;
}
