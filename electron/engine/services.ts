import type { FileTokens } from './platform/file-tokens.ts';
import type { Jobs } from './jobs/index.ts';
import type { MatterRegistry } from './matter/index.ts';
import type { SettingsStore } from './settings/index.ts';

/** What lives as long as the engine does. */
export interface Services {
  readonly matters: MatterRegistry;
  readonly jobs: Jobs;
  readonly settings: SettingsStore;
  readonly tokens: FileTokens;
}
