import { existsSync, readFileSync } from 'node:fs';
import { isRoot } from './places.mjs';
import { hasProgram, run, say, SetupError } from './run.mjs';

/** Shared libraries that Electron loads → Debian's packages. */
const libraryPackages = {
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

/** Renamed with the suffix t64 from Debian 13 and Ubuntu 24.04 on. */
const renamedPackages = new Set([
  'libgtk-3-0',
  'libasound2',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
]);

/** Programs → Debian's packages. */
const displayPrograms = { Xvfb: 'xvfb', 'xvfb-run': 'xvfb', xauth: 'xauth' };
const testPrograms = {
  qpdf: 'qpdf',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
};
const compilerPrograms = { python3: 'python3', make: 'make', 'g++': 'g++' };

/**
 * Which programs this checkout needs on the PATH, as program → package.
 *
 * @param {{ hasDisplay: boolean, forTests: boolean, forCompiling: boolean }} needs
 */
export function missingPrograms({ hasDisplay, forTests, forCompiling }) {
  const wanted = {
    ...(!hasDisplay && displayPrograms),
    ...(forTests && testPrograms),
    ...(forCompiling && compilerPrograms),
  };
  return Object.entries(wanted)
    .filter(([program]) => !hasProgram(program))
    .map(([, name]) => name);
}

/** Packages of the shared libraries that a program would not find. */
export function missingLibraries(exe) {
  if (process.platform !== 'linux') return [];
  const { stdout } = run('ldd', [exe], { mayFail: true });
  const names = [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  // libffmpeg is beside the program, which finds it there.
  const unknown = names.filter((name) => !libraryPackages[name] && name !== 'libffmpeg.so');
  if (unknown.length) throw new SetupError(`Electron needs ${unknown.join(', ')}, which this system lacks.`);
  const packages = names.flatMap((name) => libraryPackages[name] ?? []);
  if (!hasFont()) packages.push('fonts-dejavu-core');
  return packages;
}

function hasFont() {
  return hasProgram('fc-list') && run('fc-list', [], { mayFail: true }).stdout.trim() !== '';
}

/**
 * Installs Debian packages where that is allowed.
 *
 * @param {readonly string[]} packages
 * @throws SetupError with the exact command, where it is not
 */
export function installSystemPackages(packages) {
  const names = [...new Set(packages)].map(currentName);
  if (!names.length) return;
  if (process.platform !== 'linux') {
    throw new SetupError(`These programs are needed and not on the PATH: ${names.join(', ')}.`);
  }
  const update = 'apt-get update';
  const install = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!isRoot || !hasProgram('apt-get')) {
    throw new SetupError(
      `System packages are missing. Run\n\n  sudo sh -c '${update} && ${install}'\n\nand start again.`,
    );
  }
  say(`Installing ${names.join(', ')} …`);
  run('sh', ['-c', `${update} -qq && ${install} -qq`], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
}

function currentName(name) {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const id = /^ID="?(\w+)/m.exec(release)?.[1];
  const version = Number(/^VERSION_ID="?(\d+)/m.exec(release)?.[1] ?? 0);
  const isRenamed = (id === 'debian' && version >= 13) || (id === 'ubuntu' && version >= 24);
  return isRenamed && renamedPackages.has(name) ? `${name}t64` : name;
}
