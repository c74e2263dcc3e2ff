import { ruleInForce } from '../../../shared/domain/deadlines/rules/rules-in-force.ts';
import type { ListedRule } from '../../../shared/model/rule-pack.ts';
import type { AreaHandlers } from '../handlers.ts';
import { importPack, listPacks, listRules, removePack } from './rule-packs.ts';

type Rules = 'deadlines.rules' | 'deadlines.pack.import' | 'deadlines.pack.remove';

/** The rules periods are counted by, and the packs they come in. */
export const ruleHandlers: Pick<AreaHandlers<'deadlines'>, Rules> = {
  'deadlines.rules': ({ pack, court, on }, { platform }) => {
    const isOfPack = (one: string) => pack === undefined || one === pack;
    const isInForce = (rule: ListedRule) =>
      on === undefined || ruleInForce([rule], rule.id, on, null) !== null;
    return {
      packs: listPacks(platform).filter(({ id }) => isOfPack(id)),
      rules: ofCourt(listRules(platform), court).filter((rule) => isOfPack(rule.pack) && isInForce(rule)),
    };
  },
  'deadlines.pack.import': ({ source }, { platform, resolveFile }) =>
    importPack(platform, resolveFile(source)),
  'deadlines.pack.remove': ({ pack }, { platform }) => {
    removePack(platform, pack);
    return null;
  },
};

/** The rules that hold in a court: its own, and those of every court. */
function ofCourt(rules: readonly ListedRule[], court: string | undefined): ListedRule[] {
  return rules.filter(
    ({ courts }) => court === undefined || courts.length === 0 || courts.includes(court.toLowerCase()),
  );
}
