import type { ToolFailure } from '../conversation/read-steps.ts';
import type { Setting } from '../setting.ts';
import { measuresOf } from '../vocabulary/declared-terms.ts';
import { toWords } from '../vocabulary/to-words.ts';
import type { Read } from './plan-reads.ts';

export type Repair = {
  args: Record<string, unknown>;
  /** What was done, for the answer. */
  said: string;
};

/** A second try of a read that failed, as the failure's hint suggests; null where nothing can be mended. */
export function repairRead(read: Read, failure: ToolFailure, setting: Setting): Repair | null {
  if (failure.code === 'no_match') return repairValue(read, failure);
  if (failure.code === 'too_expensive') return repairCost(read);
  if (failure.code === 'unknown_name' || failure.code === 'invalid_argument')
    return repairMeasures(read, failure, setting);
  return null;
}

/** `Nearest: "Bikes".` takes the place of the value that names nothing. */
function repairValue(read: Read, { message, hint }: ToolFailure): Repair | null {
  const wrong = /"([^"]+)"/.exec(message)?.[1];
  const nearest = /Nearest: "([^"]+)"/.exec(hint)?.[1];
  if (wrong === undefined || nearest === undefined || !Array.isArray(read.args.filters)) return null;
  // "PO-0009999" is not the order "99999", but "PO-0014335" is the order "14335".
  if (toNumbers(wrong) !== toNumbers(nearest)) return null;
  const filters = read.args.filters.map((filter: unknown) => {
    if (
      typeof filter !== 'object' ||
      filter === null ||
      !('values' in filter) ||
      !Array.isArray(filter.values)
    )
      return filter;
    return { ...filter, values: filter.values.map((value: unknown) => (value === wrong ? nearest : value)) };
  });
  return { args: { ...read.args, filters }, said: `There is no "${wrong}"; this is for ${nearest}.` };
}

function toNumbers(text: string): string {
  return (text.match(/\d+/g) ?? []).map(Number).join(' ');
}

function repairCost(read: Read): Repair | null {
  if (read.args.period === 'last month' || read.args.period === undefined) return null;
  return {
    args: { ...read.args, period: 'last month' },
    said: 'The period asked for would cost too much to read, so this is last month only.',
  };
}

/** Leaves out measures that cannot be had with the rest, where another one stays. */
function repairMeasures(read: Read, { message }: ToolFailure, { vocabulary }: Setting): Repair | null {
  if (!Array.isArray(read.args.measures) || read.args.measures.length < 2) return null;
  const declared = measuresOf(read.tool, vocabulary.datasets);
  const wrong = declared.find(({ name }) => message.includes(`"${name}"`))?.name;
  if (wrong === undefined) return null;
  const measures = read.args.measures.filter((name: unknown) => name !== wrong);
  return { args: { ...read.args, measures }, said: `${toWords(wrong)} was left out: ${message}` };
}
