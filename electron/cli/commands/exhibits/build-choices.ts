import { InvalidArgumentError, type Command } from 'commander';
import {
  buildChoices,
  rememberedChoices,
  setViewName,
  type BuildChoices,
  type RememberedChoices,
} from '../../../../shared/domain/exhibits/build-choices.ts';
import type { ExhibitSetId, MatterId } from '../../../../shared/model/common.ts';
import type { CliContext } from '../../context.ts';

/** Options that say how a set is built; those of one build, or those its set remembers. */
export interface ChoiceOptions {
  volumeMb?: number;
  court?: string;
  /** Dots an inch; 0 for `off`. */
  downsample?: number;
}

/** The code for the matter's own court. */
const matterCourt = 'matter';

/** Adds the options that say how a set is split and whether its pictures are made smaller. */
export function withChoices(command: Command): Command {
  return command
    .option('--volume-mb <n>', 'millions of bytes per volume; 0 for no limit', megabytesOf)
    .option('--court <code>', 'take the limit from this court’s profile; "matter" for the matter’s')
    .option(
      '--downsample <dpi>',
      'downsample pictures above this many dots per inch, in the copy only; "off" leaves them',
      dotsOf,
    );
}

/** A build's choices: the options, and for those not given what the set remembers. */
export async function choicesFor(
  context: CliContext,
  where: { readonly matterId: MatterId; readonly setId: ExhibitSetId },
  options: ChoiceOptions,
): Promise<BuildChoices> {
  return buildChoices(merged(await read(context, where), options));
}

/**
 * How a set is to be built from now on: what it remembers, overridden by the options.
 *
 * @throws AppError COURT_PROFILE_NOT_FOUND, INVALID_INPUT for what no build could take
 */
export async function checkedChoices(
  context: CliContext,
  where: { readonly matterId: MatterId; readonly setId: ExhibitSetId },
  options: ChoiceOptions,
): Promise<RememberedChoices> {
  const choices = merged(await read(context, where), options);
  if (!hasChoices(options)) return choices;
  const { downsampleDpi: _dots, ...volumes } = buildChoices(choices);
  await context.client['exhibits.planVolumes']({ ...where, ...volumes });
  return choices;
}

/** Remembers how a set is to be built, as the settings of the set do in the app. */
export async function rememberChoices(
  { client }: CliContext,
  { matterId, setId }: { readonly matterId: MatterId; readonly setId: ExhibitSetId },
  choices: RememberedChoices,
): Promise<void> {
  const view = setViewName(setId);
  const state = await client['settings.view.get']({ matterId, view });
  await client['settings.view.set']({ matterId, view, state: { ...state, ...choices } });
}

/** Whether any option concerns builds. */
export function hasChoices({ volumeMb, court, downsample }: ChoiceOptions): boolean {
  return [volumeMb, court, downsample].some((value) => value !== undefined);
}

async function read(
  { client }: CliContext,
  { matterId, setId }: { readonly matterId: MatterId; readonly setId: ExhibitSetId },
): Promise<RememberedChoices> {
  const view = setViewName(setId);
  return rememberedChoices(await client['settings.view.get']({ matterId, view }));
}

/** A given court replaces a remembered size, and a given size a remembered court. */
function merged(
  remembered: RememberedChoices,
  { volumeMb, court, downsample }: ChoiceOptions,
): RememberedChoices {
  return {
    volumeMegabytes: volumeMb ?? (court === undefined ? remembered.volumeMegabytes : null),
    volumeCourt: court === undefined ? remembered.volumeCourt : court === matterCourt ? '' : court,
    downsampleDpi: downsample === undefined ? remembered.downsampleDpi : downsample || null,
  };
}

function numberOf(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) throw new InvalidArgumentError('Write a number.');
  return number;
}

function megabytesOf(text: string): number {
  const megabytes = numberOf(text);
  if (megabytes < 0) throw new InvalidArgumentError('Write a number from 0.');
  return megabytes;
}

function dotsOf(text: string): number {
  if (text === 'off') return 0;
  const dots = numberOf(text);
  if (!Number.isInteger(dots) || dots < 100 || dots > 600)
    throw new InvalidArgumentError('Write a whole number from 100 to 600, or off.');
  return dots;
}
