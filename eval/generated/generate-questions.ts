import { createRandom, type Random } from '../../local/data/demo/random.ts';
import type { Gold } from '../gold.ts';
import type { Conversation, Item } from '../questions.ts';
import { toSentence } from './sentences.ts';
import { plain, type Spec, toGold } from './specs.ts';
import { type Dimension, dimensions, type Measure, type Member, measures, type Period, periods, readMembers } from './terms.ts';

/**
 * Questions made of parts, each with gold SQL made of the same parts: every kind of question crossed with every figure, split,
 * time and name that fits it.
 * @param gold the company that is asked about; its question file has the periods of `terms.ts`
 * @param seed the same seed gives the same questions
 */
export async function generateQuestions(gold: Gold, count: number, seed: number): Promise<Conversation[]> {
  const random = createRandom(seed, 'questions');
  const members = new Map<string, Member[]>();
  for (const dimension of dimensions) members.set(dimension.name, await readMembers(gold, dimension));
  // A company may have no brands, or one channel only.
  const split = dimensions.filter(({ name }) => (members.get(name)?.length ?? 0) > 1);
  const known: Known = { random, members, dimensions: split };
  const conversations: Conversation[] = [];
  while (conversations.length < count) {
    const kind = random.pick(kinds);
    const spec = await kind(known, gold);
    const ask = spec && toSentence(spec, random);
    if (spec && ask) conversations.push({ group: kind.name, items: [toItem(ask, spec)] });
  }
  return conversations;
}

function toItem(ask: string, spec: Spec): Item {
  const named = [...spec.only, ...(spec.without ? [spec.without] : [])];
  return {
    ask,
    also: [],
    gold: toGold(spec),
    ordered: false,
    // Of shares of a name the whole is shown, too.
    rows: spec.share === 'named' ? 'some' : 'exact',
    tolerance: 1e-5,
    ...(spec.before === null && { period: [spec.period.name] }),
    scope: spec.share === 'named' || spec.bound ? 'any' : named.map(({ value }) => value),
    shapes: 'any',
    says: [],
    abstain: false,
  };
}

type Known = { random: Random; members: Map<string, Member[]>; dimensions: Dimension[] };
type Kind = (known: Known, gold: Gold) => Promise<Spec | null> | Spec | null;

const base = ({ random }: Known, of: Measure[] = measures): Spec => ({
  ...plain,
  measures: [random.pick(of)],
  period: random.pick(periods),
});

const additive = measures.filter(({ isAdditive }) => isAdditive);

function pickSplit({ random, dimensions: all }: Known, few = false, not: string[] = []): Dimension {
  return random.pick(all.filter(({ hasFew, name }) => (hasFew || !few) && name !== 'product' && !not.includes(name)));
}

function pickMember(known: Known, not: string[] = []): Member {
  const dimension = pickSplit(known, false, not);
  return known.random.pick(known.members.get(dimension.name) ?? []);
}

/** A name to narrow to, in one question of three. */
function maybeOnly(known: Known, not: Dimension[]): Member[] {
  return known.random.chance(0.35) ? [pickMember(known, not.map(({ name }) => name))] : [];
}

/** A measure that names may stand before: "online orders", but not "online customer count". */
const rank = (random: Random, count = random.integer(2, 5)): NonNullable<Spec['rank']> => ({
  direction: random.chance(0.6) ? 'highest' : 'lowest',
  count,
});

/** What comes before a period, or a year earlier. */
function toBefore({ random }: Known): { period: Period; before: Period } {
  const [period, name, words] = random.pick<[string, string, string[]]>([
    ['last_month', 'month_before_last', ['the month before']],
    ['last_quarter', 'quarter_before_last', ['the quarter before', 'the previous quarter']],
    ['last_year', 'year_before_last', ['the year before']],
    ['last_month', 'last_month_year_before', ['the same month a year earlier', 'the same month last year']],
    ['this_year', 'this_year_year_before', ['last year', 'the same period last year']],
  ]);
  const found = periods.find((one) => one.name === period);
  if (!found) throw new Error(`There is no period "${period}".`);
  return { period: found, before: { name, words, unit: found.unit } };
}

