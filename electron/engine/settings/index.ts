import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../../shared/model/common.ts';
import { Settings } from '../../../shared/model/settings.ts';
import type { AreaHandlers } from '../handlers.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import { sql } from '../store/query-builder.ts';
import type { Platform } from '../platform/platform.ts';

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
    mkdirSync(this.#platform.appDirectory, { recursive: true });
    const staged = `${this.#file}.new`;
    writeFileSync(staged, JSON.stringify(next, null, 2));
    renameSync(staged, this.#file);
    this.#settings = next;
    return next;
  }

  #read(): Settings {
    const defaults: Settings = {
      person: { name: '', role: '', barNumber: '' },
      theme: 'system',
      density: 'comfortable',
      layout: {},
      hasSeenSample: false,
    };
    try {
      const parsed = Settings.partial().safeParse(JSON.parse(readFileSync(this.#file, 'utf8')));
      return parsed.success ? { ...defaults, ...withoutUndefined(parsed.data) } : defaults;
    } catch {
      // No file yet, or one that is not ours to read: begin with the defaults; the next change writes it anew.
      return defaults;
    }
  }
}

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
