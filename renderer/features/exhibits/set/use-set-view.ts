import { setViewName, type RememberedChoices } from '../../../../shared/domain/exhibits/build-choices.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useViewState } from '../../../client/index.ts';

/** What is beside the list of exhibits. */
export type Face = 'pages' | 'builds' | 'citations';
/** Which pane is seen where there is no room for all of them. */
export type Pane = 'list' | 'pages' | 'settings';
export type SettingsTab = 'exhibit' | 'law' | 'set';

export interface SetView extends RememberedChoices, Readonly<Record<string, string | number | null>> {
  /** The exhibit that is looked at; empty for none yet. */
  readonly exhibitId: string;
  /** Its page, from 1; 0 for its slip sheet. */
  readonly page: number;
  readonly face: string;
  readonly pane: string;
  readonly tab: string;
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
  return useViewState(setViewName(setId), defaults);
}

/** `listWidth` is null until the user sets it: it follows the window's width. */
const paneDefaults = {
  listWidth: null as number | null,
  settingsWidth: 300,
  zoom: 'page' as string | number,
};

/** Sizes of the panes of every set in this matter, and how large pages are shown. */
export function usePaneSizes() {
  return useViewState('exhibits.panes', paneDefaults);
}

/** How wide the list is unless the user resizes it, in pixels, in an area this wide: on a large screen titles have room before pages do. */
export function fittingListWidth(areaWidth: number): number {
  return Math.min(640, Math.max(392, Math.round(areaWidth * 0.28)));
}

/** The remembered value may be from another version of the app. */
export const faceOf = (face: string): Face => (face === 'builds' || face === 'citations' ? face : 'pages');
export const paneOf = (pane: string): Pane => (pane === 'pages' || pane === 'settings' ? pane : 'list');
export const tabOf = (tab: string): SettingsTab => (tab === 'law' || tab === 'set' ? tab : 'exhibit');
