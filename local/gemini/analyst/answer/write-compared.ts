import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import type { Condition } from '../question/question.ts';
import type { View } from '../reads/view.ts';
import { describeMove, toChange } from './describe-move.ts';
import { capital, formatCell, formatFigure, formatPercent, plain } from './format-figure.ts';
import { lower } from './speak.ts';
import type { Table } from './table-of.ts';
import { isWithin } from './write-bounded.ts';
import { toPlural } from './write-names.ts';
import { toPhrase } from './write-total.ts';

/** Another split of the same change: who moved it most there. Nothing where nobody did. */
export function writeReason(table: Table): string[] {
  const compared = readMembers(table);
  if (compared === null) return [];
  const { members, figures, dimension } = compared;
  const change = members.reduce((sum, { now, earlier }) => sum + now - earlier, 0);
  const driver = change !== 0 && figures.measure.summable ? writeDriver(members, change, figures) : '';
  return driver === '' ? [] : [`By ${dimension.label.toLowerCase()}, ${driver}`];
}

function readMembers(
  table: Table,
  measure = table.measures[0],
): { members: Member[]; figures: Figures; dimension: ResultColumn } | null {
  const [dimension] = table.dimensions;
  const before = table.result.columns.find(({ name }) => name === `${measure?.name}_before`);
  if (!measure || !dimension || !before) return null;
  // A rate or a number of days that is not there has not fallen to nothing.
  const isThere = (row: Cell[]) =>
    [measure, before].every((column) => typeof table.cell(row, column) === 'number');
  const rows = table.result.rows.filter((row) => measure.summable || isThere(row));
  const members = rows.map((row) => ({
    row,
    name: plain(String(table.cell(row, dimension) ?? '')),
    now: table.number(row, measure),
    earlier: table.number(row, before),
  }));
  return { members, dimension, figures: { table, measure, before, currency: table.result.scope.currency } };
}

/** Rows of a comparison by member, as compare_sales returns them: the whole, then who moved it, or who is asked for. */
export function writeCompared(table: Table, view: View): string[] {
  const compared = readMembers(table);
  if (compared === null || !view.spans) return [];
  const { members, figures, dimension } = compared;
  const { measure } = figures;
  const whole = measure.summable && table.complete ? writeWhole(members, figures, view) : null;
  const unnamed = `No ${dimension.label.toLowerCase()}`;
  const own = members.filter(({ name }) => name !== othersName && name !== unnamed);
  // "Why did it fall?" is about the whole, "which products fell?" about the products.
  const isOfMembers = view.reasons.length === 0 && own.some(({ now, earlier }) => now < earlier);
  const ranked = view.ranked !== null || (view.falls && (whole === null || isOfMembers));
  if (view.changeBounds.length > 0) return writeWithinBounds(members, figures, view, dimension.label);
  const named = ranked ? own : members.filter(({ name }) => name !== othersName);
  // What has no region is told beside the regions, and is none that grew.
  const rest = ranked ? members.filter(({ name }) => name === unnamed) : [];
  const change = members.reduce((sum, { now, earlier }) => sum + now - earlier, 0);
  const way = measure.summable && view.moves === 'whole' ? change : 0;
  const chosen = ranked ? named.filter((member) => movesAsAsked(member, view, way)) : named;
  const sorted = chosen.toSorted((a, b) => toRank(b, view) - toRank(a, view));
  const [first] = sorted;
  if (!first)
    return [
      `**${measure.label} ${view.falls ? 'fell' : 'grew'} for no ${dimension.label.toLowerCase()}** ${toPhrase(view.spans.after.spoken)} compared with ${view.spans.before.spoken}.`,
      ...(whole === null ? [] : [whole]),
    ];
  const listed = sorted.slice(0, view.limit === null ? 6 : Math.min(view.limit, 12));
  const lead = ranked ? writeLead(first, figures, view) : (whole ?? writeLead(first, figures, view));
  const moved = [...listed, ...rest].map((member) => `- ${writeMember(member, figures)}`).join('\n');
  const drives =
    whole !== null && !ranked && change !== 0 ? capital(writeDriver(members, change, figures)) : '';
  // "Categories whose revenue fell", where none did, and "why did sales drop?" when they rose: that is said first.
  const isSplit = view.reasons.length === 0 && named.every(({ now, earlier }) => now >= earlier);
  if (view.falls && !ranked && change > 0 && isSplit)
    return [
      `**${measure.label} fell for no ${dimension.label.toLowerCase()}.** ${lead.replaceAll('**', '')}`,
      drives,
      moved,
    ].filter(Boolean);
  if (view.falls && !ranked && change > 0)
    return [`**${measure.label} did not fall.** ${lead.replaceAll('**', '')}`, drives, moved].filter(Boolean);
  const further = ranked || view.reasons.length > 0 ? [] : writeFurther(table, view);
  return [lead, drives, moved, ranked && whole !== null ? whole.replaceAll('**', '') : '', ...further].filter(
    (line) => line !== '',
  );
}

