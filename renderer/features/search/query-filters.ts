import type { FieldName } from '../../../shared/domain/search/query/fields.ts';
import { splitQuery, type QueryToken } from '../../../shared/domain/search/query/tokens.ts';

type FilterToken = QueryToken & { readonly kind: 'filter' };

/** Whether a query has a filter, written into it or chosen beside it. @example hasFilter('a kind:pdf', 'kind', 'pdf') // true */
export function hasFilter(query: string, field: FieldName, value: string): boolean {
  return filtersOf(query).some((token) => isSame(token, field, value));
}

/** The value a field is given, if any. */
export function valueOf(query: string, field: FieldName): string | null {
  return filtersOf(query).find((token) => token.field === field)?.value ?? null;
}

/**
 * Puts a filter into a query, or removes it where it is there already.
 *
 * @example toggleFilter('breach', 'custodian', 'Ann Lee') // 'breach custodian:"Ann Lee"'
 */
export function toggleFilter(query: string, field: FieldName, value: string): string {
  const present = filtersOf(query).find((token) => isSame(token, field, value));
  return present ? without(query, present) : withFilter(query, field, value);
}

/** Gives a field one value in place of any it has; null takes it out. */
export function setFilter(query: string, field: FieldName, value: string | null): string {
  let rest = query;
  for (let token = findField(rest, field); token; token = findField(rest, field)) rest = without(rest, token);
  return value === null ? rest : withFilter(rest, field, value);
}

function filtersOf(query: string): FilterToken[] {
  return splitQuery(query, true).filter((token): token is FilterToken => token.kind === 'filter');
}

function findField(query: string, field: FieldName): FilterToken | undefined {
  return filtersOf(query).find((token) => token.field === field);
}

function isSame(token: FilterToken, field: FieldName, value: string): boolean {
  return token.field === field && token.value.toLowerCase() === value.toLowerCase();
}

function without(query: string, { place }: FilterToken): string {
  return `${query.slice(0, place.from).trimEnd()} ${query.slice(place.to).trimStart()}`.trim();
}

function withFilter(query: string, field: FieldName, value: string): string {
  // A quotation mark inside a value would end it.
  const plain = value.replaceAll(/["“”„‟«»＂]/g, ' ').trim();
  const written = /^[^\s()]+$/.test(plain) ? plain : `"${plain}"`;
  return `${query.trimEnd()} ${field}:${written}`.trim();
}
