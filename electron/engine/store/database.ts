import BetterSqlite from 'better-sqlite3';

/** 'Fwth': tells a matter from any other SQLite file. */
export const applicationId = 0x46777468;

/**
 * Opens every connection the same way: cipher, page size, foreign keys checked, schema not trusted.
 *
 * @param passphrase null for a matter that is not encrypted
 * @throws the driver's own errors; matter/file/open-file.ts tells them apart
 */
export function openDatabase(
  filePath: string,
  {
    passphrase,
    isReadOnly,
    mustExist,
    nativeBinding,
  }: {
    passphrase: string | null;
    isReadOnly: boolean;
    mustExist: boolean;
    nativeBinding?: string | undefined;
  },
): BetterSqlite.Database {
  const db = new BetterSqlite(filePath, {
    readonly: isReadOnly,
    fileMustExist: mustExist,
    timeout: 5_000,
    ...(nativeBinding !== undefined && { nativeBinding }),
  });
  try {
    db.pragma(`cipher = 'aegis'`);
    db.pragma('page_size = 16384');
    if (passphrase !== null) db.pragma(`key = ${quoteKey(passphrase)}`);
    db.pragma('trusted_schema = OFF');
    db.pragma('foreign_keys = ON');
    db.pragma('cell_size_check = ON');
    // The first real read fails here rather than later if the key is wrong or the file is not a database.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A passphrase as the `key` and `rekey` pragmas take it: they cannot bind values. */
export function quoteKey(passphrase: string): string {
  return `'${passphrase.replaceAll("'", "''")}'`;
}