/** "Sales by category next to the month before, also the margin": how the other figures moved, of all and of each. */
function writeFurther(table: Table, view: View): string[] {
  const names = new Set(table.measures.map(({ name }) => name));
  const [, ...others] = table.measures.filter(({ name }) => names.has(`${name}_before`));
  return others.flatMap((measure) => {
    const compared = readMembers(table, measure);
    if (compared === null) return [];
    const { members, figures } = compared;
    const whole = measure.summable && table.complete ? writeWhole(members, figures, view) : null;
    const moved = members
      .filter(({ name }) => name !== othersName)
      .toSorted((a, b) => Math.abs(b.now - b.earlier) - Math.abs(a.now - a.earlier))
      .slice(0, 6)
      .map((member) => `- ${writeMember(member, figures)}`);
    return [whole ?? `**${measure.label}**:`, moved.join('\n')];
  });
}

/** Those whose change lies within the bounds. Who bought nothing before spends more now, too; from nothing there is no rate. */
export function findWithinBounds(table: Table, view: View): Member[] {
  const { members = [], dimension } = readMembers(table) ?? {};
  const fits = ({ now, earlier }: Member, bound: Condition) =>
    bound.value === 0
      ? isWithin(now - earlier, bound)
      : earlier > 0 && isWithin((now - earlier) / earlier, bound);
  // "No customer" is none.
  const none = [othersName, `No ${dimension?.label.toLowerCase()}`];
  return members.filter(
    (member) => !none.includes(member.name) && view.changeBounds.every((bound) => fits(member, bound)),
  );
}

/** Those whose change lies within the bounds, the largest change first. */
function writeWithinBounds(members: Member[], figures: Figures, view: View, label: string): string[] {
  const { changeBounds, spans } = view;
  const fitting = findWithinBounds(figures.table, view);
  const verb = view.falls ? 'fell' : 'grew';
  const said = changeBounds.map(({ op, value }) => {
    const isMore = view.falls ? /below|at_most/.test(op) : /above|at_least/.test(op);
    return Math.abs(value) === 0
      ? ''
      : ` by ${isMore ? 'more' : 'less'} than ${formatPercent(Math.abs(value))}`;
  });
  const when = spans ? ` ${toPhrase(spans.after.spoken)} compared with ${spans.before.spoken}` : '';
  const noun = toPlural(label.toLowerCase(), fitting.length);
  // How many there are of a part is not known.
  const isKnown = figures.table.complete && members.every(({ name }) => name !== othersName);
  const count = fitting.length === 0 ? 'no' : isKnown ? fitting.length.toLocaleString('en-US') : 'many';
  const [first] = fitting;
  const isOne = fitting.length === 1 && isKnown && first !== undefined;
  const lead = `${isOne ? `only ${first.name}` : `${count} ${noun}`} ${verb}${said.join(' and')}`;
  const listed = fitting
    .toSorted((a, b) => Math.abs(b.now - b.earlier) - Math.abs(a.now - a.earlier))
    .slice(0, 10)
    .map((member) => `- ${writeMember(member, figures)}`);
  return [`**${capital(lead)}** in ${lower(figures.measure.label)}${when}.`, listed.join('\n')].filter(
    (line) => line !== '',
  );
}

/** The row in which compare_sales adds up the members beyond its limit. */
const othersName = 'All others';

type Member = { row: Cell[]; name: string; now: number; earlier: number };
type Figures = { table: Table; measure: ResultColumn; before: ResultColumn; currency: string };

/**
 * The least growth may be a fall; else what is asked to have grown has grown.
 * @param whole the change of all, where those that went its way are asked for.
 */
