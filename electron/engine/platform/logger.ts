/** Writes diagnostics. Never document text, names of people, or full paths. */
export interface Logger {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** A logger that keeps nothing. */
export const silentLogger: Logger = { info() {}, warn() {}, error() {} };
