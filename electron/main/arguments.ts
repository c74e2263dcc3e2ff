/** The app's parsed arguments. */
export interface AppArguments {
  /** Arguments of the command line without a window (`--cli …`); null when the app is to open. */
  readonly cli: readonly string[] | null;
  /** Open the sample matter. */
  readonly isSample: boolean;
  /** Save a screenshot of the window here and quit. */
  readonly screenshot: string | null;
  /** Matter files to open. */
  readonly matters: readonly string[];
}

/**
 * Reads the app's arguments.
 *
 * @param argv the process's arguments, the program first
 * @param isPackaged in a checkout the second argument is the app's folder
 * @example parseArguments(['Forthwith', '--cli', 'matter', 'info', 'x.matter'], true).cli // ['matter', 'info', 'x.matter']
 */
export function parseArguments(argv: readonly string[], isPackaged: boolean): AppArguments {
  const own = argv.slice(1);
  const cliAt = own.indexOf('--cli');
  const before = cliAt < 0 ? own : own.slice(0, cliAt);
  const words = before.filter((word) => !word.startsWith('-')).slice(isPackaged ? 0 : 1);
  const valueOf = (name: string) =>
    before.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) || null;
  return {
    cli: cliAt < 0 ? null : own.slice(cliAt + 1),
    isSample: before.includes('--sample'),
    screenshot: valueOf('--screenshot'),
    matters: words.filter((word) => word.toLowerCase().endsWith('.matter')),
  };
}
