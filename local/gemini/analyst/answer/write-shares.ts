import type { View } from '../reads/view.ts';
import { formatFigure, formatPercent, joinNames, nameBucket, plain } from './format-figure.ts';
import { endsPartial, lower, speakFilters, speakTime, startsPartial } from './speak.ts';
import { groupRows, type Table, total } from './table-of.ts';
import { toPhrase } from './write-total.ts';

/**
 * Shares that no row holds as asked: the part that the named members have in each other member, in each period or in two of
 * them, and how the parts of a whole moved. Null where the rows say the shares themselves.
 * @param before the other side of a comparison, where there is one
 */
export function writeShares(table: Table, before: Table | null, view: View): string[] | null {
  const [measure] = table.measures;
  const [dimension] = table.dimensions;
  if (!measure?.summable || !dimension || !table.complete) return null;
  const isNamed = view.highlight.length > 0;
  const filters = speakFilters(table.result).map(plain);
  const within = filters.length > 0 ? ` with ${joinNames(filters)}` : '';
  const what = `The share of ${view.highlight.map(plain).join(' and ')} in ${lower(measure.label)}${within}`;
  if (table.dimensions.length === 1 && (table.time || (view.spans && before))) {
    const times = table.time ? toBuckets(table, view) : toSpans(table, before, view);
    const [first, last] = [times.compared[0], times.compared.at(-1)];
    if (!first || !last) return null;
    if (!isNamed) return first === last ? null : writeMix(first, last, measure.label);
    const shares = times.all.map((time) => toShare(time, view.highlight));
    const ends = [first, last].map((time) => toShare(time, view.highlight));
    const lead = view.ranked !== null && view.pair === null && table.time ? null : describeChange(ends);
    return lead
      ? [`**${what} ${lead}.**`, list(shares, table, view)]
      : writeRanked(what, shares.toSorted(byShare(view)), table, view);
  }
  const [, inner, further] = table.dimensions;
  if (!isNamed || !inner || further || table.time || view.spans) return null;
  const groups = [...groupRows(table, dimension)].map(([name, rows]): Whole => {
    const parts = new Map(
      rows.map((row) => [String(table.cell(row, inner)), table.number(row, measure)] as const),
    );
    return { name: plain(name), phrase: plain(name), parts };
  });
  const shares = groups.map((group) => toShare(group, view.highlight)).filter(({ whole }) => whole > 0);
  return shares.length === 0 ? null : writeRanked(what, shares.toSorted(byShare(view)), table, view);
}

/** What a share is of: a period or a member, with the figure of each of its parts. */
type Whole = { name: string; phrase: string; parts: Map<string, number> };
type Share = {
  name: string;
  phrase: string;
  part: number;
  whole: number;
  share: number;
  /** How many parts the whole has. */
  members: number;
};
/** All periods, and those that are compared: the first and the last that are whole. */
type Times = { all: Whole[]; compared: Whole[] };

function toBuckets(table: Table, view: View): Times {
  const { time } = table;
  if (!time?.grain) return { all: [], compared: [] };
  const { grain } = time;
  const groups = [...groupRows(table, time)].toSorted(([a], [b]) => a.localeCompare(b));
  const all = groups.map(([day, rows]) => {
    const name = nameBucket(day, grain);
    return { day, ...toWhole({ ...table, result: { ...table.result, rows } }, name, `in ${name}`) };
  });
  const { pair } = view;
  const whole = all.slice(
    startsPartial(table.result) && all.length > 3 ? 1 : 0,
    endsPartial(table.result) && all.length > 2 ? -1 : undefined,
  );
  const compared = pair ? all.filter(({ day }) => day === pair.before || day === pair.after) : whole;
  return { all: pair ? compared : all, compared };
}

function toSpans(table: Table, before: Table | null, { spans, highlight }: View): Times {
  if (!before || !spans) return { all: [], compared: [] };
  // Each line says whose share it is: the two times are two results.
  const whose = highlight.length > 0 ? `${highlight.map(plain).join(' and ')}, ` : '';
  const sides = [
    toWhole(before, `${whose}${spans.before.spoken}`, toPhrase(spans.before.spoken)),
    toWhole(table, `${whose}${spans.after.spoken}`, toPhrase(spans.after.spoken)),
  ];
  return { all: sides, compared: sides };
}

