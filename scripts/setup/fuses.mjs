import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** Electron's fuses by their place on the wire (electron/build/fuses/fuses.json5). */
export const fuses = {
  runAsNode: 0,
  cookieEncryption: 1,
  nodeOptions: 2,
  nodeCliInspect: 3,
  embeddedAsarIntegrityValidation: 4,
  onlyLoadAppFromAsar: 5,
  loadBrowserProcessSpecificV8Snapshot: 6,
  grantFileProtocolExtraPrivileges: 7,
};

// In the binary: this sentinel, a version byte, a length byte, then '0' or '1' for each fuse.
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * Reads the fuses of an Electron binary.
 *
 * @returns {Partial<Record<keyof typeof fuses, boolean>>} those the binary knows
 */
export function readFuses(file) {
  const { bytes, first, count } = findWire(file);
  const known = Object.entries(fuses).filter(([, place]) => place < count);
  return Object.fromEntries(known.map(([name, place]) => [name, bytes[first + place] === 0x31]));
}

/**
 * Sets fuses in an Electron binary, in place.
 *
 * @param {string} file
 * @param {Partial<Record<keyof typeof fuses, boolean>>} wanted
 */
export function setFuses(file, wanted) {
  const { first, count } = findWire(file);
  const handle = openSync(file, 'r+');
  try {
    for (const [name, isOn] of Object.entries(wanted)) {
      if (!(fuses[name] < count)) throw new Error(`This Electron has no fuse ${name}.`);
      writeSync(handle, isOn ? '1' : '0', first + fuses[name]);
    }
  } finally {
    closeSync(handle);
  }
}

function findWire(file) {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(sentinel);
  if (at < 0 || bytes[at + sentinel.length] !== 1)
    throw new Error('This Electron has no fuses of version 1.');
  return { bytes, first: at + sentinel.length + 2, count: bytes[at + sentinel.length + 1] };
}
