import type { Random } from '../../local/data/demo/random.ts';
import type { Gold } from '../gold.ts';
import type { Material } from './follow-ups.ts';
import { plain, type Spec, toGold } from './specs.ts';
import type { Dimension, Measure, Member } from './terms.ts';
import { laterWords, type Time, times } from './times.ts';

/** One kind of question; null where what was drawn does not fit together. */
type Kind = (known: Material, gold: Gold) => Promise<Spec | null> | Spec | null;

/** The kinds of questions, by name. */
export const kinds: Kind[] = [
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
  function shareOfName(known) {
    const member = pickMember(known);
    return member && { ...base(known, additive), only: [member], share: 'named' };
  },
  function shareOfNameBySplit(known) {
    const member = pickMember(known);
    if (!member) return null;
    const split = pickSplit(known, true, [member.dimension.name]);
    return { ...base(known, additive), only: [member], splits: [split], share: 'named' };
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
    if (!member) return null;
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
    const second = first && pickMember(known, [first.dimension.name, ...products]);
    return second ? { ...base(known), only: [first, second] } : null;
  },
];

/** Those over time: not of what is kept of a day. */
export const timeKinds: Kind[] = [
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
  function shareOfNameOverTime(known) {
    const member = pickMember(known);
    const period = pickLong(known);
    return member && { ...base(known, additive), period, only: [member], grain: 'month', share: 'named' };
  },
  function shareOfNameInTwoTimes(known) {
    const member = pickMember(known);
    return member && { ...base(known, additive), ...toBefore(known), only: [member], share: 'named' };
  },
];

const base = (
  { random, view, times: all, measures: known }: Material,
  fits: (measure: Measure) => boolean = () => true,
): Spec => ({
  ...plain,
  view,
  measures: [random.pick(known.filter(fits))],
  period: random.pick(all),
});

const additive = ({ isAdditive }: Measure) => isAdditive;

function pickSplit({ random, dimensions: all }: Material, few = false, not: string[] = []): Dimension {
  return random.pick(
    all.filter(({ hasFew, name }) => (hasFew || !few) && name !== 'product' && !not.includes(name)),
  );
}

/** A name among the dimensions that are left; null where none is. */
function pickMember({ random, dimensions: all, members }: Material, not: string[] = []): Member | null {
  const open = all.filter(({ name }) => name !== 'product' && !not.includes(name));
  const named = open.flatMap(({ name }) => (members.get(name)?.length ? [members.get(name) ?? []] : []));
  return named.length === 0 ? null : random.pick(random.pick(named));
}

/** A name to narrow to, in one question of three. */
function maybeOnly(known: Material, not: Dimension[]): Member[] {
  const names = not.map(({ name }) => name);
  const member = known.random.chance(0.35) ? pickMember(known, names) : null;
  return member ? [member] : [];
}

const rank = (random: Random, count = random.integer(2, 5)): NonNullable<Spec['rank']> => ({
  direction: random.chance(0.6) ? 'highest' : 'lowest',
  count,
});

function toBefore({ random, pairs: all }: Material): { period: Time; before: Time } {
  const { now, before, words } = random.pick(all);
  const one: Time = { name: now, words: laterWords[now] ?? [], months: 'one', isRelative: false };
  return { period: times.find(({ name }) => name === now) ?? one, before: { ...one, name: before, words } };
}

function pickLong({ random, times: all }: Material): Time {
  return random.pick(all.filter(({ months }) => months !== 'one'));
}

function pickWhole({ random, times: all }: Material): Time {
  return random.pick(all.filter(({ months }) => months === 'several'));
}

/** A bound between two of the values that there are, as round as it may be. */
async function withBound(spec: Spec, { random }: Material, gold: Gold): Promise<Spec | null> {
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
