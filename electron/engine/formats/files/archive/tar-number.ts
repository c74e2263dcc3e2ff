/**
 * A number in a header of a tape archive: octal, or, where the first bit is set, binary.
 *
 * @param start of its twelve bytes
 * @example tarNumber(Buffer.from('00000000017\0'), 0) // 15
 */
export function tarNumber(header: Buffer, start: number): number {
  const field = header.subarray(start, start + 12);
  if ((field[0]! & 0x80) !== 0)
    return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, field[0]! & 0x3f);
  const octal = /[0-7]+/.exec(field.toString('latin1'))?.[0];
  return octal === undefined ? 0 : Number.parseInt(octal, 8);
}
