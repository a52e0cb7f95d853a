import { writeAnswer } from './answer/write-answer.ts';
import { writeFailure } from './answer/write-failure.ts';
import { findOtherChart, showAnswer } from './charts/show-answer.ts';
import { type DataEnd, toDatedArgs } from './conversation/data-end.ts';
import type { PastTurn, ToolStep } from './conversation/read-steps.ts';
import { toQuery } from './names/resolve-names.ts';
import type { DataQuestion, Filter } from './question/question.ts';
import { cutAlike } from './reads/cut-alike.ts';
import { planEndRead, planEverReads } from './reads/find-nothing.ts';
import { planOtherReads } from './reads/plan-other-reads.ts';
import { type Plan, planReads, type Read } from './reads/plan-reads.ts';
import { repairRead } from './reads/repair-read.ts';
import { skipUnnamed } from './reads/skip-unnamed.ts';
import type { Setting, Understood } from './setting.ts';

export type Call = { name: string; args: Record<string, unknown> };
export type Decision = { kind: 'calls'; calls: Call[] } | { kind: 'text'; text: string };

/** What a read came to: a result, a failure that nothing mends, or nothing yet. */
export type Answered = Understood & {
  plan: Plan | null;
  /** A filter that the tool does not take: stock is not kept by channel. */
  misfit: { filter: Filter; tool: string } | null;
  reads: { read: Read; step: ToolStep | null; repaired: string | null }[];
  /** The chart that was asked for by name could not be drawn. */
  isOtherChartMissing: boolean;
  /** Periods were counted from the end of the data. */
  isDated: boolean;
};

/**
 * The next step of the turn, from what the tools have returned so far: look names up, read, show, answer. Deterministic, and
 * without memory beside the conversation itself.
 */
export function decide(
  turn: PastTurn,
  understood: Understood[],
  setting: Setting,
  mayCall: boolean,
): Decision {
  const { vocabulary } = setting;
  if (mayCall && vocabulary.tools.has('search_catalog')) {
    const pending = understood.flatMap(({ resolution }) => resolution.pending).slice(0, 4);
    if (pending.length > 0)
      return toCalls(
        pending.map((mention) => ({
          name: 'search_catalog',
          args: toSearch(mention.hint, toQuery(mention), setting),
        })),
      );
  }
  // A look-up that was not made has not found that there is no such name.
  const failed = turn.steps.find(
    ({ name, outcome }) =>
      name === 'search_catalog' && outcome.kind === 'failure' && outcome.failure.code !== 'no_match',
  );
  const isUnknown = understood.some(({ resolution }) => resolution.unknown.length > 0);
  if (isUnknown && failed?.outcome.kind === 'failure')
    return { kind: 'text', text: writeFailure(failed.outcome.failure) };
  const answered = understood.map((one) => withOtherChart(readAll(one, turn, setting), turn, setting));
  const open = answered.flatMap(({ reads }) =>
    reads.filter(({ step }) => step === null).map(({ read }) => read),
  );
  if (mayCall && open.length > 0) return toCalls(open.map(({ tool, args }) => ({ name: tool, args })));
  const reading = turn.steps.filter(({ name }) => name !== 'show_visualization').length;
  const callsLeft = Math.max(0, mostCalls - reading);
  const shown = vocabulary.tools.has('show_visualization')
    ? answered.flatMap((one) => showAnswer(one, setting)).slice(0, Math.min(4, callsLeft))
    : [];
  const unshown = shown.filter((args) => !findStep(turn.steps, 'show_visualization', args));
  if (mayCall && unshown.length > 0)
    return toCalls(unshown.map((args) => ({ name: 'show_visualization', args })));
  return { kind: 'text', text: writeAnswer(answered, setting, turn) };
}

/** Calls of one answer: the product allows twelve. */
const mostCalls = 12;

function toCalls(calls: Call[]): Decision {
  return {
    kind: 'calls',
    calls: calls.filter((call, index) => calls.findIndex((other) => sameArgs(other, call)) === index),
  };
}

function toSearch(hint: string | null, query: string, { vocabulary }: Setting): Record<string, unknown> {
  // "Reseller customer": what stands before a customer may be its channel or its segment.
  const kind = hint === 'sku' ? 'product' : hint === 'customer' ? null : hint;
  const limit = vocabulary.parameters.get('search_catalog')?.has('limit') ? { limit: 50 } : {};
  return { query, ...limit, ...(kind !== null && vocabulary.catalogKinds.includes(kind) && { kind }) };
}