function toWhole(table: Table, name: string, phrase: string): Whole {
  const [[measure], [dimension]] = [table.measures, table.dimensions];
  if (!measure || !dimension) return { name, phrase, parts: new Map() };
  const parts = [...groupRows(table, dimension)].map(
    ([member, rows]) => [member, total(table, measure, rows)] as const,
  );
  return { name, phrase, parts: new Map(parts) };
}

function toShare({ name, phrase, parts }: Whole, members: string[]): Share {
  const wanted = new Set(members.map((member) => member.toLowerCase()));
  const sum = (values: number[]) => values.reduce((before, value) => before + value, 0);
  const part = sum([...parts].flatMap(([member, value]) => (wanted.has(member.toLowerCase()) ? value : [])));
  const whole = sum([...parts.values()]);
  return { name, phrase, part, whole, share: whole === 0 ? 0 : part / whole, members: parts.size };
}

function byShare({ ranked }: View): (a: Share, b: Share) => number {
  return (a, b) => (ranked === 'asc' ? a.share - b.share : b.share - a.share);
}

function writeRanked(what: string, shares: Share[], table: Table, view: View): string[] {
  const [first] = shares;
  if (!first) return [];
  if (shares.every(({ part }) => part === 0))
    return [`**${what} is nothing** ${speakTime(table.result, view)}.`];
  const rank = view.ranked === 'asc' ? 'lowest' : 'highest';
  const lead = `**${what} is ${rank} in ${first.name}: ${formatPercent(first.share)}**`;
  return [`${lead} ${speakTime(table.result, view)}.`, list(shares, table, view)];
}

const mostLines = 13;
/** Members among which the proof finds one that the line does not name. */
const mostUnsaid = 24;

function list(shares: Share[], table: Table, { spans, highlight }: View): string {
  const isMany = shares.some(({ members }) => members > mostUnsaid);
  const whose = isMany && !spans ? ` ${highlight.map(plain).join(' and ')}` : '';
  const [measure] = table.measures;
  const figure = (value: number) => formatFigure(value, measure?.unit ?? 'none', table.result.scope.currency);
  return shares
    .slice(0, mostLines)
    .map(({ name, share, part, whole }) =>
      part === 0
        ? `- ${name}: none of ${figure(whole)}`
        : `- ${name}:${whose} ${formatPercent(share)} (${figure(part)} of ${figure(whole)})`,
    )
    .join('\n');
}

function describeChange([first, last]: Share[]): string {
  if (!first || !last) return '';
  const [before, after] = [formatPercent(first.share), formatPercent(last.share)];
  if (first.name === last.name) return `was ${after} ${last.phrase}`;
  if (before === after) return `was ${after} ${first.phrase} and ${last.phrase}`;
  const verb = last.share > first.share ? 'rose' : 'fell';
  return `${verb} from ${before} ${first.phrase} to ${after} ${last.phrase}`;
}

/** "How did the mix change": the share of each member before and after, what moved most first. */
function writeMix(first: Whole, last: Whole, label: string): string[] {
  const members = [...new Set([...first.parts.keys(), ...last.parts.keys()])].map((member) => {
    const [before, after] = [first, last].map((time) => toShare(time, [member]).share);
    return { name: plain(member), before: before ?? 0, after: after ?? 0 };
  });
  const moved = members.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const [most] = moved;
  if (!most) return [];
  const verb = most.after >= most.before ? 'rose' : 'fell';
  return [
    `**The share of ${most.name} in ${lower(label)} moved most: it ${verb} from ${formatPercent(most.before)} ${first.phrase} to ${formatPercent(most.after)} ${last.phrase}.**`,
    moved
      .slice(0, mostLines)
      .map(({ name, before, after }) => `- ${name}: ${formatPercent(before)} to ${formatPercent(after)}`)
      .join('\n'),
  ];
}
