/**
 * Triggers that keep the index in step with a table that has one text per row, whatever changes it: a command, an undo, an import.
 * Shipped steps call this and what it is made of, so what these give for the same words never changes.
 *
 * @param kind of the rows of the index
 * @param body SQL for the text of the row `new`
 * @param columns the text is made of
 * @example searchTriggers('note', 'deadline', 'new.title || char(10) || new.note', ['title', 'note'])
 */
export function searchTriggers(
  kind: string,
  table: string,
  body: string,
  columns: readonly string[],
): string {
  const add = `
    INSERT INTO search_subject (kind, ref) VALUES ('${kind}', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, ${folded(body)} FROM search_subject WHERE ref = new.id AND kind = '${kind}'`;
  return `
    CREATE TRIGGER ${table}_search_insert AFTER INSERT ON ${table} BEGIN ${add}; END;
    CREATE TRIGGER ${table}_search_delete AFTER DELETE ON ${table} BEGIN ${dropRows(kind)}; END;
    CREATE TRIGGER ${table}_search_update AFTER UPDATE OF ${columns.join(', ')} ON ${table} BEGIN
      ${dropRows(kind)};
      ${add};
    END;`;
}

/** SQL for a text as the index has it: what of shared/domain/search/fold-text.ts a title or an entry may hold. */
export function folded(text: string): string {
  const letters = [
    ['\u00ad', ''],
    ['\u200b', ''],
    ['\u2060', ''],
    ['\ufeff', ''],
    ['\ufb00', 'ff'],
    ['\ufb01', 'fi'],
    ['\ufb02', 'fl'],
    ['\ufb03', 'ffi'],
    ['\ufb04', 'ffl'],
    ['™', ' '],
    ['ß', 'ss'],
    ['ẞ', 'SS'],
    ['æ', 'ae'],
    ['Æ', 'AE'],
    ['œ', 'oe'],
    ['Œ', 'OE'],
    ['ø', 'o'],
    ['Ø', 'O'],
    ['ł', 'l'],
    ['Ł', 'L'],
    ['đ', 'd'],
    ['Đ', 'D'],
  ] as const;
  return letters.reduce(
    (expression, [letter, plain]) => `replace(${expression}, char(${letter.codePointAt(0)}), '${plain}')`,
    text,
  );
}

/** SQL that removes the row `old` from the index. */
export function dropRows(kind: string): string {
  return `
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = '${kind}');
    DELETE FROM search_subject WHERE ref = old.id AND kind = '${kind}'`;
}
