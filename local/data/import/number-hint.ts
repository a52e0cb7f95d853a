import { quoteText } from '../../bigquery/catalog/quote.ts';
import type { IssueGroup } from './issue-groups.ts';
import type { Mapping } from './mapping.ts';
import { toExpectation } from './sql-text.ts';

/** How a mapping reads the first number that is written as people write it: `£62.25`, `1,234.50`, `25,25`. */
export function toNumberHint(groups: readonly IssueGroup[], mapping: Mapping): string[] {
  for (const group of groups) {
    const value = group.first[0]?.value ?? '';
    if (![toExpectation('INT64'), toExpectation('NUMERIC')].includes(group.expected)) continue;
    const place = toPlace(group, mapping);
    const changes = listChanges(value);
    if (place === undefined || changes === undefined) continue;
    const { expression, source, name, isTyped } = place;
    const type = isTyped ? '' : ` beside the type NUMERIC of ${name}`;
    if (changes.length === 0 && source !== undefined) {
      return [
        `Numbers such as ${JSON.stringify(value)} are read by decimal: "," in sources.${source}${type}.`,
      ];
    }
    const all = changes.length === 0 ? [[',', '.'] as const] : changes;
    const read = all.reduce(
      (text, [from, to]) => `replace(${text}, ${quoteText(from)}, ${quoteText(to)})`,
      expression,
    );
    const first = isTyped ? ` once ${name} is without a type in sources.${source}.types` : '';
    return [
      `Numbers such as ${JSON.stringify(value)} are read by an expression${first}: ${read}::NUMERIC(18,6).`,
    ];
  }
  return [];
}

/** Where the text comes from that is no number. */
function toPlace({ table, column, first }: IssueGroup, { sources, tables }: Mapping) {
  if (column === null) return undefined;
  if (table !== null) {
    const expression = tables[table]?.columns[column];
    if (typeof expression !== 'string') return undefined;
    const [, source, name = ''] = /^(\w+)\.(\w+)$/.exec(expression) ?? [];
    return { expression, source, name, isTyped: false };
  }
  const found = Object.entries(sources).find(
    ([, { file, types }]) => [file].flat().includes(first[0]?.file ?? '') && column in types,
  );
  if (found === undefined) return undefined;
  const name = /^\w+$/.test(column) ? column : `"${column}"`;
  return { expression: `${found[0]}.${name}`, source: found[0], name, isTyped: true };
}

/** What to replace by what: nothing for a number that has a comma for a point; undefined for what is no number at all. */
function listChanges(value: string): (readonly [string, string])[] | undefined {
  const [, before = '', number = '', after = ''] =
    /^(-?[^\d.,-]{0,4})(-?\d[\d.,]*)([^\d.,-]{0,4})$/.exec(value) ?? [];
  const marks = [before.replace('-', ''), after].map((mark) => mark.trim()).filter((mark) => mark !== '');
  const isGrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(number);
  const hasComma = /^-?(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(number) && !isGrouped;
  if (!isGrouped && !hasComma && !/^-?\d+(\.\d+)?$/.test(number)) return undefined;
  if (marks.length === 0 && !isGrouped) return hasComma ? [] : undefined;
  return [
    ...marks.map((mark) => [mark, ''] as const),
    ...(hasComma && number.includes('.') ? [['.', ''] as const] : []),
    ...(isGrouped ? [[',', ''] as const] : []),
    ...(hasComma ? [[',', '.'] as const] : []),
  ];
}
