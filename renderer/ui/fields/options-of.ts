/**
 * The options of a field, in the order of their names.
 *
 * @example optionsOf({ motion: 'A motion', other: 'Something else' })
 */
export function optionsOf<V extends string>(names: Readonly<Record<V, string>>) {
  return (Object.keys(names) as V[]).map((value) => ({ value, label: names[value] }));
}
