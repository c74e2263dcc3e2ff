const printed =
  /(?<![\w-])(?:\d{1,2}:\d{2}-[a-z]{2,4}|\d{2}-(?:cv|cr|mc|md|mj|ap|bk))-\d{3,6}(?:-[A-Z]{1,4}\d?)*(?![\w-])/i;

/**
 * The number of a case that a line names; empty where it names none.
 *
 * @example caseNumberIn('Docket Number: 2:26-cv-00012-ABC') // '2:26-cv-00012-ABC'
 */
export function caseNumberIn(line: string): string {
  return printed.exec(line)?.[0] ?? '';
}
