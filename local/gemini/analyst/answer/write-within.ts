import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import type { View } from '../reads/view.ts';
import { spellNumber } from '../vocabulary/numbers.ts';
import { formatCell, nameBucket, plain } from './format-figure.ts';
import { lower, speakTime } from './speak.ts';
import { groupRows, type Table } from './table-of.ts';

const mostGroups = 12;

function nameCell(value: Cell | undefined, { grain }: ResultColumn): string {
  return grain === undefined ? plain(String(value ?? '')) : nameBucket(value, grain);
}

/** The first rows of each member of the dimension `within`: "Garden: A $10, B $8". */
export function writeWithin(table: Table, view: View, within: string): string[] {
  const { time } = table;
  const group = time?.grain === within ? time : table.dimensions.find(({ name }) => name === within);
  // The best category of each month, or the best month of each category.
  const ranked = [...table.dimensions, ...(time ? [time] : [])].filter((one) => one !== group);
  const [measure] = table.measures;
  if (!group || ranked.length === 0 || !measure) return [];
  const direction = view.ranked === 'asc' ? 'lowest' : 'highest';
  const groups = [...groupRows(table, group)];
  const most = Math.max(...groups.map(([, rows]) => rows.length));
  const currency = table.result.scope.currency;
  const lines = groups.slice(0, mostGroups).map(([name, rows]) => {
    const listed = rows
      .toSorted(
        (a, b) => (table.number(b, measure) - table.number(a, measure)) * (view.ranked === 'asc' ? -1 : 1),
      )
      .map(
        (row) =>
          `${ranked.map((one) => nameCell(table.cell(row, one), one)).join(', ')} ${formatCell(table.cell(row, measure), measure, currency)}`,
      );
    return `- **${nameCell(name, group)}**: ${listed.join(', ')}`;
  });
  const unit = ranked[0] === time && time?.grain ? ` ${time.grain}${most === 1 ? '' : 's'}` : '';
  const count = `${most === 1 ? direction : `${spellNumber(most)} ${direction}`}${unit}`;
  const rest = groups.length > mostGroups ? ['The others are shown.'] : [];
  return [
    `**The ${count} by ${lower(measure.label)} in each ${group === time ? time?.grain : lower(group.label)} ${speakTime(table.result, view)}:**`,
    lines.join('\n'),
    ...rest,
  ];
}
