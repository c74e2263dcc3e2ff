/**
 * Folders of a path, POSIX or Windows or file URL: all up to the last separator of a line. Where one ends before that cannot be told,
 * for names of folders, as those of people's homes, may have spaces and brackets.
 */
const folders = /(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:.*[\\/])?/g;

/**
 * Text without the folders of the paths in it, which may name people and matters.
 *
 * @example withoutFolders('at open (/home/ann/app/engine.js:12:5)') // 'at open (engine.js:12:5)'
 */
export function withoutFolders(text: string): string {
  return text.replaceAll(folders, '');
}

/**
 * Where an error came from, safe for a log: its class, its code and its frames. Its message is left out, because it may quote
 * a document ("Unexpected token in …") or a path.
 */
export function safeStack(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames.map(withoutFolders)].join('\n');
}
