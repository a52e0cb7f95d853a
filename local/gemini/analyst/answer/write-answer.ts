import { speakDataEnd, toDatedView } from '../conversation/data-end.ts';
import type { PastTurn, ToolResult } from '../conversation/read-steps.ts';
import type { Answered } from '../decide.ts';
import { speakEver, speakNothing } from '../reads/find-nothing.ts';
import { speakUnnamed } from '../reads/skip-unnamed.ts';
import type { View } from '../reads/view.ts';
import type { Setting } from '../setting.ts';
import { nameUnit } from '../time/calendar.ts';
import { joinNames, plain } from './format-figure.ts';
import { judgeClaim, withVerdict } from './judge-claim.ts';
import { leaveOut } from './leave-out.ts';
import { offerQuestion } from './offer-question.ts';
import { speakNotes, speakOwnFigures, speakWarehouses } from './speak.ts';
import { speakNotOnly, speakOnly } from './speak-only.ts';
import { tableOf } from './table-of.ts';
import { speakWithoutEarlier, withoutEarlier } from './without-earlier.ts';
import { writeBounded } from './write-bounded.ts';
import { writeCompared, writeReason } from './write-compared.ts';
import { writeDueDays } from './write-due-of-each.ts';
import { writeFailure, writeMisfit } from './write-failure.ts';
import { writeLevels } from './write-levels.ts';
import { writeListed, writeNone } from './write-listed.ts';
import { writeMembers } from './write-members.ts';
import { writeOverview } from './write-overview.ts';
import { writePart } from './write-part.ts';
import { writeRatio } from './write-ratio.ts';
import { writeReorder, writeStock } from './write-reorder.ts';
import { writeReport } from './write-report.ts';
import { writeSeries } from './write-series.ts';
import { writeShares } from './write-shares.ts';
import { writeSides } from './write-sides.ts';
import { writeTaken } from './write-taken.ts';
import { writeTalk } from './write-talk.ts';
import { writeTotal, writeTwoTotals } from './write-total.ts';
import { writeTwoMembers } from './write-two-members.ts';
import { writeUnknown } from './write-unknown.ts';
import { writeWithin } from './write-within.ts';

/**
 * The answer in Markdown: the insight first, then what supports it, then what limits it. Sentences with a doubted figure are
 * left out.
 */
export function writeAnswer(
  answered: Answered[],
  setting: Setting,
  turn: Pick<PastTurn, 'question' | 'steps' | 'doubted'>,
): string {
  const { question: asked, doubted } = turn;
  // Of several questions in one message it would be open which one is meant.
  const [only, ...more] = answered;
  const verdict = only && more.length === 0 ? judgeClaim(only, asked) : null;
  const text = answered
    .map((one) => withVerdict(writeOne(one, turn, setting), verdict))
    .concat(speakLeftOut(answered))
    .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
    .join('\n\n');
  if (text === '') return 'Nothing could be said about that. Ask "What can I ask?" for what the data holds.';
  return doubted.length === 0 ? text : leaveOut(text, doubted);
}

/** Only where something was read. */
function speakLeftOut(answered: Answered[]): string[] {
  const [leftOut] = answered.flatMap((one) => (one.reads.length > 0 ? (one.leftOut ?? []) : []));
  return leftOut === undefined
    ? []
    : [`I did not understand "${plain(leftOut)}" before this, and left it out here.`];
}

function writeOne(asked: Answered, turn: Pick<PastTurn, 'steps'>, setting: Setting): string {
  const one = withoutEarlier(asked);
  const { question, resolution, reads } = one;
  if (resolution.unknown.length > 0)
    return writeUnknown(resolution.unknown, offerQuestion(one, turn, setting));
  if (
    question.kind !== 'data' &&
    question.kind !== 'reorder' &&
    question.kind !== 'overview' &&
    question.kind !== 'coverage' &&
    question.kind !== 'report'
  )
    return writeTalk(question, offerQuestion(one, turn, setting), setting);
  if (one.misfit) return writeMisfit(one.misfit, setting);
  const failed = reads.find(({ step }) => step?.outcome.kind === 'failure');
  if (failed?.step?.outcome.kind === 'failure' && (question.kind !== 'overview' || reads.length === 1))
    return writeFailure(failed.step.outcome.failure);
  const results = reads.flatMap(({ read, step }) =>
    step?.outcome.kind === 'result' ? [{ role: read.role, result: step.outcome.result }] : [],
  );
  const main = results.find(({ role }) => role === 'main')?.result ?? results[0]?.result;
  if (!main)
    return 'The data could not be read within the steps that an answer may take. Please ask for less at once.';
  const said = reads.flatMap(({ repaired }) => (repaired === null ? [] : [repaired]));
  const taken = writeTaken(one);
  if (question.kind === 'coverage') return writeCoverage(main);
  const nothing = speakNothing(one);
  if (nothing !== null) return [nothing, ...taken].join('\n\n');
  const body =
    question.kind === 'reorder'
      ? question.level !== null
        ? writeLevels(tableOf(main), question.level)
        : [
            ...writeReorder(tableOf(main), question),
            ...writeStock(results.find(({ role }) => role === 'stock')?.result),
          ]
      : question.kind === 'report'
        ? writeReport(tableOf(main), question)
        : question.kind === 'overview'
          ? writeOverview(results, question)
          : writeData(
              one,
              main,
              results.find(({ role }) => role === 'before' || role === 'count')?.result ?? null,
              setting,
            );
  const other =
    question.kind === 'data' && question.otherChart !== null && one.isOtherChartMissing
      ? `A ${question.otherChart.spoken} cannot be drawn of this, so this is the nearest one.`
      : '';
  const limits = [
    other,
    question.kind === 'data' && question.variants !== undefined
      ? `There is no split by ${question.variants}: these are the products.`
      : '',
    speakWithoutEarlier(asked),
    speakEver(one),
    speakUnnamed(one),
    ...taken,
    ...said,
    one.dataEnd && one.isDated ? speakDataEnd(one.dataEnd) : '',
    ...(question.kind === 'reorder' ? [] : speakNotes(main).filter((note) => !isOfBound(note, question))),
    speakWarehouses(main),
    question.kind === 'reorder' ? speakOwnFigures(main) : '',
  ];
  const only = question.kind === 'data' ? speakOnly(question, body.join('\n')) : '';
  return [...withSecond(body, only || speakNotOnly(one.notOnly)), limits.filter(Boolean).join(' ')]
    .filter((line) => line !== '')
    .join('\n\n');
}

