import { quoteText } from '../../bigquery/catalog/quote.ts';
import type { IssueGroup } from './issue-groups.ts';
import { findPlace, type Place } from './issue-place.ts';
import type { Mapping } from './mapping.ts';
import { toExpectation } from './sql-text.ts';

/** How a mapping reads the first number that is written as people write it: `£62.25`, `1,234.50`, `25,25`. */
export function toNumberHint(groups: readonly IssueGroup[], mapping: Mapping): string[] {
  for (const group of groups) {
    if (![toExpectation('INT64'), toExpectation('NUMERIC')].includes(group.expected)) continue;
    const place = findPlace(group, mapping);
    const values = [group.telling, group.first[0]?.value ?? null].filter((value) => value !== null);
    const value = values.find((each) => listReadings(each).length > 0);
    if (place === undefined || value === undefined) continue;
    const [way, other] = listReadings(value).map((changes) => toWay(changes, place));
    const numbers = `Numbers such as ${JSON.stringify(value)}`;
    if (other === undefined) return [`${numbers} are read by ${way}.`];
    return [
      `${numbers} are read, if the comma is the decimal sign, by ${way}; if it separates thousands, by ${other}.`,
    ];
  }
  return [];
}

/** @param changes none for a number that has a comma for a point */
function toWay(changes: Change[], { expression, source, name, isTyped }: Place): string {
  if (changes.length === 0 && source !== undefined) {
    return `decimal: "," in sources.${source}${isTyped ? '' : ` beside the type NUMERIC of ${name}`}`;
  }
  const all = changes.length === 0 ? [[',', '.'] as const] : changes;
  const read = all.reduce(
    (text, [from, to]) => `replace(${text}, ${quoteText(from)}, ${quoteText(to)})`,
    expression,
  );
  const first = isTyped ? ` once ${name} is without a type in sources.${source}.types` : '';
  return `an expression${first}: ${read}::NUMERIC(18,6)`;
}

type Change = readonly [from: string, to: string];

/**
 * What to replace by what, for each way in which a number may be meant: two for `1,234`, one for most, none for what is no number. Nothing is
 * to be replaced in a number that has a comma for a point.
 */
function listReadings(value: string): Change[][] {
  const [, before = '', number = '', after = ''] =
    /^(-?[^\d.,-]{0,4})(-?\d[\d.,]*)([^\d.,-]{0,4})$/.exec(value) ?? [];
  const marks = [before.replace('-', ''), after].map((mark) => mark.trim()).filter((mark) => mark !== '');
  const isGrouped = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(number);
  const hasComma = /^-?(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(number);
  const cleared = marks.map((mark): Change => [mark, '']);
  const isPlain = marks.length === 0;
  const points: Change[] = number.includes('.') ? [['.', '']] : [];
  return [
    ...(hasComma ? [isPlain ? [] : [...cleared, ...points, [',', '.'] as const]] : []),
    ...(isGrouped ? [[...cleared, [',', ''] as const]] : []),
    ...(!isPlain && /^-?\d+(\.\d+)?$/.test(number) ? [cleared] : []),
  ];
}
