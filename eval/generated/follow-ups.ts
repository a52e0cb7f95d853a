import type { Random } from '../../local/data/demo/random.ts';
import type { Spec } from './specs.ts';
import type { Dimension, Measure, Member, View } from './terms.ts';
import type { Pair, Time } from './times.ts';

/** What a follow-up may bring. */
export type Material = {
  random: Random;
  view: View;
  measures: Measure[];
  dimensions: Dimension[];
  members: Map<string, Member[]>;
  times: Time[];
  pairs: Pair[];
};

/** A follow-up: the complete question that it makes of the last one, and how it is said. */
export type FollowUp = { spec: Spec; ask: string };

type Change = (spec: Spec, material: Material) => FollowUp | null;

/** Changes one part of the last question; null where the change that was drawn does not fit it. */
export function followUp(spec: Spec, material: Material): FollowUp | null {
  return material.random.pick(changes)(spec, material);
}

const changes: Change[] = [
  function otherTime(spec, { random, times }) {
    const period = random.pick(times);
    if (spec.before || spec.averages || period.name === spec.period.name) return null;
    // Months of one month are days of it.
    if (spec.grain && period.months === 'one') return null;
    const p = random.pick(period.words);
    return {
      spec: { ...spec, period },
      ask: random.pick([
        `and ${p}?`,
        `what about ${p}?`,
        `same for ${p.replace(/^(in|for|over) (?:the )?/, '')}`,
      ]),
    };
  },
  function otherMeasure(spec, { random, measures }) {
    const measure = random.pick(measures);
    if (spec.measures.some(({ name }) => name === measure.name) || spec.bound || spec.share || spec.growth)
      return null;
    // A mean of rates is no rate.
    if (spec.averages && !measure.isAdditive) return null;
    const m = random.pick(measure.words);
    return {
      spec: { ...spec, measures: [measure] },
      ask: random.pick([`now ${m} instead`, `what about ${m}?`, `show me the ${m} instead`, `and the ${m}?`]),
    };
  },
  function split(spec, { random, dimensions }) {
    const dimension = random.pick(dimensions.filter(({ hasFew }) => hasFew));
    const isFree =
      spec.splits.length === 0 && spec.rank === null && spec.share === null && spec.grain === null;
    if (!isFree || spec.averages || isNamed(spec, dimension)) return null;
    const d = random.pick(dimension.words);
    return {
      spec: { ...spec, splits: [dimension] },
      ask: random.pick([`by ${d}`, `split that by ${d}`, `break it down by ${d}`, `and per ${d}?`]),
    };
  },
  function otherSplit(spec, { random, dimensions }) {
    const dimension = random.pick(dimensions.filter(({ hasFew }) => hasFew));
    const [old] = spec.splits;
    if (spec.splits.length !== 1 || old?.name === dimension.name || isNamed(spec, dimension)) return null;
    if (spec.rank || spec.bound || spec.growth || spec.share || spec.only.length > 1) return null;
    const d = random.pick(dimension.words);
    return {
      spec: { ...spec, splits: [dimension] },
      ask: random.pick([`by ${d} instead`, `now by ${d}`, `the same by ${d}`]),
    };
  },
  function narrow(spec, { random, members, dimensions }) {
    const dimension = random.pick(dimensions.filter(({ name }) => name !== 'product'));
    const isTaken = isNamed(spec, dimension) || spec.splits.some(({ name }) => name === dimension.name);
    if (isTaken || spec.share || spec.bound) return null;
    const member = random.pick(members.get(dimension.name) ?? []);
    return {
      spec: { ...spec, only: [...spec.only, member] },
      ask: random.pick([`only ${member.value}`, `just ${member.value} please`, `for ${member.value} only`]),
    };
  },
  function otherName(spec, { random, members }) {
    const [member, ...others] = spec.only;
    if (!member || others.length > 0 || spec.share || spec.bound) return null;
    const other = random.pick(members.get(member.dimension.name) ?? []);
    if (other.value === member.value || spec.splits.some(({ name }) => name === member.dimension.name))
      return null;
    return {
      spec: { ...spec, only: [other] },
      ask: random.pick([`and ${other.value}?`, `what about ${other.value}?`, `same for ${other.value}`]),
    };
  },
  function leaveOut(spec, { random, members, dimensions }) {
    const dimension = random.pick(dimensions.filter(({ name }) => name !== 'product'));
    if (spec.without || isNamed(spec, dimension) || spec.share || spec.bound || spec.rank || spec.before)
      return null;
    const member = random.pick(members.get(dimension.name) ?? []);
    return {
      spec: { ...spec, without: member },
      ask: random.pick([`without ${member.value}`, `leave out ${member.value}`, `excluding ${member.value}`]),
    };
  },
  function first(spec, { random }) {
    const isList =
      spec.splits.length === 1 && spec.rank === null && spec.grain === null && spec.before === null;
    if (!isList || spec.share || spec.bound || spec.measures.length > 1 || spec.only.length > 1) return null;
    const count = random.integer(2, 3);
    return {
      spec: { ...spec, rank: { direction: 'highest', count } },
      ask: random.pick([`just the top ${count}`, `only the top ${count}`, `which ${count} are the highest?`]),
    };
  },
  function turn(spec, { random }) {
    const { rank } = spec;
    if (!rank || spec.grain || spec.isWithin || spec.growth) return null;
    const direction = rank.direction === 'highest' ? 'lowest' : 'highest';
    return {
      spec: { ...spec, rank: { ...rank, direction } },
      ask: random.pick([
        `and the ${direction}${rank.count > 1 ? ` ${rank.count}` : ''}?`,
        `now the ${direction}${rank.count > 1 ? ` ${rank.count}` : ''}`,
      ]),
    };
  },
  function compare(spec, { random, pairs }) {
    const pair = pairs.find(({ now }) => now === spec.period.name);
    const fits =
      spec.before === null &&
      spec.rank === null &&
      spec.grain === null &&
      spec.share === null &&
      spec.bound === null;
    if (!pair || !fits || spec.averages || spec.splits.length > 1 || spec.measures.length > 1) return null;
    const b = random.pick(pair.words);
    const before: Time = { name: pair.before, words: pair.words, months: 'one', isRelative: pair.isRelative };
    return {
      spec: { ...spec, before },
      ask: random.pick([`compared with ${b}?`, `how does that compare with ${b}?`, `vs ${b}`]),
    };
  },
  function months(spec, { random }) {
    const fits =
      spec.grain === null && spec.rank === null && spec.before === null && spec.splits.length === 0;
    if (!fits || spec.period.months === 'one' || spec.share || spec.bound || spec.averages) return null;
    return {
      spec: { ...spec, grain: 'month' },
      ask: random.pick(['by month', 'month by month please', 'per month']),
    };
  },
];

function isNamed({ only, without }: Spec, { name }: Dimension): boolean {
  return only.some(({ dimension }) => dimension.name === name) || without?.dimension.name === name;
}
