import type { Exhibit, VolumePlan } from '../../../../shared/model/exhibits.ts';

/**
 * The exhibits that begin a volume, each with the volume’s name. One volume alone needs no line.
 *
 * @example volumeStarts(plan, exhibits) // Map { 'id of A' → '1', 'id of F' → '2' }
 */
export function volumeStarts(
  plan: VolumePlan | undefined,
  exhibits: readonly Pick<Exhibit, 'id' | 'label'>[],
): ReadonlyMap<string, string> {
  if (!plan || plan.volumes.length < 2) return new Map();
  const idOf = new Map(exhibits.map(({ id, label }) => [label, id]));
  return new Map(
    plan.volumes.flatMap(({ name, firstLabel }) => {
      const id = idOf.get(firstLabel);
      return id === undefined ? [] : [[id, name] as const];
    }),
  );
}

/** How full volumes are, as parts of the limit from 0 to 1; where there is no limit, as parts of the whole. */
export function fillOf({ limitBytes, totalBytes, volumes }: VolumePlan): readonly number[] {
  const whole = limitBytes ?? Math.max(1, totalBytes);
  return volumes.map(({ sizeBytes }) => Math.min(1, sizeBytes / Math.max(1, whole)));
}
