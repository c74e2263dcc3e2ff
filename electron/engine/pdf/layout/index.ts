export { readPageLayout, type PageLayout, type PlacedWord } from './page-layout.ts';
export type { Rule } from './rules.ts';
