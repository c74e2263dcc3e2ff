import { expect, test } from 'vitest';
import { findSyncService } from './synced-folder.ts';

test.each([
  ['/home/ann/Dropbox/x.matter', 'Dropbox'],
  ['/home/ann/Dropbox (Personal)/Matters/x.matter', 'Dropbox'],
  ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/x.matter', 'iCloud Drive'],
  ['/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.com/My Drive/x.matter', 'Google Drive'],
  ['/Users/ann/OneDrive - Firm LLP/x.matter', 'OneDrive'],
  ['/home/ann/Documents/x.matter', null],
  ['/home/ann/Documents/Dropbox.matter', null],
  ['/home/ann/Boxes/x.matter', null],
])('%s is synchronized by %s', (path, service) => {
  expect(findSyncService(path)).toBe(service);
});
