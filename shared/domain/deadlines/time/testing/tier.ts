interface Host {
  readonly process?: { readonly env: Readonly<Record<string, string | undefined>> };
}

/** Whether long tests run whole. Tests run in Node, whose types shared/ does without. */
export const isFull = (globalThis as Host).process?.env['FORTHWITH_TIER'] === 'full';
