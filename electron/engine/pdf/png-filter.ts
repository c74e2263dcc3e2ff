/** The filter types of PNG: none, left, up, average, Paeth. */
export const pngFilters = 5;

/**
 * What a PNG filter expects of a byte, to which what is stored is added (PNG specification, ISO/IEC 15948, §9.2). PDF's predictors from 10
 * on are these filters (ISO 32000-1 §7.4.4.4).
 *
 * @param filter its type, from 0; one that there is not expects nothing
 * @param left the byte of the pixel before; 0 where there is none, as for the others
 * @param up the byte above it
 * @param corner the byte above the one before
 */
export function expectedByte(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const estimate = left + up - corner;
      const byLeft = Math.abs(estimate - left);
      const byUp = Math.abs(estimate - up);
      const byCorner = Math.abs(estimate - corner);
      if (byLeft <= byUp && byLeft <= byCorner) return left;
      return byUp <= byCorner ? up : corner;
    }
    default:
      return 0;
  }
}
