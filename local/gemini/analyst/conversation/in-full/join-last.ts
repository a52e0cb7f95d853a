import type { DataQuestion, Filter, Question } from '../../question/question.ts';
import { addDays } from '../../time/calendar.ts';
import { toSpan } from '../../time/period.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Rows } from '../read-rows.ts';
import { plural } from '../references/nouns.ts';
import { writeTime } from '../references/write-period.ts';
import type { Subject } from '../subject.ts';
import { toWorthOfTwo } from './say-of-two.ts';
import { toApart } from './to-ends.ts';

/** What a sentence does with the last answers: "compare the two", "all three together". */
type Joint = {
  act: 'compare' | 'add';
  /** How many of them; null where it does not say. */
  count: number | null;
  /** "In %", "in one chart" */
  tail: string;
};

/** The last questions as one, or that they cannot be one. */
export type Joined = { question: DataQuestion; act: 'compare' | 'add' | 'apart' };

/** A sentence about several answers as the words that ask for what they are together. */
export function toJoining(text: string, subject: Subject): string {
  const { question, joins } = subject;
  if (joins === 'each') return text.replace(each, '');
  const joint = readJoint(text);
  if (question?.kind === 'data' && joins === 'compare' && ofBoth.test(text)) {
    const pair = question.filters.find(({ op, values }) => op === 'is' && values.length === 2);
    const [one, other] = pair?.values ?? [];
    const [period] = question.periods;
    const time = period ? ` ${writeTime(period)}` : '';
    const others = question.filters.filter((filter) => filter !== pair);
    if (!pair || others.some(({ op, values }) => op !== 'is' || values.length > 1)) return text;
    const within = others.map(({ values }) => ` for "${values[0]}"`).join('');
    // "Which is better?" names no figure.
    const figure = bareChoice.test(text) ? `${toWords(question.measures[0])} of ` : '';
    const pairs = text.replace(ofBoth, `${figure}"${one}" versus "${other}"`);
    return pairs.replace(hasLess, ', lowest first').replace(/\W*$/, within + time);
  }
  if (joint === null || question?.kind !== 'data') return text;
  if (joins === null) return namesChange.test(text) && joint.act === 'compare' ? toApart(subject) : text;
  if (joins === 'add') {
    const [period] = question.periods;
    const rows = [...question.dimensions.map(toWords), question.grain ?? ''];
    const split = rows.filter(Boolean).join(' and ');
    // "Both categories together in one total", after the subcategories of each.
    if (split !== '' && asksOne.test(text)) return 'in total';
    if (split !== '') return `by ${split}`;
    const tail = / (?:by|per) /.test(joint.tail) ? joint.tail : '';
    return (question.asOne || !period ? 'together' : `for ${period.start} to ${period.end}`) + tail;
  }
  const worth = toWorthOfTwo(text, question);
  if (worth !== null) return worth;
  const isOfTimes = question.periods.length > 1;
  return isOfTimes && !/\bcompare|chart|graph|table\b/i.test(text)
    ? `what is the difference${joint.tail}`
    : `compare them${joint.tail}`;
}

/** "How many orders each?" */
export const each = /\beach(?: of (?:them|those|the two|both))?\W*$/i;

/** "Which of the two is more punctual?", "which one is growing faster?" */
export const ofBoth =
  /^(?:and |so |now |then |ok(?:ay)?,? )*(?:(?:which|who)(?: one)? (?:of|from) (?:the two|both|them|these|those)\b|which one(?= (?:is|was|has|had|did|does|grew|grows|fell|sold|sells)\b.*\b(?:grow\w*|grew|fall\w*|fell|faster|slower|more|less|better|worse|most|least|best)\b)|which(?= (?:has|had|holds?|is|was|are) (?:the )?(?:more|less|fewer|higher|lower|longer|shorter|better|worse|bigger|larger|smaller)\b(?! than\b)))/i;

const bareChoice =
  / (?:is|are|was|were|did) (?:the )?(?:better|worse|best|worst|higher|lower|highest|lowest|bigger|smaller|larger|stronger|weaker|ahead)(?: one)?\W*$/i;

/** "Which one has less?" wants the smaller of the two. */
const hasLess =
  / (?:is|are|was|were|has|have|had) (?:the )?(?:less|lower|fewer|smaller|shorter|lowest|least|fewest|smallest|shortest)(?: one)?\W*$/i;

const lead =
  "(?:(?:and|so|ok|now|then|please|can you|could you|what is|what['’]?s|whats|give me|show me|i want),? )*";
