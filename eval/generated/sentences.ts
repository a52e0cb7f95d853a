import type { Random } from '../../local/data/demo/random.ts';
import type { Spec } from './specs.ts';
import type { Dimension, Measure, Member } from './terms.ts';
import type { Time } from './times.ts';

/** The words of one question: a measure, a dimension or a time is chosen once, so that a sentence does not change its words. */
type Said = {
  m: string;
  m2: string;
  d: string;
  ds: string;
  d2: string;
  ds2: string;
  p: string;
  b: string;
  f: string;
  f2: string;
  n: string;
  x: string;
  grain: string;
};

type Template = (said: Said) => string;

/** One sentence that asks what a spec says; null where no template fits it. */
export function toSentence(spec: Spec, random: Random): string | null {
  const templates = toTemplates(spec);
  if (templates.length === 0) return null;
  const text = random.pick(templates)(toSaid(spec, random)).replaceAll(/ +/g, ' ').trim();
  return random.chance(0.3) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function toSaid(spec: Spec, random: Random): Said {
  const [first, second] = spec.measures;
  const [split, other] = spec.splits;
  const [member, another] = spec.only;
  const word = (term: Measure | Dimension | Time | undefined | null) => (term ? random.pick(term.words) : '');
  const many = (dimension: Dimension | undefined) => (dimension ? random.pick(dimension.many) : '');
  const value = ({ value }: Member) => (random.chance(0.3) ? value.toLowerCase() : value);
  const count = spec.rank?.count ?? 1;
  return {
    m: word(first),
    m2: word(second),
    d: word(split),
    ds: many(split),
    d2: word(other),
    ds2: many(other),
    p: word(spec.period),
    b: word(spec.before).replace(/^(over|in|for) the /, 'the '),
    f: member ? value(member) : spec.without ? value(spec.without) : '',
    f2: another ? value(another) : '',
    n: random.chance(0.3) ? (numbers[count] ?? String(count)) : String(count),
    x: spec.bound ? toBound(spec.bound.value, first, random) : '',
    grain: spec.grain ?? 'month',
  };
}

const numbers: Record<number, string> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' };

function toBound(value: number, measure: Measure | undefined, random: Random): string {
  if (measure?.unit === 'days') return `${value} days`;
  if (measure?.unit === 'rate') return `${+(value * 100).toFixed(1)}%`;
  const short = value >= 1000 && value % 1000 === 0 && random.chance(0.4);
  const text = short
    ? `${value / 1000}k`
    : random.chance(0.5)
      ? value.toLocaleString('en-US')
      : String(value);
  return measure?.unit === 'money' && random.chance(0.5) ? `$${text}` : text;
}

/** The ways to ask each kind of question. */
function toTemplates(spec: Spec): Template[] {
  const { splits, grain, before, only, without, rank, bound, share, growth, isWithin, counts, averages } =
    spec;
  const top = rank?.direction === 'highest';
  const isGood = !/return|discount|cost|lead/.test(spec.measures[0]?.name ?? '');
  if (averages)
    return [
      ({ m, p, f }) => `average monthly ${m} ${f && `of ${f}`} ${p}`,
      // The average discount is a rate.
      ({ m, p, f }) =>
        isGood
          ? `what was the average ${m} per month ${f && `for ${f}`} ${p}?`
          : `average monthly ${m} ${p} ${f && `for ${f}`}`,
    ];
  if (share === 'named' && before)
    return [
      ({ m, f, p, b }) => `share of ${f} in ${m} ${p} compared with ${b}`,
      ({ m, f, p, b }) => `${f}'s share of ${m} ${p} vs ${b}`,
    ];
  if (share === 'named' && grain)
    return [
      ({ m, f, p }) => `share of ${f} in ${m} by ${grain} ${p}`,
      ({ m, f, p }) => `how did ${f}'s share of ${m} develop ${p}, ${grain} by ${grain}?`,
    ];
  if (share === 'named' && splits.length > 0)
    return [
      ({ m, f, p, d }) => `share of ${f} in ${m} by ${d} ${p}`,
      ({ m, f, p, d }) => `${f}'s share of ${m} in each ${d} ${p}`,
      ({ m, f, p, d }) => `what percentage of each ${d}'s ${m} was ${f} ${p}?`,
    ];
  if (share === 'named')
    return [
      ({ m, f, p }) => `what share of ${m} came from ${f} ${p}?`,
      ({ m, f, p }) => `${f}'s share of ${m} ${p}`,
      ({ m, f, p }) => `what percentage of ${m} was ${f} ${p}`,
      ({ m, f, p }) => `${f} as a percentage of total ${m} ${p}`,
    ];
  if (share === 'members')
    return [
      ({ m, d, p, f }) => `share of each ${d} in ${f} ${m} ${p}`,
      ({ m, d, p, f }) => `${f} ${m} by ${d} ${p}, in percent`,
      ({ m, ds, p, f }) => `how is ${f} ${m} split across ${ds} ${p}, as a percentage?`,
    ];
  if (growth)
    return [
      ({ m, d, p, b }) => `which ${d} ${growth} most in ${m} ${p} compared with ${b}?`,
      ({ m, ds, p, b, n }) =>
        rank && rank.count > 1
          ? `top ${n} ${ds} whose ${m} ${growth} most, ${p} vs ${b}`
          : `${ds} whose ${m} ${growth} most, ${p} vs ${b}`,
    ];
  if (before && splits.length > 0)
    return [
      ({ m, d, p, b, f }) => `${f} ${m} by ${d}, ${p} vs ${b}`,
      ({ m, d, p, b, f }) => `compare ${f} ${m} per ${d} ${p} with ${b}`,
      ({ m, d, p, b, f }) => `how did ${f} ${m} of each ${d} change ${p} compared to ${b}?`,
    ];
  if (before)
    return [
      ({ m, p, b, f }) => `${f} ${m} ${p} vs ${b}`,
      ({ m, p, b, f }) => `compare ${f} ${m} ${p} with ${b}`,
      ({ m, p, b, f }) => `how did ${f} ${m} ${p} compare to ${b}?`,
      ({ m, p, b, f }) => `did ${f} ${m} go up or down ${p} compared with ${b}?`,
    ];
  if (bound && counts)
    return [
      ({ m, ds, p, x }) => `how many ${ds} had ${m} ${bound.op} ${x} ${p}?`,
      ({ m, ds, p, x }) => `number of ${ds} with ${m} ${bound.op === 'above' ? 'over' : 'under'} ${x} ${p}`,
    ];
  if (bound)
    return [
      ({ m, ds, p, x, f }) => `which ${ds} had ${f} ${m} ${bound.op} ${x} ${p}?`,
      ({ m, ds, p, x, f }) => `${ds} with ${f} ${m} ${bound.op === 'above' ? 'over' : 'under'} ${x} ${p}`,
      ({ m, ds, p, x, f }) =>
        `list all ${ds} whose ${f} ${m} was ${bound.op === 'above' ? 'more' : 'less'} than ${x} ${p}`,
    ];
  if (isWithin)
    return [
      ({ m, d, ds2, p, n }) => `${top ? 'top' : 'bottom'} ${n} ${ds2} in each ${d} by ${m} ${p}`,
      ({ m, d, ds2, p, n }) => `for each ${d} the ${n} ${ds2} with the ${rank?.direction} ${m} ${p}`,
    ];
  if (rank && grain)
    return [
      ({ m, p, f }) => `which ${grain} had the ${rank.direction} ${f} ${m} ${p}?`,
      ({ m, p, f }) => `in which ${grain} ${p} was ${f} ${m} ${rank.direction}?`,
    ];
  if (rank && rank.count === 1)
    return [
      ({ m, d, p, f }) => `which ${d} had the ${rank.direction} ${f} ${m} ${p}?`,
      ({ m, d, p, f }) => `what ${d} has the ${rank.direction} ${f} ${m} ${p}`,
      ({ m, d, p, f }) => `${d} with the ${top ? 'most' : 'least'} ${f} ${m} ${p}`,
    ];
  if (rank)
    return [
      ({ m, ds, p, n, f }) => `${top ? 'top' : 'bottom'} ${n} ${ds} by ${f} ${m} ${p}`,
      ({ m, ds, p, n, f }) => `which ${n} ${ds} had the ${rank.direction} ${f} ${m} ${p}?`,
      // The best in returns or discounts may be the lowest.
      ({ m, ds, p, n, f }) =>
        isGood
          ? `the ${n} ${top ? 'best' : 'worst'} ${ds} in terms of ${f} ${m} ${p}`
          : `the ${n} ${ds} with the ${rank.direction} ${f} ${m} ${p}`,
      ({ m, ds, p, n, f }) => `${p}, the ${n} ${ds} with the ${rank.direction} ${f} ${m}`,
    ];
  if (only.length === 2 && only[0]?.dimension === only[1]?.dimension)
    return [
      ({ m, p, f, f2 }) => `${m} of ${f} and ${f2} ${p}`,
      ({ m, p, f, f2 }) => `${f} vs ${f2}: ${m} ${p}`,
      ({ m, p, f, f2 }) => `compare ${m} of ${f} and ${f2} ${p}`,
    ];
  if (without && splits.length > 0)
    return [
      ({ m, d, p, f }) => `${m} by ${d} ${p} without ${f}`,
      ({ m, d, p, f }) => `${m} ${p} per ${d}, excluding ${f}`,
    ];
  if (without)
    return [({ m, p, f }) => `${m} ${p} excluding ${f}`, ({ m, p, f }) => `${m} without ${f} ${p}`];
  if (splits.length > 0 && grain)
    return [
      ({ m, d, p, f }) => `${f} ${m} by ${d} and ${grain} ${p}`,
      ({ m, d, p, f }) => `${grain}ly ${f} ${m} for each ${d} ${p}`,
    ];
  if (grain)
    return [
      ({ m, p, f }) => `${f} ${m} by ${grain} ${p}`,
      ({ m, p, f }) => `${grain}ly ${f} ${m} ${p}`,
      ({ m, p, f }) => `show ${f} ${m} for each ${grain} ${p}`,
    ];
  if (splits.length === 2) return [({ m, d, d2, p, f }) => `${f} ${m} by ${d} and ${d2} ${p}`];
  if (splits.length > 0 && spec.measures.length > 1)
    return [
      ({ m, m2, d, p, f }) => `${f} ${m} and ${m2} by ${d} ${p}`,
      ({ m, m2, d, p, f }) => `for each ${d}: ${f} ${m} and ${m2} ${p}`,
    ];
  if (splits.length > 0)
    return [
      ({ m, d, p, f }) => `${f} ${m} by ${d} ${p}`,
      ({ m, d, p, f }) => `${f} ${m} per ${d}, ${p}`,
      ({ m, ds, p, f }) => `break down ${f} ${m} ${p} by ${ds}`,
      ({ m, d, p, f }) => `show me the ${f} ${m} of each ${d} ${p}`,
    ];
  if (spec.measures.length > 1)
    return [
      ({ m, m2, p, f }) => `${m} and ${m2} ${f && `of ${f}`} ${p}`,
      ({ m, m2, p, f }) => `what were ${m} and ${m2} ${f && `for ${f}`} ${p}?`,
    ];
  if (only.length === 2)
    return [
      ({ m, p, f, f2 }) => `${f} ${m} in ${f2} ${p}`,
      ({ m, p, f, f2 }) => `${m} of ${f} through ${f2} ${p}`,
    ];
  return [
    ({ m, p, f }) => `${f} ${m} ${p}`,
    ({ m, p, f }) => `what was the ${m} ${f && `of ${f}`} ${p}?`,
    ({ m, p, f }) => `${p}, what was our ${f} ${m}?`,
    ({ m, p, f }) => `tell me the ${m} ${f && `for ${f}`} ${p}`,
  ];
}
