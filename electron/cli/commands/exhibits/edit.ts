import type { Command } from 'commander';
import type { Exhibit, ExhibitFields } from '../../../../shared/model/exhibits.ts';
import { assertChanges, wholeNumber, type Run } from '../command.ts';
import { findItems } from '../evidence/items.ts';
import { byLabel } from './labels.ts';
import { describeExhibits, onSet, withSet, type FoundSet, type SetOptions } from './set.ts';
import { invalid } from '../../invalid.ts';

/** What a command on exhibits works on. */
interface Picked extends FoundSet {
  /** At least one. */
  readonly ids: readonly [Exhibit['id'], ...Exhibit['id'][]];
}

/** Options of `exhibits update`: every field of an exhibit. */
interface UpdateOptions {
  title?: string;
  label?: string;
  pages?: string;
  treatment?: ExhibitFields['treatment'];
  note?: string;
  sponsor?: string;
  authentication?: ExhibitFields['authentication'];
  authenticationNote?: string;
  designation?: string | false;
  objection?: string;
  ruling?: ExhibitFields['ruling'];
  rulingNote?: string;
  linksCitations?: boolean;
}

/** `exhibits assign|update|move|reinstate`. */
export function addExhibitCommands(exhibits: Command, run: Run): void {
  const onLabels = <O extends object>(
    command: Command,
    act: (picked: Picked, options: SetOptions<O>) => Promise<Exhibit[]>,
    labelsArgument = '<labels...>',
  ) =>
    onSet(
      command.argument(
        labelsArgument,
        labelsArgument === '<label>' ? 'label of the set' : 'labels of the set',
      ),
      run,
      'write',
      async (found, options: SetOptions<O>, given: string | string[]) => {
        const all = await found.client['exhibits.list'](found.where);
        const [first, ...others] = [given].flat().map((label) => byLabel(all, label).id);
        return first === undefined ? [] : act({ ...found, ids: [first, ...others] }, options);
      },
      describeExhibits,
    );

  onLabels<{ evidence: string }>(
    withSet(exhibits.command('assign'))
      .description(
        'put evidence behind a reserved label, or replace the evidence behind one that is not sealed',
      )
      .requiredOption('--evidence <id>', 'evidence id'),
    async ({ context, client, where: { matterId }, ids: [id] }, { evidence }) => {
      const [evidenceId] = await findItems(context, matterId, [evidence]);
      return [await client['exhibits.assign']({ matterId, id, evidenceId: evidenceId! })];
    },
    '<label>',
  );
  addUpdate(exhibits, onLabels);
  onLabels<{ to: number }>(
    withSet(exhibits.command('move'))
      .description('move exhibits to a position, counted from 1; labels stay')
      .requiredOption('--to <position>', 'position among the others', wholeNumber(1)),
    ({ client, where, ids }, { to }) =>
      client['exhibits.move']({ ...where, ids: [...ids], position: to - 1 }),
  );
  onLabels(
    withSet(exhibits.command('reinstate')).description('bring withdrawn exhibits back'),
    ({ client, where, ids }) => client['exhibits.reinstate']({ ...where, ids: [...ids] }),
  );
}

function addUpdate(
  exhibits: Command,
  onLabels: (
    command: Command,
    act: (picked: Picked, options: SetOptions<UpdateOptions>) => Promise<Exhibit[]>,
  ) => void,
): void {
  onLabels(
    withSet(exhibits.command('update'))
      .description('change exhibits and what is recorded about them')
      .option('--title <title>', 'what it is called in the index, for one exhibit')
      .option('--label <label>', 'another label, for one exhibit')
      .option('--pages <ranges>', 'such as 3-7,12; empty for all; for one exhibit')
      .option('--treatment <treatment>', 'pages, withheld, sealed or native')
      .option('--note <note>', 'why it is withheld, or under which order it is sealed')
      .option('--sponsor <name>', 'the witness through whom it comes in')
      .option('--authentication <basis>', 'stipulated, witness901b1, businessRecord902_11 …; none')
      .option('--authentication-note <note>', 'what else to note on its authentication')
      .option('--designation <words>', 'printed on its pages; empty for none')
      .option('--no-designation', 'print the set’s designation again')
      .option('--objection <words>', 'what the other side objects')
      .option('--ruling <ruling>', 'none, admitted, excluded or reserved')
      .option('--ruling-note <note>', 'what else to note on the ruling')
      .option('--links-citations', 'link citations in it to the exhibits’ pages')
      .option('--no-links-citations', 'leave citations in it as they are'),
    async ({ client, where, ids }, options) => {
      const own = { title: options.title, label: options.label, pageRanges: options.pages };
      const fields = {
        treatment: options.treatment,
        treatmentNote: options.note,
        sponsor: options.sponsor,
        authentication: options.authentication,
        authenticationNote: options.authenticationNote,
        designation: options.designation === false ? null : options.designation,
        objection: options.objection,
        ruling: options.ruling,
        rulingNote: options.rulingNote,
        linksCitations: options.linksCitations,
      };
      assertChanges({ ...own, ...fields });
      const [id, ...others] = ids;
      if (others.length === 0)
        return [
          await client['exhibits.update']({ matterId: where.matterId, id, fields: { ...own, ...fields } }),
        ];
      if (Object.values(own).some((value) => value !== undefined))
        throw invalid('--title, --label and --pages are of one exhibit; name one label with them');
      return client['exhibits.updateMany']({ ...where, ids: [...ids], fields });
    },
  );
}
