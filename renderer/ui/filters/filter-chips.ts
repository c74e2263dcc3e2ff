/** One filter that is in use, with what the filter is without it. */
export interface FilterChip<F> {
  readonly id: string;
  readonly label: string;
  readonly without: Partial<F>;
}

/** A list with a value added, or removed where it was there. @example toggled(['pdf'], 'png') // ['pdf', 'png'] */
export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}

type Each<V> = V extends readonly (infer T)[] ? T : never;

/** The chips of a field that takes several values. */
export function chipsOf<F, K extends keyof F & string>(
  field: K,
  filter: F,
  labelOf: (value: Each<F[K]>) => string,
): FilterChip<F>[] {
  const values = filter[field] as readonly Each<F[K]>[];
  return values.map((value) => ({
    id: `${field} ${String(value)}`,
    label: labelOf(value),
    without: { [field]: toggled(values, value) } as Partial<F>,
  }));
}

/** The chip of a field that is yes, no or either; none for either. */
export function yesNoChip<F, K extends keyof F & string>(
  field: K,
  filter: F,
  { yes, no }: { readonly yes: string; readonly no: string },
): FilterChip<F>[] {
  if (filter[field] === null) return [];
  return [{ id: field, label: filter[field] ? yes : no, without: { [field]: null } as Partial<F> }];
}
