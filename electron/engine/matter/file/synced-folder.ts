import { sep } from 'node:path';

/** Folder names that the clients of cloud storage give their folders, and how people call the service. */
const services: readonly (readonly [pattern: RegExp, service: string])[] = [
  [/^dropbox( \(.*\))?$/i, 'Dropbox'],
  [/^onedrive( - .*)?$/i, 'OneDrive'],
  [/^(com~apple~clouddocs|icloud drive|iclouddrive)$/i, 'iCloud Drive'],
  [/^(google ?drive|googledrive-.*|my drive)$/i, 'Google Drive'],
  [/^box( sync)?$/i, 'Box'],
  [/^(nextcloud|owncloud)$/i, 'Nextcloud'],
  [/^(pcloud ?drive|creative cloud files|synologydrive|seafile)$/i, 'a cloud service'],
];

/**
 * The cloud service that synchronizes the folder a file is in, as far as the folder's name tells; null if none does.
 *
 * @example findSyncService('/Users/ann/Dropbox/Matters/Parler.matter') // 'Dropbox'
 */
export function findSyncService(filePath: string): string | null {
  const folders = filePath.split(sep === '\\' ? /[\\/]/ : sep).slice(0, -1);
  for (const folder of folders) {
    const known = services.find(([pattern]) => pattern.test(folder));
    if (known) return known[1];
  }
  return null;
}
