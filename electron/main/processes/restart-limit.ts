/**
 * Bounds a crash loop: answers whether one more restart is allowed.
 *
 * @param restarts how many are allowed within the period
 * @param periodMs the period in milliseconds, counted back from now
 * @param now the present in milliseconds; a test passes its own
 * @example const mayRestart = createRestartLimit({ restarts: 3, periodMs: 30_000 }); if (!mayRestart()) giveUp();
 */
export function createRestartLimit({
  restarts,
  periodMs,
  now = Date.now,
}: {
  restarts: number;
  periodMs: number;
  now?: () => number;
}): () => boolean {
  let allowedAt: number[] = [];
  return () => {
    const present = now();
    allowedAt = allowedAt.filter((at) => present - at < periodMs);
    if (allowedAt.length >= restarts) return false;
    allowedAt.push(present);
    return true;
  };
}