function movesAsAsked({ now, earlier }: Member, view: View, whole: number): boolean {
  const { falls, ranked, byRate, moves } = view;
  if (byRate && earlier <= 0) return false;
  if (moves !== null && !falls) return whole === 0 ? now !== earlier : (now - earlier) * whole > 0;
  if (falls) return now < earlier;
  return ranked === 'asc' || now > earlier;
}

/** How far in front a member stands: by the size of its move, or by the move itself where the least is asked for. */
function toRank({ now, earlier }: Member, { falls, ranked, byRate }: View): number {
  const move = byRate && earlier > 0 ? (now - earlier) / earlier : now - earlier;
  return ranked === 'asc' && !falls ? -move : Math.abs(move);
}

function writeWhole(members: Member[], { measure, currency }: Figures, view: View): string {
  const now = members.reduce((sum, member) => sum + member.now, 0);
  const earlier = members.reduce((sum, member) => sum + member.earlier, 0);
  const figure = (value: number) => formatFigure(value, measure.unit, currency);
  const { after, before } = view.spans ?? {};
  const both = `${figure(now)} ${toPhrase(after?.spoken ?? '')}, ${figure(earlier)} ${toPhrase(before?.spoken ?? '')}`;
  return `**${measure.label} ${describeMove(earlier, now, measure)}**: ${both}.`;
}

function writeLead({ name, now, earlier }: Member, { measure, currency }: Figures, view: View): string {
  const figure = (value: number) => formatFigure(value, measure.unit, currency);
  const verb = now < earlier ? 'fell' : 'grew';
  const least = view.ranked === 'asc' && !view.falls && now >= earlier;
  const most =
    view.ranked !== null || view.falls ? (least ? ' least' : view.byRate ? ' fastest' : ' most') : '';
  const [from, to] = [figure(earlier), figure(now)];
  // A rate has moved from one to another; points of percent would be taken for percent.
  const ends = from === to ? '' : `, from ${from} to ${to}`;
  // "By $400" is of sales; a number says of what.
  const of = measure.unit === 'currency' || measure.unit === 'fraction' ? '' : ` ${lower(measure.label)}`;
  const by = measure.unit === 'fraction' ? ends : `, by ${figure(Math.abs(now - earlier))}${of}`;
  const when = view.spans
    ? ` ${toPhrase(view.spans.after.spoken)} compared with ${view.spans.before.spoken}`
    : '';
  const change = toChange(earlier, now, measure);
  if (most === '')
    return `**${measure.label} moved most in ${name}: from ${from} to ${to}${change}**${when}.`;
  return `**${capital(name)} ${verb}${most}${by}${change}**${when}.`;
}

function writeMember(
  { row, now, earlier, name }: Member,
  { table, measure, before, currency }: Figures,
): string {
  const [from, to] = [before, measure].map((column) => formatCell(table.cell(row, column), column, currency));
  return `${name}: ${from} to ${to}${toChange(earlier, now, measure)}`;
}

/** The member that moved most in the direction of the whole, with its part of the whole change. */
function writeDriver(members: Member[], change: number, { table, measure, currency }: Figures): string {
  const same = members.filter(
    ({ now, earlier, name }) => name !== othersName && (now - earlier) * change > 0,
  );
  const [most] = same.toSorted((a, b) => Math.abs(b.now - b.earlier) - Math.abs(a.now - a.earlier));
  if (!most || members.length < 2) return '';
  const own = most.now - most.earlier;
  const part = own / change;
  const of =
    part <= 1
      ? `${formatPercent(part)} of the ${change < 0 ? 'fall' : 'rise'}`
      : `more than the whole ${change < 0 ? 'fall' : 'rise'}; others moved the other way`;
  const sign = own < 0 ? '−' : '+';
  const label = table.dimensions[0]?.label.toLowerCase() ?? '';
  const name = most.name === `No ${label}` ? `What has no ${label}` : most.name;
  // Who moved further the other way did not move it.
  const isFurthest = members.every(
    (one) => one.name === othersName || Math.abs(one.now - one.earlier) <= Math.abs(own),
  );
  const verb = isFurthest ? 'moved it most' : own < 0 ? 'lost most' : 'gained most';
  return `${name} ${verb}: ${sign}${formatFigure(Math.abs(own), measure.unit, currency)}, ${of}.`;
}