const both = `(?:both|the (?:two|three|four)|all (?:two|three|four)|all of (?:them|those|these)|(?:them|those|these)(?: (?:two|three|four|all|both))?)(?: of (?:them|those|these|it))?(?: (?:days|weeks|months|quarters|years|periods|figures|numbers|results|(?:${plural})s))?`;
const more = '(?:more|less|higher|lower|bigger|smaller|larger|better|worse|stronger|weaker|up|down)';
const picture = '(?:chart|graph|plot|picture|diagram|table)';
const one = '(?:in|as|into) (?:one|a single|a|one single|the) (?:grand )?(?:total|sum|figure|number)';
const whole = `(?:(?:together|combined|in total|in all|altogether|in sum|all in all)(?:,? (?:in total|${one}))?|${one})`;

const asksOne = /\b(?:total|sum|(?:one|single) (?:figure|number))\b/i;

const compares = [
  'both',
  `compare ${both}`,
  `(?:the )?(?:difference|gap|change|increase|decrease)(?: between ${both})?`,
  'by how much|how much (?:of a )?(?:difference|gap)(?: (?:is|was) (?:that|it|this|there))?',
  `which (?:one )?(?:of ${both} )?(?:is|are|was|were) worth (?:more|less|(?:the )?(?:most|least))`,
  'how (?:big|large|wide|much) is the (?:difference|gap|change|increase|decrease)',
  `(?:by )?how (?:much|many|far) (?:${more}|fewer)(?: (?:is|was|are|were) (?:that|it|this|they|those))?`,
  '(?:by )?how much (?:did it|did that|has it|has that) (?:change|changed|grow|grown|fall|fallen|drop|rise|risen|go up|go down|increase|decrease)d?',
  `which (?:(?:one|day|week|month|quarter|year) )?(?:of ${both} )?(?:is|was|are|were|did) (?:the )?(?:${more}|best|highest|biggest|largest)(?: (?:one|month|year|week|quarter|day))?`,
  `how do (?:they|${both}) compare`,
  `(?:(?:put|show|draw|plot|have|combine|display|chart|get|see) )?${both} (?:together )?(?:in|on|into|onto) (?:one|the same|a single|one single|a|an) (?:\\w+ )?${picture}`,
  `(?:overlay|plot|chart|draw|graph) ${both}(?: together)?`,
];
const adds = [
  `(?:(?:put|add|take|get) )?(?:${both},? )?(?:all |taken |added |put |summed )?(?:together|combined|summed up|added up|${whole})`,
  `(?:add|sum|total|tot) (?:up )?(?:${both}|it all)(?: up| together)?`,
  '(?:sum|add)(?: it| that)?(?: all)? up',
  `(?:the )?(?:sum|grand total|total|combined (?:total|figure|number|sum))(?: (?:of|for|over|from|across) ${both})?(?: together)?`,
  `(?:how much|how many|what)? ?(?:is|are|was|were|do|does|did|would) (?:that|this|it|they|${both})(?: all)? (?:make |come to |add up to |amount to |sum up to )?${whole}`,
  `(?:that|this|it|they|${both}) (?:all )?(?:${whole})`,
  // "In total for both"
  `(?:(?:how much|what) is (?:that|it) )?(?:${whole} )?(?:for|of|over|across|from) both`,
];
const tail = `(?<tail>,? (?:in|as) (?:%|percent|percentages?|per cent|an? (?:\\w+ )?${picture})|,? (?:by|per) [a-z ]{3,30})?`;
const toForm = (asks: string[]) =>
  new RegExp(`^${lead}(?:${asks.join('|')})${tail}(?:,? (?:please|then|now))?\\W*$`, 'i');
const forms = { compare: toForm(compares), add: toForm(adds) };
const namesChange = /\b(?:compare|difference|gap)\b/i;

function readJoint(text: string): Joint | null {
  const said = text.trim();
  for (const act of ['compare', 'add'] as const) {
    const found = forms[act].exec(said);
    if (!found) continue;
    const number = /\b(?:both|two|three|four)\b/i.exec(said)?.[0].toLowerCase();
    const [drawn] = /\b(?:chart|graph|plot|picture|diagram|table)\b/i.exec(said) ?? [];
    return {
      act,
      count: number === undefined ? null : (['three', 'four'].indexOf(number) + 1 || 0) + 2,
      tail:
        found.groups?.tail ?? (drawn === undefined ? '' : ` as a ${drawn === 'table' ? 'table' : 'chart'}`),
    };
  }
  return null;
}

