import { createRandom, type Random } from '../../local/data/demo/random.ts';
import type { Gold } from '../gold.ts';
import type { Conversation, Item, QuestionSet } from '../questions.ts';
import { followUp, type Material } from './follow-ups.ts';
import { toSentence } from './sentences.ts';
import { plain, type Spec, toGold } from './specs.ts';
import { type Dimension, dimensions, type Measure, type Member, readMeasures, readMembers } from './terms.ts';
import { laterWords, pairs, type Time, timePeriods, times, timeTexts } from './times.ts';

/** The times of the questions, to open the gold of a company with. */
export const generatedTimes: QuestionSet = { periods: timePeriods, texts: timeTexts, conversations: [] };

/**
 * Questions made of parts, each with gold SQL made of the same parts: every kind of question crossed with every figure, split,
 * time and name that fits it.
 * @param gold the company that is asked about, opened with `generatedTimes`
 * @param seed the same seed gives the same questions
 */
export async function generateQuestions(gold: Gold, count: number, seed: number): Promise<Conversation[]> {
  const random = createRandom(seed, 'questions');
  const members = new Map<string, Member[]>();
  for (const dimension of dimensions) members.set(dimension.name, await readMembers(gold, dimension));
  // A company may have no brands, or one channel only.
  const split = dimensions.filter(({ name }) => (members.get(name)?.length ?? 0) > 1);
  // Where the data ends with a month, "last month" may be that one or the one before it.
  const last = gold.toPeriod('today').end;
  const isWhole = new Date(Date.parse(last) + 86_400_000).getUTCDate() === 1;
  const fits = ({ isRelative }: { isRelative: boolean }) => !isRelative || !isWhole;
  const known: Known = {
    ...{ random, members, dimensions: split, measures: await readMeasures(gold) },
    ...{ times: times.filter(fits), pairs: pairs.filter(fits) },
  };
  const conversations: Conversation[] = [];
  while (conversations.length < count) {
    const kind = random.pick(kinds);
    const spec = await kind(known, gold);
    const ask = spec && toSentence(spec, random);
    if (!spec || !ask) continue;
    const items = [toItem(ask, spec)];
    if (random.chance(0.4)) items.push(...toFollowUps(spec, known));
    conversations.push({ group: items.length > 1 ? 'followUps' : kind.name, items });
  }
  return conversations;
}

/** One to three follow-ups, each on the question before it. */
function toFollowUps(spec: Spec, known: Known): Item[] {
  const items: Item[] = [];
  let last = spec;
  for (let tries = known.random.integer(3, 8); tries > 0 && items.length < 3; tries -= 1) {
    const next = followUp(last, known);
    if (!next) continue;
    last = next.spec;
    items.push(toItem(next.ask, last));
  }
  return items;
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

type Known = Material;
type Kind = (known: Known, gold: Gold) => Promise<Spec | null> | Spec | null;

const base = (
  { random, times: all, measures: known }: Known,
  fits: (measure: Measure) => boolean = () => true,
): Spec => ({
  ...plain,
  measures: [random.pick(known.filter(fits))],
  period: random.pick(all),
});

const additive = ({ isAdditive }: Measure) => isAdditive;

function pickSplit({ random, dimensions: all }: Known, few = false, not: string[] = []): Dimension {
  return random.pick(
    all.filter(({ hasFew, name }) => (hasFew || !few) && name !== 'product' && !not.includes(name)),
  );
}

function pickMember(known: Known, not: string[] = []): Member {
  const dimension = pickSplit(known, false, not);
  return known.random.pick(known.members.get(dimension.name) ?? []);
}

/** A name to narrow to, in one question of three. */
function maybeOnly(known: Known, not: Dimension[]): Member[] {
  return known.random.chance(0.35)
    ? [
        pickMember(
          known,
          not.map(({ name }) => name),
        ),
      ]
    : [];
}

/** A measure that names may stand before: "online orders", but not "online customer count". */
const rank = (random: Random, count = random.integer(2, 5)): NonNullable<Spec['rank']> => ({
  direction: random.chance(0.6) ? 'highest' : 'lowest',
  count,
});

function toBefore({ random, pairs: all }: Known): { period: Time; before: Time } {
  const { now, before, words } = random.pick(all);
  const one: Time = { name: now, words: laterWords[now] ?? [], months: 'one', isRelative: false };
  return { period: times.find(({ name }) => name === now) ?? one, before: { ...one, name: before, words } };
}

const kinds: Kind[] = [
  function total(known) {
    return { ...base(known), only: maybeOnly(known, []) };
  },
  function totals(known) {
    const { random } = known;
    const [first, second] = [random.pick(known.measures), random.pick(known.measures)];
    return first === second
      ? null
      : { ...base(known), measures: [first, second], only: maybeOnly(known, []) };
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
    const [first, second] = [random.pick(known.measures), random.pick(known.measures)];
    return first === second
      ? null
      : { ...base(known), measures: [first, second], splits: [pickSplit(known, true)] };
  },
  function top(known) {
    const split = known.random.chance(0.3)
      ? known.dimensions.find(({ name }) => name === 'product')
      : pickSplit(known);
    if (!split) return null;
    return {
      ...base(known, split.name === 'product' ? additive : undefined),
      splits: [split],
      rank: rank(known.random),
      only: maybeOnly(known, [split]),
    };
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
    return {
      ...base(known),
      period: pickLong(known),
      grain: 'month',
      rank: rank(known.random, 1),
      only: maybeOnly(known, []),
    };
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
    return {
      ...base(known, additive),
      only: [member],
      splits: [pickSplit(known, true, [member.dimension.name])],
      share: 'named',
    };
  },
  function shareOfNameOverTime(known) {
    return {
      ...base(known, additive),
      period: pickLong(known),
      only: [pickMember(known)],
      grain: 'month',
      share: 'named',
    };
  },
  function shareOfNameInTwoTimes(known) {
    return { ...base(known, additive), ...toBefore(known), only: [pickMember(known)], share: 'named' };
  },
  function shares(known) {
    const split = pickSplit(known, true);
    // "Profit in percent" may be the margin rate.
    const of = ({ name, isAdditive }: Measure) => isAdditive && !/margin|returns|discount/.test(name);
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
    // "Grills of Northgate" may be none: the second one is where or by whom it was sold.
    const products = ['category', 'subcategory', 'brand', 'supplier'];
    return { ...base(known), only: [first, pickMember(known, [first.dimension.name, ...products])] };
  },
];

function pickLong({ random, times: all }: Known): Time {
  return random.pick(all.filter(({ months }) => months !== 'one'));
}

function pickWhole({ random, times: all }: Known): Time {
  return random.pick(all.filter(({ months }) => months === 'several'));
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
    if (value > low && value < high)
      return { ...spec, bound: { op: random.chance(0.6) ? 'above' : 'below', value } };
  }
  return null;
}
