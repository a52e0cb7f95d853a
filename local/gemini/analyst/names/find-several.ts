import type { Filter } from '../question/question.ts';
import { fold } from '../vocabulary/words.ts';
import type { Entry } from './catalog-entries.ts';
import type { ResolvedName } from './choose-entry.ts';

/**
 * "And Laurentide?", after one customer, where several have that in their name: one of them is meant, and nobody knows which.
 * @param before what the last question was narrowed to
 * @returns each such name, and all that have it
 */
export function findSeveral(
  found: ResolvedName[],
  before: Filter[],
  entries: Entry[],
): { one: ResolvedName; nearest: string[]; haveIt: true }[] {
  const wasOne = ({ dimension }: Filter) =>
    before.some((held) => held.dimension === dimension && held.op === 'is' && held.values.length === 1);
  return found.flatMap((one) => {
    const { dimension, op, values } = one.filter;
    const isParty = /^(?:customer|supplier)$/.test(dimension) && op === 'contains';
    // "The general hospitals" are all of them.
    const isPlural = /s$/i.test(one.mention.text) && !/s$/i.test(values[0] ?? '');
    if (!isParty || isPlural || one.mention.several || !wasOne(one.filter)) return [];
    const names = entries
      .filter(({ kind, name }) => kind === dimension && fold(name).includes(fold(values[0] ?? '')))
      .map(({ name }) => name);
    return [{ one, nearest: [...new Set(names)], haveIt: true as const }];
  });
}
