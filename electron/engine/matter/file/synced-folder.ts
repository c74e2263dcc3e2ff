import { sep } from 'node:path';

/** Names that cloud storage clients give their folders, and what people call the service. */
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
 * The cloud service that syncs the folder a file is in, judging by folder names; null if none does.
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
