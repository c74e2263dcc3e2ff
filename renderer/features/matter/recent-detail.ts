import type { RecentMatter } from '../../../shared/model/matter.ts';
import { matterWords } from './words.ts';

/** What stands beside a recent matter's title: its docket number, and its folder where another has the same title and file name. */
export function recentDetail({ number, folderName }: RecentMatter): string {
  return [number, folderName && matterWords.inFolder(folderName)].filter(Boolean).join(' · ');
}
