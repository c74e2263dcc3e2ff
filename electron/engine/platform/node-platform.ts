import { randomFillSync } from 'node:crypto';
import { homedir, hostname, userInfo } from 'node:os';
import { join } from 'node:path';
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
    appDirectory: process.env['FORTHWITH_HOME'] ?? join(configDirectory(), 'Forthwith'),
    nativeBinding: process.env['FORTHWITH_NATIVE_BINDING'],
    // The build lays them beside the worker's bundle.
    pdfiumWasmPath: fileURLToPath(new URL('pdfium.wasm', overrides.workerUrl)),
    imageLibraries: fileURLToPath(new URL('images', overrides.workerUrl)),
    ...overrides,
  };
}

/** UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then randomness, so ids sort by time. */
function newUuidV7(): string {
  const bytes = randomFillSync(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(
    0,
    (BigInt(Date.now()) << 16n) | BigInt(((bytes[6]! & 0x0f) | 0x70) << 8) | BigInt(bytes[7]!),
  );
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
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}
