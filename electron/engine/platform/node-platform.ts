import { randomFillSync } from 'node:crypto';
import { homedir, hostname, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { silentLogger } from './logger.ts';
import type { Platform } from './platform.ts';

/**
 * The real clock, ids and places.
 *
 * @param overrides what a host or a test sets otherwise
 */
export function createNodePlatform(
  overrides: Partial<Platform> & Pick<Platform, 'assetsDirectory' | 'workerUrl'>,
): Platform {
  return {
    now: () => new Date().toISOString(),
    newId: newUuidV7,
    log: silentLogger,
    account: accountName(),
    machine: hostname(),
    appVersion: '0.0.0',
    appDirectory: process.env['FORTHWITH_HOME'] || join(configDirectory(), 'Forthwith'),
    nativeBinding: process.env['FORTHWITH_NATIVE_BINDING'] || undefined,
    // The build lays them beside the worker's bundle.
    pdfiumWasmPath: fileURLToPath(new URL('pdfium.wasm', overrides.workerUrl)),
    imageLibraries: fileURLToPath(new URL('images', overrides.workerUrl)),
    ...overrides,
  };
}

/** Milliseconds in the upper 48 bits and a count in the lower 12, of the last id that was made. */
let lastMoment = 0n;

/**
 * UUID version 7 (RFC 9562 §5.7): milliseconds, a count of those made in the same one (§6.2, method 1), and randomness. So
 * ids of one process sort by the order they were made in, also where the clock is set back.
 */
function newUuidV7(): string {
  const moment = BigInt(Date.now()) << 12n;
  lastMoment = moment > lastMoment ? moment : lastMoment + 1n;
  const bytes = randomFillSync(new Uint8Array(16));
  const head = ((lastMoment >> 12n) << 16n) | 0x7000n | (lastMoment & 0xfffn);
  new DataView(bytes.buffer).setBigUint64(0, head);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

function configDirectory(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  // "If $XDG_CONFIG_HOME is either not set or empty …"; paths "must be absolute", others are to be ignored.
  const ofUser = process.env['XDG_CONFIG_HOME'] ?? '';
  return isAbsolute(ofUser) ? ofUser : join(homedir(), '.config');
}
