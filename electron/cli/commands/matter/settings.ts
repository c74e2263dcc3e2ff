import { Option, type Command } from 'commander';
import { courtCited } from '../../../../shared/domain/court-citation.ts';
import { courtZone, courtZones } from '../../../../shared/domain/court-zone.ts';
import type { Matter } from '../../../../shared/model/matter.ts';
import { readPassphrase } from '../../context.ts';
import { assertChanges, type Options, type Run, withMatterPath } from '../command.ts';
import { publicMatter } from './public-matter.ts';
import { invalid } from '../../invalid.ts';

interface UpdateOptions {
  readonly title?: string;
  readonly court?: string;
  readonly number?: string;
  readonly judge?: string;
  readonly timezone?: string;
}
interface PassphraseOptions {
  readonly newPassphraseFile?: string;
  readonly remove?: true;
}

/** `matter update|passphrase`. */
export function addSettingCommands(matter: Command, run: Run): void {
  withMatterPath(matter.command('update'))
    .description('change what a matter is called and where it is pending; what is not given stays')
    .option('--title <title>', 'what the matter is called')
    .option('--court <code>', 'court, such as wawd, with the time zone it keeps')
    .option('--number <number>', 'docket number, such as 2:21-cv-00031')
    .option('--judge <name>', 'the judge, as the docket names them')
    .option('--timezone <zone>', 'the court’s IANA time zone; needed where that of --court is not known')
    .action(
      run(async (context, path: string, options: Options<UpdateOptions>) => {
        const { title, court, number, judge, timezone } = options;
        const fields = { title, court, number, judge, timezone };
        assertChanges(fields);
        const { client } = context;
        const changed = await context.withMatter(path, options, 'write', (matterId, present) => {
          const zone = timezone ?? zoneWith(court, present);
          return client['matter.update']({ matterId, fields: { ...fields, timezone: zone } });
        });
        context.print(
          options,
          publicMatter(changed),
          () => `Changed “${changed.title}”. Court time: ${changed.timezone}.`,
        );
      }),
    );

  withMatterPath(matter.command('passphrase'))
    .description(
      'encrypt a matter, change its passphrase, or decrypt it; --passphrase-file is the present one. A passphrase cannot be recovered',
    )
    .option('--new-passphrase-file <file>', 'a file whose first line unlocks the matter from now on')
    .addOption(new Option('--remove', 'decrypt the matter').conflicts('newPassphraseFile'))
    .action(
      run(async (context, path: string, options: Options<PassphraseOptions>) => {
        const { newPassphraseFile, remove } = options;
        if (newPassphraseFile === undefined && remove === undefined)
          throw invalid('give --new-passphrase-file, or --remove to decrypt the matter');
        // Read before the matter is opened: a file that is not there changes nothing.
        const next =
          readPassphrase(newPassphraseFile === undefined ? {} : { passphraseFile: newPassphraseFile }) ??
          null;
        const given = readPassphrase(options) ?? null;
        const { client } = context;
        const changed = await context.withMatter(path, options, 'write', async (matterId, present) => {
          // Scripts pass the file to every command, even for a matter without a passphrase.
          const current = present.isEncrypted ? given : null;
          return current === next ? present : client['matter.setPassphrase']({ matterId, current, next });
        });
        context.print(options, publicMatter(changed), () =>
          changed.isEncrypted
            ? `“${changed.title}” is encrypted with the new passphrase. Backups made before keep the passphrase they had.`
            : `“${changed.title}” is no longer encrypted.`,
        );
      }),
    );
}

/**
 * The time zone of a matter that moves to another court: deadlines are computed in it, so it follows the court as in the app.
 *
 * @returns undefined if it stays the same
 * @throws AppError INVALID_INPUT if the court's time zone is not known
 */
function zoneWith(named: string | undefined, { court, timezone }: Matter): string | undefined {
  const code = courtCited(named ?? '') ?? named?.trim().toLowerCase() ?? '';
  if (code === '' || code === court.toLowerCase()) return undefined;
  const zones = courtZones(code) ?? [courtZone(code)];
  if (zones.includes(timezone)) return undefined;
  const [zone, other] = zones;
  if (zone && other === undefined) return zone;
  throw invalid(
    other
      ? `the court “${code}” keeps two time zones; give the time zone of the courthouse with --timezone, ${zones.join(' or ')}`
      : `the time zone of the court “${code}” is not known; check its code, which is written like nysd, or give --timezone too`,
  );
}