/** The answer with a sentence behind its first line. */
function withSecond([first = '', ...rest]: string[], sentence: string): string[] {
  const [lead = '', ...lines] = first.split('\n');
  return [[`${lead} ${sentence}`.trim(), ...lines].join('\n'), ...rest];
}

/** "No product has units above 300", "by month without August": none that was asked for, and not that nothing is recorded. */
function isOfBound(note: string, question: Answered['question']): boolean {
  if (question.kind !== 'data' || !/^Nothing is recorded/.test(note)) return false;
  const leavesOut = question.filters.some(({ dimension }) => /^(?:weekday|month_of_year)$/.test(dimension));
  return question.conditions.length > 0 || (leavesOut && / that begin on /.test(note));
}

function writeData(
  { question, plan, reads, dataEnd }: Answered,
  main: ToolResult,
  before: ToolResult | null,
  setting: Setting,
): string[] {
  if (question.kind !== 'data' || !plan) return [];
  // A repaired read has another period than the plan; "this year" is not the one of today.
  const repaired = reads.some((read) => read.repaired !== null);
  const dated = dataEnd ? toDatedView(plan.view, dataEnd) : plan.view;
  const view: View = repaired ? { ...plan.view, period: null, pair: null } : dated;
  const table = tableOf(main);
  const tables = reads.flatMap(({ step }) =>
    step?.outcome.kind === 'result' ? [tableOf(step.outcome.result)] : [],
  );
  if (question.sides.length > 0) return writeSides(tables, view, question);
  if (question.whole !== undefined) return writePart(table, tables[1], view, question);
  const isBounded = question.conditions.length > 0 && question.order === null && question.listed === null;
  if (isBounded && !view.spans) return writeBounded(table, view, question);
  if (main.rows.length === 0) return [writeNone(main, question.listed) ?? writeEmpty(main)];
  const ratio = writeRatio(table, before ? tableOf(before) : null, question.per, view);
  if (ratio) return ratio;
  if (view.sideBySide) {
    const others = reads.flatMap(({ read, step }) =>
      read.role === 'reason' && step?.outcome.kind === 'result'
        ? writeReason(tableOf(step.outcome.result))
        : [],
    );
    return [...writeCompared(table, view), ...others];
  }
  const shares = question.share ? writeShares(table, before ? tableOf(before) : null, view) : null;
  if (shares) return shares;
  // The rows would say something else: how each member moved.
  if (question.share && view.highlight.length > 0 && (table.time !== null || view.spans !== null))
    return [
      '**That share cannot be told**: its rows are more than an answer may read. Ask for a shorter time, or for quarters.',
    ];
  if (question.within !== null) return writeWithin(table, view, question.within);
  if (question.listed !== null && before) return writeListed(table, tableOf(before), question);
  if (view.spans && before) {
    const other = tableOf(before);
    const lines =
      table.dimensions.length > 0 ? writeTwoMembers(table, other, view) : writeTwoTotals(table, other, view);
    if (lines.length > 0) return lines;
  }
  if (table.time) return writeSeries(table, view);
  const due = writeDueDays(table, view, question, dataEnd?.last ?? setting.today);
  if (due) return due;
  if (table.dimensions.length > 0) return writeMembers(table, view, question);
  const total = writeTotal(table, view);
  const meaning = question.defines ? describeMeasure(table.measures[0]?.name ?? '', main, setting) : '';
  return meaning === '' ? total : [...total, meaning];
}

/** "Revenue: Net sales after discounts, …", as the tool describes it. */
function describeMeasure(name: string, { columns }: ToolResult, { vocabulary }: Setting): string {
  const term = vocabulary.datasets
    .flatMap(({ measures }) => measures)
    .find((measure) => measure.name === name);
  const label = columns.find((column) => column.name === name)?.label ?? name;
  return term && term.description !== '' ? `${label}: ${term.description}` : '';
}

function writeCoverage({ scope }: ToolResult): string {
  if (!scope.period) return 'The tools do not say how far the data reaches.';
  const [from, to] = [scope.period.start, scope.period.end].map((day) => nameUnit(day, 'day'));
  const asOf = scope.dataAsOf
    ? ` It was last brought up to date on ${scope.dataAsOf.slice(0, 10)} at ${scope.dataAsOf.slice(11, 16)} UTC.`
    : '';
  return `**The sales data covers ${from} to ${to}.**${asOf}`;
}

function writeEmpty({ scope }: ToolResult): string {
  const where = scope.filters.length > 0 ? ` with ${joinNames(scope.filters)}` : '';
  const when = scope.period ? ` for ${scope.period.label}` : '';
  return `**Nothing is recorded${when}${where}.**`;
}
