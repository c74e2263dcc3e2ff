import type { Command } from 'commander';
import type { SearchHit } from '../../../shared/model/search.ts';
import type { Api } from '../../../shared/contract/api.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { count } from '../table.ts';
import { type Options, type Run, wholeNumber, withMatterPath } from './command.ts';

interface SearchFlags {
  limit: number;
  offset: number;
  stem?: true;
  archived?: true;
}

/** `search`: words, phrases and filters over everything in a matter. */
export function addSearchCommand(program: Command, run: Run): void {
  withMatterPath(program.command('search'))
    .argument(
      '<query>',
      'words, "phrases", prefix*, AND, OR, NOT, NEAR(a b, 5), kind:pdf, from:ann, date:2021-01…',
    )
    .description('find words in evidence, docket, facts, notes and mail')
    .option('--limit <n>', 'hits to return, at most 500', wholeNumber(1, 500), 50)
    .option('--offset <n>', 'hits to skip first', wholeNumber(0), 0)
    .option('--stem', 'also find other forms of the words')
    .option('--archived', 'also search archived items')
    .action(
      run(async (context, path: string, query: string, options: Options<SearchFlags>) => {
        const answer = await context.withMatter(path, options, 'read', (matterId) =>
          context.client['search.query']({
            matterId,
            query,
            limit: options.limit,
            offset: options.offset,
            options: {
              isStemmed: options.stem === true,
              order: 'rank',
              includesArchived: options.archived === true,
            },
          }),
        );
        const tookMs = Math.round(answer.tookMs * 10) / 10;
        context.print(options, { ...answer, hits: answer.hits.map(publicHit), tookMs }, () =>
          readable(answer, options.offset),
        );
      }),
    );
}

/** A hit for scripts: the snippet as text, and what in it was looked for. */
function publicHit({ snippet, ...hit }: SearchHit) {
  return {
    ...hit,
    snippet: snippet.map(({ text }) => text).join(''),
    marks: [...new Set(snippet.filter(({ isHit }) => isHit).map(({ text }) => text))],
  };
}

function readable(answer: ResultOf<Api, 'search.query'>, offset: number): string {
  const { hits, total, isTotalExact, isOrderBounded, didYouMean, unread, outdated, unrecognised } = answer;
  const lines = hits.map((hit, i) => {
    const where = [
      hit.page === null ? null : `page ${hit.page}`,
      hit.isOcr ? 'recognized text' : null,
      ...hit.docket.map((number) => `docket ${number}`),
      ...hit.exhibit,
      hit.isArchived ? 'archived' : null,
    ].filter((part) => part !== null);
    const text = hit.snippet.map((part) => (part.isHit ? `[${part.text}]` : part.text)).join('');
    return `${offset + i + 1}. ${hit.title.replaceAll(/\s+/g, ' ')}${where.length > 0 ? ` (${where.join(', ')})` : ''}\n   ${text.trim()}`;
  });
  const last = offset + hits.length;
  const found = `${isTotalExact ? '' : 'at least '}${count(total, 'hit')}`;
  const summary = [
    hits.length === 0 || hits.length === total
      ? `${found}.`
      : `${found}; ${offset + 1} to ${last} are shown.`,
    isOrderBounded ? 'There are so many that not all were put in order.' : null,
    didYouMean === null ? null : `Did you mean: ${didYouMean}`,
    unread === 0 ? null : `The text of ${count(unread, 'item')} has not been read yet.`,
    outdated === 0
      ? null
      : `${count(outdated, 'page or other text', 'pages and other texts')} can be found only as an earlier version of Forthwith read ${outdated === 1 ? 'it (evidence text brings it' : 'them (evidence text brings them'} up to date).`,
    unrecognised === 0
      ? null
      : `${count(unrecognised, 'item')} with pages whose text was not recognized (evidence ocr).`,
  ].filter((line) => line !== null);
  return [...lines, ...summary].join('\n');
}
