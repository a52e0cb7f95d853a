import type { DataQuestion, Filter, Question } from '../question/question.ts';
import type { Subject } from './subject.ts';

/** Whether a sentence speaks of the last two answers: "compare the two", "what's the difference?" */
export function speaksOfTwo(text: string): boolean {
  return ofTwo.test(text.trim()) || together.test(text.trim());
}

/** Two names are compared; two times may also be told by their change. */
export function toComparing(text: string, { question, joins }: Subject): string {
  if (!speaksOfTwo(text) || !(joins || namesChange.test(text) || together.test(text.trim()))) return text;
  if (together.test(text.trim())) return 'together';
  const isOfTimes = question?.kind === 'data' && question.periods.length > 1;
  const unit = ofTwo.exec(text.trim())?.groups?.unit ?? '';
  return isOfTimes && !/\bcompare\b/i.test(text) ? `what is the difference${unit}` : `compare them${unit}`;
}

/** "Both together?" */
const together =
  /^(?:(?:and|so|ok|now|put|add|take),? )*(?:both|the two|them|these|those)(?: of (?:them|those|these))? (?:together|combined|in total|taken together)\W*$/i;

const both = '(?:the two|both|them|these|those)';
const more = '(?:more|less|higher|lower|bigger|smaller|larger|better|worse|stronger|weaker|up|down)';
const asks = [
  `compare ${both}`,
  `(?:what(?:['’]?s| is| was) )?(?:the )?(?:difference|gap|change|increase|decrease)(?: between ${both})?`,
  'how (?:big|large|wide|much) is the (?:difference|gap|change|increase|decrease)',
  `how (?:much|many|far) ${more} (?:is|was|are|were) (?:that|it|this|they|those)`,
  '(?:by )?how much (?:did it|did that|has it|has that) (?:change|changed|grow|grown|fall|fallen|drop|rise|risen|go up|go down|increase|decrease)d?',
  `which (?:(?:one|day|week|month|quarter|year) )?(?:of ${both} )?(?:is|was|are|were|did) (?:the )?(?:${more}|best|highest|biggest|largest)(?: (?:one|month|year|week|quarter|day))?`,
  `how do (?:they|${both}) compare`,
].join('|');
const ofTwo = new RegExp(
  `^(?:(?:and|so|ok|now|then),? )*(?:${asks})(?<unit>,? (?:in|as) (?:%|percent|percentages?|per cent))?\\W*$`,
  'i',
);
const namesChange = /\b(?:compare|difference|gap)\b/i;

/** The last two questions as one, where they differ in their time or in one name only. */
export function joinLast(last: Question | null, before: Question | null): DataQuestion | null {
  if (last?.kind !== 'data' || before?.kind !== 'data') return null;
  if (last.tool !== before.tool || last.measures.join() !== before.measures.join()) return null;
  if (last.dimensions.join() !== before.dimensions.join() || last.grain !== null || before.grain !== null)
    return null;
  const isSameTime = toTime(last) === toTime(before);
  const [own, other] = [without(last.filters, before.filters), without(before.filters, last.filters)];
  const joined = { ...last, compares: true, against: null, asOne: false };
  if (!isSameTime && own.length + other.length === 0) {
    const [first] = before.periods;
    const [second] = last.periods;
    return first && second ? { ...joined, periods: [first, second], changes: true } : null;
  }
  const [one, two] = [own[0], other[0]];
  const isPair = own.length === 1 && other.length === 1 && one?.op === 'is' && two?.op === 'is';
  if (last.dimensions.length > 0 || !isSameTime || !isPair || !one || !two || one.dimension !== two.dimension)
    return null;
  const both = { ...one, values: [...two.values, ...one.values] };
  return { ...joined, filters: [...last.filters.filter((filter) => filter !== one), both] };
}

function toTime({ periods }: DataQuestion): string {
  return periods.map(({ start, end }) => `${start}..${end}`).join();
}

function without(filters: Filter[], left: Filter[]): Filter[] {
  const keys = new Set(left.map((filter) => JSON.stringify(filter)));
  return filters.filter((filter) => !keys.has(JSON.stringify(filter)));
}