function readAll(one: Understood, turn: PastTurn, setting: Setting): Answered {
  const { question, resolution } = one;
  const unread = { ...one, plan: null, misfit: null, reads: [], isOtherChartMissing: true, isDated: false };
  // Without a catalog to look in, a name stays unknown.
  if (resolution.pending.length > 0) {
    const unknown = resolution.pending.map((mention) => ({ mention, nearest: [] }));
    return { ...unread, resolution: { ...resolution, unknown } };
  }
  if (resolution.unknown.length > 0) return unread;
  const asOf = one.dataEnd ?? { today: setting.today, last: setting.today };
  const plan = question.kind === 'data' ? planReads(question, setting.vocabulary, asOf) : null;
  const planned = plan?.reads ?? planOtherReads(question, setting.vocabulary);
  const reads = one.dataEnd === null ? planned : toDatedReads(one, planned, one.dataEnd, setting);
  const misfit = findMisfit(one, reads, setting);
  if (misfit) return { ...unread, plan, misfit };
  const [first] = reads;
  const main = first ? findStep(turn.steps, first.tool, first.args) : null;
  const done = reads
    .map((read) => readOne(plan === null ? read : cutAlike(read, main, plan.view), turn, setting))
    .flatMap((one) => withoutUnnamed(one, question, turn, setting));
  const top =
    question.kind === 'reorder' && question.level === null && question.bounds.length === 0
      ? toTopRead(done[0]?.step ?? null)
      : null;
  const others = top
    ? [top]
    : question.kind === 'data' && !plan?.view.spans
      ? [...toEverReads(question, done), ...(one.dataEnd === null ? toEndReads(done, setting) : [])]
      : isOfNamedTime(question) && one.dataEnd === null
        ? toEndReads(done, setting)
        : [];
  return {
    ...one,
    plan,
    misfit: null,
    isOtherChartMissing: true,
    isDated:
      one.dataEnd?.moves ||
      reads.some((read, index) => !sameArgs(toCall(read), toCall(planned[index] ?? read))) ||
      (question.kind === 'report' && question.ahead !== null),
    reads: [...done, ...others.map((read) => readOne(read, turn, setting))],
  };
}

/** A ranking with a place for what has no name is read again without it. */
function withoutUnnamed(
  done: Answered['reads'][number],
  question: Understood['question'],
  turn: PastTurn,
  setting: Setting,
): Answered['reads'] {
  if (question.kind !== 'data' || done.step?.outcome.kind !== 'result') return [done];
  const again = skipUnnamed(done.read, done.step.outcome.result, question);
  if (again === null) return [done];
  return [readOne(again, turn, setting), { ...done, read: { ...done.read, role: 'unnamed' } }];
}

/** A figure that is zero is looked at over all time, too. */
function toEverReads({ conditions }: DataQuestion, done: Answered['reads']): Read[] {
  const [main] = done;
  if (done.length > 1 || conditions.length > 0 || main?.step?.outcome.kind !== 'result') return [];
  return planEverReads({ read: main.read, result: main.step.outcome.result });
}

function toEndReads([main]: Answered['reads'], { today }: Setting): Read[] {
  return main?.step?.outcome.kind === 'result' ? planEndRead(main.read, main.step.outcome.result, today) : [];
}

/** "The forecast for March", which is another one after data that ended long ago. */
function isOfNamedTime(question: Understood['question']): boolean {
  return question.kind === 'report' && question.ahead !== null && 'spans' in question.ahead;
}

function toDatedReads({ question }: Understood, reads: Read[], end: DataEnd, setting: Setting): Read[] {
  const known = 'periods' in question ? question.periods : [];
  return reads.map((read) => ({
    ...read,
    args: toDatedArgs(read.args, end, setting.fiscalStartMonth, known),
  }));
}

function toCall({ tool, args }: Read): Call {
  return { name: tool, args };
}

/** Whether the chart asked for by name is to be had: the tool takes its type, and has not refused it. */
function withOtherChart(one: Answered, turn: PastTurn, setting: Setting): Answered {
  const wished = findOtherChart(one, setting);
  const refused =
    wished !== null && findStep(turn.steps, 'show_visualization', wished)?.outcome.kind === 'failure';
  return { ...one, isOtherChartMissing: wished === null || refused };
}

function findMisfit({ question }: Understood, reads: Read[], { vocabulary }: Setting): Answered['misfit'] {
  if (!('filters' in question)) return null;
  const sides = question.kind === 'data' ? question.sides.flatMap((side) => side.filters) : [];
  for (const { tool } of reads) {
    const known = vocabulary.filters.get(tool);
    const filter = [...question.filters, ...sides].find(
      ({ dimension }) => known !== undefined && !known.has(dimension),
    );
    if (filter) return { filter, tool };
  }
  return null;
}

/** A read with its answer; one that failed is tried once more as its hint says. */
function readOne(read: Read, turn: PastTurn, setting: Setting): Answered['reads'][number] {
  const step = findStep(turn.steps, read.tool, read.args);
  if (step?.outcome.kind !== 'failure') return { read, step, repaired: null };
  const repair = repairRead(read, step.outcome.failure, setting);
  if (repair === null) return { read, step, repaired: null };
  const again = findStep(turn.steps, read.tool, repair.args);
  if (again === step) return { read, step, repaired: null };
  return { read: { ...read, args: repair.args }, step: again, repaired: repair.said };
}

/** A long list of reorders gets its most urgent lines once more, for a chart that can be read. */
function toTopRead(step: ToolStep | null): Read | null {
  if (step?.outcome.kind !== 'result' || step.outcome.result.rowCount <= 15 || 'limit' in step.args)
    return null;
  return { role: 'top', tool: step.name, args: { ...step.args, limit: 10 } };
}

function findStep(steps: ToolStep[], name: string, args: Record<string, unknown>): ToolStep | null {
  return steps.find((step) => sameArgs(step, { name, args })) ?? null;
}

function sameArgs(a: Call, b: Call): boolean {
  return a.name === b.name && JSON.stringify(sortKeys(a.args)) === JSON.stringify(sortKeys(b.args));
}

/** Storage and transport may order keys anew. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(entries.map(([key, entry]) => [key, sortKeys(entry)]));
}
