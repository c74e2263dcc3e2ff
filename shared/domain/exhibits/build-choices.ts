/** How the built files of a set are split, and above how many dots an inch pictures are made smaller, in the words of the engine. */
export interface BuildChoices {
  /** Millions of bytes a volume; 0 for no limit; left out for a court's. */
  readonly volumeMegabytes?: number;
  /** Left out for the matter's court. */
  readonly court?: string;
  /** Left out where pictures stay as they are. */
  readonly downsampleDpi?: number;
}

/** The same as a set's remembered view has it. */
export interface RememberedChoices {
  readonly volumeMegabytes: number | null;
  /** Empty for the matter's. */
  readonly volumeCourt: string;
  readonly downsampleDpi: number | null;
}

/** Under which name the view of a set is remembered in its matter. */
export function setViewName(setId: string): string {
  return `exhibits.set.${setId}`;
}

/**
 * What was chosen for builds of a set.
 *
 * @example buildChoices({ volumeMegabytes: null, volumeCourt: 'nysd', downsampleDpi: null }) // { court: 'nysd' }
 */
export function buildChoices(view: RememberedChoices): BuildChoices {
  const { volumeMegabytes, volumeCourt, downsampleDpi } = view;
  return {
    ...(volumeMegabytes !== null && { volumeMegabytes }),
    ...(volumeMegabytes === null && volumeCourt !== '' && { court: volumeCourt }),
    ...(downsampleDpi !== null && { downsampleDpi }),
  };
}

/** The choices in a remembered view; what is missing or of another kind counts as not chosen. */
export function rememberedChoices(view: Readonly<Record<string, unknown>>): RememberedChoices {
  const { volumeMegabytes, volumeCourt, downsampleDpi } = view;
  return {
    volumeMegabytes: typeof volumeMegabytes === 'number' ? volumeMegabytes : null,
    volumeCourt: typeof volumeCourt === 'string' ? volumeCourt : '',
    downsampleDpi: typeof downsampleDpi === 'number' ? downsampleDpi : null,
  };
}
