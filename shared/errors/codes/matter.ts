import { codes, passingCodes } from '../define.ts';

export const matterErrors = {
  ...codes(1, {
    MATTER_MIGRATION_FAILED:
      'This matter could not be updated to this version. It was left unchanged, and a backup is beside it ({backup}).',
  }),
  ...codes(2, {
    MATTER_PASSPHRASE_EMPTY:
      'A passphrase cannot be empty. Type at least one character, or leave the matter without a passphrase.',
  }),
  ...codes(3, {
    MATTER_NOT_OPEN: 'That matter is not open. Open it and try again.',
    MATTER_EXISTS: '“{name}” is already there. Choose another name; nothing was overwritten.',
    MATTER_NOT_FOUND: 'There is no matter “{name}” there. It may have been moved or renamed.',
    MATTER_MOVED:
      '“{name}” is no longer where it was opened: the file or its folder was moved, renamed, removed or replaced. Until it is back there, nothing more is saved in it. If you know where it is now, close this matter and open it there; if not, back it up first.',
  }),
  ...passingCodes(3, {
    MATTER_BUSY: 'This matter is busy with other work. Wait for it to finish, or cancel it, and try again.',
  }),
  ...codes(4, {
    MATTER_NOT_A_MATTER:
      '“{name}” is not a Forthwith matter, or it is empty. Choose another file or restore a backup.',
    MATTER_NEWER_THAN_APP:
      'This matter was last used with a newer version of Forthwith (format {found}; this version knows {known}). Update Forthwith to open it.',
    MATTER_DAMAGED: (d) =>
      `${d['name'] ? `“${String(d['name'])}”` : 'This matter file'} is damaged (${String(d['reason'])}). Stop using it: restore the latest backup, and keep this copy for recovery.`,
    MATTER_LOG_FOREIGN: (d) =>
      `“${String(d['name'])}” and the log beside it (“${String(d['log'] ?? `${String(d['name'])}-wal`)}”, left by a crash) do not belong together, and were left as they are. If a backup or a copy was put in the matter’s place, move the log to another folder and open the matter again. Otherwise copy both files to another folder before you do.`,
    MATTER_BACKUP_FAILED: (d) => {
      const reason = String(d['reason']).replace(/\.$/, '');
      if (d['damaged'] === 'matter')
        return `No backup was kept, because the matter itself is damaged (${reason}). Verify it to see everything that is wrong, then restore an earlier backup.`;
      if (d['damaged'] === 'backup')
        return `Nothing was restored, because this backup is itself damaged (${reason}). Restore another backup.`;
      return `The copy could not be confirmed (${reason}) and was removed. Choose another place and try again.`;
    },
    MATTER_CHAIN_BROKEN:
      'The {chain} record was altered outside the program: entry {sequence} no longer matches its hash. Compare this matter with its latest backup.',
    MATTER_FORMAT_ALTERED:
      'The matter’s tables are not as Forthwith makes them ({which}): its file is damaged, or was altered outside the program, where changes to originals and records are not refused. Compare this matter with its latest backup.',
    MATTER_REFERENCES_BROKEN:
      '{count} rows of “{table}” refer to something that is no longer in this matter. Compare it with its latest backup.',
    MATTER_IN_SYNCED_FOLDER:
      'This matter is in a folder that {service} syncs, which can damage it while it is open. Move it to a folder that is not synced, and keep backups there instead.',
  }),
  ...codes(5, {
    MATTER_LOCKED: 'This matter is locked with a passphrase. Enter the passphrase to open it.',
    MATTER_WRONG_PASSPHRASE:
      'That passphrase does not open this matter. Check capital letters and the keyboard layout, then try again. If it is right, the file may be damaged: restore a backup.',
    MATTER_COPY_OPEN:
      'Another copy of this matter is already open. Close that one first, then open this one.',
    MATTER_NOT_WRITABLE:
      '“{name}” may be read but not changed (no permission to write there). Open it read-only, or copy it to a folder of your own.',
    MATTER_NEEDS_UPDATE:
      'This matter was made with an older version of Forthwith and must be brought up to date first. Open it once for editing, then read-only.',
    MATTER_READ_ONLY: 'This matter is open read-only, so it cannot be changed here.',
  }),
  ...passingCodes(5, {
    MATTER_IN_USE: (d) =>
      `This matter is open elsewhere${d['by'] ? ` (${String(d['by'])})` : ''}. Close it there, or open it here read-only.`,
  }),
};
