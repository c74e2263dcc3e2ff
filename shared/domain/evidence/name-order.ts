const marks = /\p{M}/gu;
const digits = /\d+/g;
/** Digits a number is padded to; longer runs keep their own length and still sort after all shorter ones. */
const paddedTo = 15;

/**
 * The sort key of a name: letters without regard to case or accents, numbers by their value. Compare two with `<`.
 *
 * @example nameKey('Exhibit 2') < nameKey('exhibit 10') // true
 */
export function nameKey(text: string): string {
  return folded(text.trim()).replaceAll(digits, (run) => {
    const number = run.replace(/^0+(?=.)/, '');
    // Every digit beyond the padding moves the number after all with fewer.
    return number.length > paddedTo
      ? '~'.repeat(number.length - paddedTo) + number
      : number.padStart(paddedTo, '0');
  });
}

/** Without case and accents. Unlike in the index, letters keep together: a name that begins with one is not put first. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  // Most names are plain ASCII, and lists are long.
  return isAscii(lower) ? lower : lower.normalize('NFKD').replaceAll(marks, '');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
