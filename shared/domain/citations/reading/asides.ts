/** “Ex. A hereto at 4”, “Ex. A, filed under seal, at 4”. */
const attachedTo =
  /,? (?:(?:attached |annexed )?(?:hereto|thereto|herewith)|(?:filed )?under seal|(?:[Ss]upra|[Ii]nfra)(?: note \d+)?)(?![\p{L}\p{N}])/uy;
const aside = /,? ?(?:\((?!at |pp?\. |¶|see |emphasis)[^()]{1,80}\)|\[[^\][]{1,80}\])/y;
const docketNumber = /,? ?\(?(?:Dkt|ECF|Doc|DKT)\.?(?: ?(?:[Nn]os?\.?|#))? ?\d{1,5}(?:-\d{1,4})?\)?/y;

/** Where what may stand between a label and its pin ends: words of how it is attached, asides, a docket number. */
export function skipAsides(text: string, at: number): number {
  let end = at;
  for (const pattern of [attachedTo, aside, docketNumber, aside]) {
    pattern.lastIndex = end;
    if (pattern.test(text)) end = pattern.lastIndex;
  }
  return end;
}
