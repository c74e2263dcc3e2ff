import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useViewState } from '../../../client/index.ts';

/** What stands beside the list of exhibits. */
export type Face = 'pages' | 'builds' | 'citations';
/** Which pane is seen where there is no room for all of them. */
export type Pane = 'list' | 'pages' | 'settings';
export type SettingsTab = 'exhibit' | 'law' | 'set';

export interface SetView extends Readonly<Record<string, string | number | null>> {
  /** The exhibit that is looked at; empty for none yet. */
  readonly exhibitId: string;
  /** Its page, from 1; 0 for its slip sheet. */
  readonly page: number;
  readonly face: string;
  readonly pane: string;
  readonly tab: string;
  /** How volumes are split: a court's limit (null), none (0), or at so many millions of bytes. */
  readonly volumeMegabytes: number | null;
  /** The court whose limit it is; empty for the matter's. */
  readonly volumeCourt: string;
  /** Dots an inch above which pictures are made smaller; null leaves them as they are. */
  readonly downsampleDpi: number | null;
}

const defaults: SetView = {
  exhibitId: '',
  page: 0,
  face: 'pages',
  pane: 'list',
  tab: 'exhibit',
  volumeMegabytes: null,
  volumeCourt: '',
  downsampleDpi: null,
};

/** Where the user is in a set, and how it is to be built, as left last time in this matter. */
export function useSetView(setId: ExhibitSet['id']) {
  return useViewState(`exhibits.set.${setId}`, defaults);
}

/** How a set is split into volumes and its pictures are made smaller, in the words of the engine. */
export interface BuildChoices {
  readonly volumeMegabytes?: number;
  readonly court?: string;
  readonly downsampleDpi?: number;
}

/** What the user chose for builds of a set. */
export function buildChoices(view: SetView): BuildChoices {
  const { volumeMegabytes, volumeCourt, downsampleDpi } = view;
  return {
    ...(volumeMegabytes !== null && { volumeMegabytes }),
    ...(volumeMegabytes === null && volumeCourt !== '' && { court: volumeCourt }),
    ...(downsampleDpi !== null && { downsampleDpi }),
  };
}

const paneDefaults = { listWidth: 392, settingsWidth: 300, zoom: 'page' as string | number };

/** Sizes of the panes of every set in this matter, and how large pages are shown. */
export function usePaneSizes() {
  return useViewState('exhibits.panes', paneDefaults);
}

/** What was remembered may be of another version of the app. */
export const faceOf = (face: string): Face => (face === 'builds' || face === 'citations' ? face : 'pages');
export const paneOf = (pane: string): Pane => (pane === 'pages' || pane === 'settings' ? pane : 'list');
export const tabOf = (tab: string): SettingsTab => (tab === 'law' || tab === 'set' ? tab : 'exhibit');
