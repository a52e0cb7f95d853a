import { quoteText } from '../../bigquery/catalog/quote.ts';
import type { TableDefinition } from '../../bigquery/catalog/table-definitions.ts';
import { toOtherCase } from './check-table.ts';
import { toDateHint } from './date-hint.ts';
import type { IssueGroup } from './issue-groups.ts';
import type { Mapping } from './mapping.ts';
import { toNumberHint } from './number-hint.ts';
import { toExpectation } from './sql-text.ts';
import { tableRules } from './table-rules.ts';

/**
 * What a mapping can do about what is wrong: a sentence for each kind of it.
 * @param definitions null where there is no mapping yet: then rows of a table are meant to be rows of it
 */
export function toHints(
  groups: readonly IssueGroup[],
  mapping: Mapping,
  definitions: readonly TableDefinition[] | null,
): string[] {
  const key = findTextKey(groups);
  return [
    ...(key === undefined ? [] : toKeyHint(key, mapping)),
    ...toNumberHint(
      groups.filter((group) => group !== key),
      mapping,
    ),
    ...toDateHint(groups, mapping),
    ...toCaseHint(groups, mapping),
    ...(definitions === null ? [] : toOrphanHints(groups, mapping, definitions)),
  ];
}

/** Numbers of documents have letters in them more often than not. */
function findTextKey(groups: readonly IssueGroup[]): IssueGroup | undefined {
  return groups.find(
    ({ table, column, expected }) =>
      expected === toExpectation('INT64') &&
      tableRules[table ?? '']?.unique.some(([key, other]) => key === column && other === undefined),
  );
}

function toKeyHint({ table, column }: IssueGroup, { tables }: Mapping): string[] {
  const expression = tables[table ?? '']?.columns[column ?? ''];
  if (typeof expression !== 'string') return [];
  return [
    `A key that is text becomes a whole number, and the same text the same one, by (hash(${expression}) >> 1)::BIGINT.`,
  ];
}

/** Ids are compared as they are written, and people do not see the difference. */
function toCaseHint(groups: readonly IssueGroup[], { tables }: Mapping): string[] {
  for (const { table, column, expected } of groups) {
    const found = tableRules[table ?? '']?.references.find(
      (each) => each.column === column && expected === toOtherCase(each.key, each.table),
    );
    if (found === undefined) continue;
    const [one, other] = [
      tables[table ?? '']?.columns[found.column],
      tables[found.table]?.columns[found.key],
    ];
    return [`Ids become alike by upper(${one}) in ${table} and upper(${other}) in ${found.table}.`];
  }
  return [];
}

/** A row without what it must refer to may need none, as a sale for cash, or be something else, as a voucher among lines of sale is. */
function toOrphanHints(
  groups: readonly IssueGroup[],
  { tables }: Mapping,
  definitions: readonly TableDefinition[],
): string[] {
  const all = groups.filter((group) => group.rows > 1 && isReference(group));
  // The same value again and again is more likely something else than ids that are missing elsewhere.
  const orphans = all.find(({ isOneValue }) => isOneValue) ?? all[0];
  if (orphans === undefined) return [];
  const { table, column, first, isOneValue } = orphans;
  const mapped = tables[table ?? ''];
  const expression = mapped?.columns[column ?? ''];
  const value = first[0]?.value ?? null;
  const columns = definitions.find(({ name }) => name === table)?.columns;
  const mayBeEmpty = columns?.some(({ name, required }) => name === column && !required) === true;
  const empty =
    mayBeEmpty && typeof expression === 'string' && value !== null
      ? [
          `${column} may be empty: nullif(${expression}, ${quoteText(value)}) in tables.${table}.columns takes the rows of ${JSON.stringify(value)} without one.`,
        ]
      : [];
  const hint = `Rows of "${mapped?.from}" that are no rows of ${table} are left out by where: in tables.${table} of the mapping`;
  if (!isOneValue || typeof expression !== 'string' || !/^[\w.]+$/.test(expression)) {
    return [...empty, `${hint}.`];
  }
  const condition = value === null ? 'IS NOT NULL' : `IS DISTINCT FROM ${quoteText(value)}`;
  return [...empty, `${hint}, such as where: ${expression} ${condition}.`];
}

function isReference({ table, column, expected }: IssueGroup): boolean {
  const references = tableRules[table ?? '']?.references ?? [];
  return references.some(
    (each) => each.column === column && ['given', `a ${each.key} of ${each.table}`].includes(expected),
  );
}