const kinds: Kind[] = [
  function total(known) {
    return { ...base(known), only: maybeOnly(known, []) };
  },
  function totals(known) {
    const { random } = known;
    const [first, second] = [random.pick(measures), random.pick(measures)];
    return first === second ? null : { ...base(known), measures: [first, second], only: maybeOnly(known, []) };
  },
  function bySplit(known) {
    const split = pickSplit(known);
    return { ...base(known), splits: [split], only: maybeOnly(known, [split]) };
  },
  function byTwo(known) {
    const first = pickSplit(known, true);
    return { ...base(known), splits: [first, pickSplit(known, true, [first.name])] };
  },
  function twoMeasuresBySplit(known) {
    const { random } = known;
    const [first, second] = [random.pick(measures), random.pick(measures)];
    return first === second ? null : { ...base(known), measures: [first, second], splits: [pickSplit(known, true)] };
  },
  function top(known) {
    const split = known.random.chance(0.3) ? known.dimensions.find(({ name }) => name === 'product') : pickSplit(known);
    if (!split) return null;
    return { ...base(known, split.name === 'product' ? additive : measures), splits: [split], rank: rank(known.random), only: maybeOnly(known, [split]) };
  },
  function best(known) {
    const split = pickSplit(known);
    return { ...base(known), splits: [split], rank: rank(known.random, 1), only: maybeOnly(known, [split]) };
  },
  function bestOfEach(known) {
    const outer = pickSplit(known, true);
    const inner = pickSplit(known, false, [outer.name]);
    return { ...base(known, additive), splits: [outer, inner], rank: rank(known.random), isWithin: true };
  },
  function overTime(known) {
    const spec = base(known);
    const split = known.random.chance(0.3) ? [pickSplit(known, true)] : [];
    return { ...spec, period: pickLong(known), grain: 'month', splits: split, only: maybeOnly(known, split) };
  },
  function bestTime(known) {
    return { ...base(known), period: pickLong(known), grain: 'month', rank: rank(known.random, 1), only: maybeOnly(known, []) };
  },
  function average(known) {
    return { ...base(known, additive), period: pickWhole(known), averages: true, only: maybeOnly(known, []) };
  },
  function twoTimes(known) {
    return { ...base(known), ...toBefore(known), only: maybeOnly(known, []) };
  },
  function twoTimesBySplit(known) {
    const split = pickSplit(known, true);
    return { ...base(known), ...toBefore(known), splits: [split], only: maybeOnly(known, [split]) };
  },
  function growth(known) {
    const { random } = known;
    return {
      ...base(known, additive),
      ...toBefore(known),
      splits: [pickSplit(known, true)],
      growth: random.chance(0.5) ? 'grew' : 'fell',
    };
  },
  function shareOfName(known) {
    return { ...base(known, additive), only: [pickMember(known)], share: 'named' };
  },
  function shareOfNameBySplit(known) {
    const member = pickMember(known);
    return { ...base(known, additive), only: [member], splits: [pickSplit(known, true, [member.dimension.name])], share: 'named' };
  },
  function shareOfNameOverTime(known) {
    return { ...base(known, additive), period: pickLong(known), only: [pickMember(known)], grain: 'month', share: 'named' };
  },
  function shareOfNameInTwoTimes(known) {
    return { ...base(known, additive), ...toBefore(known), only: [pickMember(known)], share: 'named' };
  },
  function shares(known) {
    const split = pickSplit(known, true);
    // "Profit in percent" may be the margin rate.
    const of = additive.filter(({ name }) => !/margin|returns|discount/.test(name));
    return { ...base(known, of), splits: [split], only: maybeOnly(known, [split]), share: 'members' };
  },
  async function within(known, gold) {
    const split = pickSplit(known);
    const spec = { ...base(known), splits: [split], only: maybeOnly(known, [split]) };
    return await withBound(spec, known, gold);
  },
  async function countWithin(known, gold) {
    const spec = await withBound({ ...base(known), splits: [pickSplit(known)] }, known, gold);
    return spec && { ...spec, counts: true };
  },
  function without(known) {
    const member = pickMember(known);
    const split = known.random.chance(0.5) ? [pickSplit(known, true)] : [];
    return { ...base(known), without: member, splits: split };
  },
  function twoNames(known) {
    const { random } = known;
    const dimension = pickSplit(known);
    const all = known.members.get(dimension.name) ?? [];
    const [first, second] = [random.pick(all), random.pick(all)];
    return first === second ? null : { ...base(known), only: [first, second], splits: [dimension] };
  },
  function twoFilters(known) {
    const first = pickMember(known);
    return { ...base(known), only: [first, pickMember(known, [first.dimension.name])] };
  },
];

function pickLong({ random }: Known): Period {
  return random.pick(periods.filter(({ name }) => /^(last_year|this_year|last_6_months|last_3_months|last_quarter)$/.test(name)));
}

function pickWhole({ random }: Known): Period {
  return random.pick(periods.filter(({ name }) => /^(last_year|last_6_months|last_3_months|last_quarter)$/.test(name)));
}

/** A bound between two of the values that there are, as round as it may be. */
async function withBound(spec: Spec, { random }: Known, gold: Gold): Promise<Spec | null> {
  const [statement] = toGold(spec);
  const rows = statement ? await gold.run(statement, null) : [];
  const values = rows.flatMap((row) => {
    const value = row[1];
    return typeof value === 'number' ? [value] : [];
  });
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length < 3) return null;
  const at = random.integer(1, sorted.length - 2);
  const [low, high] = [sorted[at - 1] ?? 0, sorted[at] ?? 0];
  for (let step = 10 ** Math.floor(Math.log10(Math.abs(high))); step >= 0.001; step /= 10) {
    const value = Number((Math.floor(high / step) * step).toPrecision(6));
    if (value > low && value < high) return { ...spec, bound: { op: random.chance(0.6) ? 'above' : 'below', value } };
  }
  return null;
}
