import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../../../shared/domain/default-settings.ts';
import type { Person } from '../../../shared/model/common.ts';
import { SettingsPatch, type Settings } from '../../../shared/model/settings.ts';
import type { AreaHandlers } from '../handlers.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import { writeFileWhole } from '../platform/write-file.ts';
import { sql } from '../store/query-builder.ts';
import type { Platform } from '../platform/platform.ts';
import { systemErrorCode } from '../platform/system-errors.ts';

/** The person's settings on this machine, in one JSON file. */
export class SettingsStore {
  readonly #platform: Platform;
  readonly #file: string;
  #settings: Settings;

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#file = join(platform.appDirectory, 'settings.json');
    this.#settings = this.#read();
  }

  get(): Settings {
    return this.#settings;
  }

  /** Who acts: the person of the settings, or the system account until one is set. */
  person(): Person {
    const { person } = this.#settings;
    return person.name === '' ? { ...person, name: this.#platform.account } : person;
  }

  update(patch: Partial<Settings>): Settings {
    const next = { ...this.#settings, ...patch };
    mkdirSync(this.#platform.appDirectory, { recursive: true, mode: 0o700 });
    writeFileWhole(this.#file, JSON.stringify(next, null, 2));
    this.#settings = next;
    return next;
  }

  #read(): Settings {
    let text: string;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch (error) {
      const code = systemErrorCode(error);
      if (code !== 'ENOENT') this.#platform.log.warn('settings unreadable', { code });
      return defaultSettings;
    }
    const { known, isWhole } = readKnown(text);
    if (!isWhole) this.#keepAside();
    return { ...defaultSettings, ...known };
  }

  /** A file that cannot be read in full is kept beside the new one, so that nothing in it is lost. */
  #keepAside(): void {
    try {
      copyFileSync(this.#file, `${this.#file}.damaged`);
      this.#platform.log.warn('settings damaged, kept aside');
    } catch (error) {
      const code = systemErrorCode(error);
      this.#platform.log.warn('damaged settings not kept aside', { code });
    }
  }
}

/** What can be understood of a settings file, value by value: one bad value does not cost the others. */
function readKnown(text: string): { known: Partial<Settings>; isWhole: boolean } {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return { known: {}, isWhole: false };
  }
  if (typeof stored !== 'object' || stored === null) return { known: {}, isWhole: false };
  const values = Object.entries(stored).map(([key, value]) => SettingsPatch.safeParse({ [key]: value }));
  const known: Partial<Settings> = Object.assign(
    {},
    ...values.map(({ data }) => withoutUndefined(data ?? {})),
  );
  return { known, isWhole: values.every(({ success }) => success) };
}

/** What a person sets for themselves, on this machine. */
export const settingsHandlers: AreaHandlers<'settings'> = {
  'settings.get': (_input, { services }) => services.settings.get(),
  'settings.update': ({ patch }, { services }) => services.settings.update(withoutUndefined(patch)),
  'settings.view.get': ({ view }, { session }) => {
    const row = session.get(sql.selectFrom('view_state').select('state').where('view', '=', view));
    return row ? JSON.parse(row.state) : {};
  },
  'settings.view.set': ({ view, state }, { session }) => {
    if (session.isReadOnly) return null;
    const json = JSON.stringify(state);
    session.run(
      sql
        .insertInto('view_state')
        .values({ view, state: json })
        .onConflict((c) => c.column('view').doUpdateSet({ state: json })),
    );
    return null;
  },
};