/** The last questions as one, where they differ in their time or in one name only; null where a sentence speaks of no two. */
export function joinLast(text: string, asked: Question[], rows: Rows | null): Joined | null {
  const joint = readJoint(text);
  const last = asked.at(-1);
  if (joint === null || last?.kind !== 'data') return null;
  const isList = last.dimensions.length > 0 || last.grain !== null;
  // "Together", after a list, is of its rows.
  if (joint.act === 'add' && isList && joint.count === null) return null;
  const alike = findAlike(asked);
  const isOfAll = joint.act === 'add' || /\b(?:them|those|these|all)\b/i.test(text);
  const several = alike.slice(-(joint.count ?? (isOfAll ? alike.length : 2)));
  if (several.length < Math.max(2, joint.count ?? 2))
    return joint.count !== null && !hasSeveral(last, rows, joint.count)
      ? { question: last, act: 'apart' }
      : null;
  const differing = differ(several.at(-2), last);
  const joined: DataQuestion = { ...last, against: null };
  if (differing === 'time') {
    const periods = several
      .flatMap((question) => question.periods.slice(0, 1))
      .toSorted((a, b) => a.start.localeCompare(b.start));
    if (joint.act === 'compare')
      return isList && last.grain !== null
        ? null
        : {
            question: { ...joined, periods: [...periods], compares: true, changes: true, asOne: false },
            act: 'compare',
          };
    const [first] = periods;
    const end = periods.at(-1);
    const adjoins = periods.every((period, index) => {
      const next = periods[index + 1];
      return next === undefined || addDays(period.end, 1) === next.start;
    });
    return first && end && adjoins
      ? { question: { ...joined, periods: [toSpan(first.start, end.end, null)] }, act: 'add' }
      : { question: last, act: 'apart' };
  }
  if (differing === null) return null;
  const values = [...new Set(several.flatMap(({ filters }) => valuesOf(filters, differing)))];
  const filters = last.filters.map((filter) =>
    filter.dimension === differing && filter.op === 'is' ? { ...filter, values } : filter,
  );
  const isAdded = joint.act === 'add';
  const dimensions = isAdded || !isList ? last.dimensions : [...last.dimensions, differing];
  return { question: { ...joined, filters, dimensions, compares: !isAdded, asOne: isAdded }, act: joint.act };
}

/** Whether the last answer itself is about so many: rows, times, figures or names. */
function hasSeveral(
  { periods, against, measures, filters }: DataQuestion,
  rows: Rows | null,
  count: number,
): boolean {
  return (
    rows?.kinds[0]?.names.length === count ||
    periods.length === count ||
    (against !== null && count === 2) ||
    measures.length === count ||
    filters.some(({ values }) => values.length === count)
  );
}

/** The last questions that are the same but for their time, or but for one name. */
function findAlike(asked: Question[]): DataQuestion[] {
  const alike: DataQuestion[] = [];
  let kind: string | null = null;
  for (const question of asked.toReversed()) {
    const [next] = alike;
    if (question.kind !== 'data') break;
    if (next !== undefined) {
      const differing = differ(question, next);
      if (differing === null || (kind !== null && differing !== kind)) break;
      kind = differing;
    }
    alike.unshift(question);
  }
  return alike;
}

/** What two questions differ in: their time, the dimension of the one name that each has; null where it is anything else. */
function differ(one: DataQuestion | undefined, other: DataQuestion): string | null {
  if (one === undefined || one.tool !== other.tool || one.measures.join() !== other.measures.join())
    return null;
  if (one.dimensions.join() !== other.dimensions.join() || one.grain !== other.grain) return null;
  const isSameTime = toTime(one) === toTime(other);
  const [own, others] = [without(one.filters, other.filters), without(other.filters, one.filters)];
  if (own.length + others.length === 0)
    return isSameTime || one.periods.length !== 1 || other.periods.length !== 1 ? null : 'time';
  const [first] = own;
  const [second] = others;
  const isPair = own.length === 1 && others.length === 1 && first?.op === 'is' && second?.op === 'is';
  return isPair && isSameTime && first?.dimension === second?.dimension ? (first?.dimension ?? null) : null;
}

function valuesOf(filters: Filter[], dimension: string): string[] {
  return filters.flatMap((filter) =>
    filter.dimension === dimension && filter.op === 'is' ? filter.values : [],
  );
}

function toTime({ periods }: DataQuestion): string {
  return periods.map(({ start, end }) => `${start}..${end}`).join();
}

function without(filters: Filter[], left: Filter[]): Filter[] {
  const keys = new Set(left.map((filter) => JSON.stringify(filter)));
  return filters.filter((filter) => !keys.has(JSON.stringify(filter)));
}
