/**
 * The people of a header as they are listed one by one: split at commas outside quotation marks, angle brackets and groups.
 *
 * @example splitRecipients('"Doe, Jo" <jo@example.com>, al@example.com') // ['"Doe, Jo" <jo@example.com>', 'al@example.com']
 */
export function splitRecipients(value: string): string[] {
  const people: string[] = [];
  let from = 0;
  let isQuoted = false;
  let depth = 0;
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at];
    if (letter === '"' && value[at - 1] !== '\\') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === '<' || letter === '(') depth += 1;
    else if (letter === '>' || letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (letter === ',' || letter === ';')) {
      people.push(value.slice(from, at));
      from = at + 1;
    }
  }
  people.push(value.slice(from));
  return people.map((person) => person.trim()).filter((person) => person !== '');
}
