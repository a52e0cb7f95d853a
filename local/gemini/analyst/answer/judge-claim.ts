import { toDatedView } from '../conversation/data-end.ts';
import type { Cell } from '../conversation/read-steps.ts';
import type { Answered } from '../decide.ts';
import { asksOfAll } from '../question/asks-of-all.ts';
import { type Claim, holdsIf, type Verdict } from './claim.ts';
import { judgeAll } from './judge-all.ts';
import { judgeBoundMoves, judgeLead, judgePair, judgeSides, judgeTime } from './judge-members.ts';
import { judgeMove, judgePart, judgeShare } from './judge-move.ts';
import { asksExistence, asksWhether, readClaim } from './read-whether.ts';
import { type Table, tableOf } from './table-of.ts';
import { isWithin } from './write-bounded.ts';
import { toPart } from './write-part.ts';

/**
 * Yes or no to a question that one of the two answers, from the rows that its answer is told from: whether one leads, whether a
 * figure moved as is said, whether one of two is the larger, whether a bound holds, whether there is anything. Null where the
 * rows do not say.
 */
export function judgeClaim(one: Answered, asked: string): (Verdict & { label: string }) | null {
  if (!asksWhether(asked) && !asksOfAll(asked)) return null;
  const tables = one.reads.flatMap(({ read, step }) =>
    step?.outcome.kind === 'result' ? [{ role: read.role, table: tableOf(step.outcome.result) }] : [],
  );
  const main = tables.find(({ role }) => role === 'main')?.table ?? tables[0]?.table;
  if (!main) return null;
  const count = tables.find(({ role }) => role === 'count')?.table;
  const verdict = judge(one, asked, main, tables);
  return verdict && { ...verdict, label: (count ?? main).measures[0]?.label ?? '' };
}

function judge(
  one: Answered,
  asked: string,
  main: Table,
  tables: { role: string; table: Table }[],
): Verdict | null {
  const { question, resolution, plan } = one;
  if (question.kind === 'reorder' && question.level === null && !/\benough\b/i.test(asked))
    return holdsIf(main.result.rowCount > 0);
  if (question.kind !== 'data' || plan === null || question.within !== null) return null;
  const view = one.dataEnd === null ? plan.view : toDatedView(plan.view, one.dataEnd);
  const claim = { asked, question, resolution, view };
  const measure = main.measures[0];
  if (!measure || question.members !== null) return null;
  // "Do we still sell it?": the status says so.
  if (question.dimensions.includes('product_status')) return null;
  if (question.conditions.length > 0 && question.listed === null && question.per === null)
    return judgeBounds(main, claim);
  if (question.order !== null && question.per === null && !asksOfAll(asked))
    return judgeTime(main, measure, claim) ?? judgeLead(main, measure, claim);
  // "Are there regions that fell?": those that did say whether, and not the whole.
  if (question.changeBounds.length > 0) return asksExistence(asked) ? judgeBoundMoves(main, claim) : null;
  const claimed = readClaim(asked, measure.name);
  const before = tables.find(({ role }) => role === 'before')?.table ?? null;
  // Of a quotient the first figure alone would be judged, but where it is asked how it moved.
  if (question.per !== null) return claimed && judgeMove(main, before, claimed, claim);
  if (asksOfAll(asked)) return claimed && judgeAll(main, measure, claimed, claim);
  const count = tables.find(({ role }) => role === 'count')?.table;
  if (question.whole !== undefined) {
    const part = toPart(main, tables[1]?.table);
    const isBound = question.partBounds.length > 0 && part !== null;
    return isBound ? holdsIf(question.partBounds.every((bound) => isWithin(part, bound))) : null;
  }
  if (question.partBounds.length > 0) return judgePart(main, measure, claim);
  if (question.share) return claimed && before ? judgeShare(main, before, measure, claimed, claim) : null;
  // A rate is there for all: "do they deliver on time?" is told by how often.
  const isAmount = measure.unit !== 'fraction' && measure.unit !== 'days';
  // Whether what lies there will do for that is not ours to say.
  const isForThat =
    /\b(?:for|to (?:cover|meet|serve|do)) (?:all (?:of )?)?(?:it|that|this|them|those)\W*$/i.test(asked);
  if (claimed === null)
    return asksExistence(asked) && isAmount && !isForThat ? holdsIf(hasAny(count ?? main)) : null;
  if (question.sides.length === 2)
    return judgeSides(
      tables.map(({ table }) => table),
      claimed,
      claim,
    );
  return judgePair(main, measure, claimed, claim) ?? judgeMove(main, before, claimed, claim);
}

/** "**Yes, revenue rose 4.2%**: …": the verdict stands in the sentence that proves it. */
export function withVerdict(text: string, verdict: ReturnType<typeof judgeClaim>): string {
  if (verdict === null || !text.startsWith('**')) return text;
  const word = verdict.holds ? 'Yes' : 'No';
  if (verdict.lead !== undefined)
    return `**${word}, ${verdict.lead}\n\n${text.replace(/\*\*(.*?)\*\*/, '$1')}`;
  const [lead = '', ...rest] = text.slice(2).split('\n');
  // A figure's name is no proper one: "Revenue rose", but "Garden leads".
  const isOwn = verdict.label !== '' && lead.startsWith(verdict.label);
  const said = isOwn || opens.test(lead) ? lead.charAt(0).toLowerCase() + lead.slice(1) : lead;
  const proof = verdict.proof === '' ? '' : ` ${verdict.proof}`;
  return [`**${word}, ${said}${proof}`, ...rest].join('\n');
}

const opens = /^(?:Nothing|No|Only|At least|Several|All|Both|The) /;

function hasAny(table: Table): boolean {
  const [measure] = table.measures;
  return measure !== undefined && table.result.rows.some((row) => table.number(row, measure) > 0);
}

/** A bound on one figure; of many, whether any row keeps to it. */
function judgeBounds(table: Table, { asked, question }: Claim): Verdict | null {
  const holds = (row: Cell[]) =>
    question.conditions.every((condition) => {
      const column = table.measures.find(({ name }) => name === condition.measure);
      return column !== undefined && isWithin(table.number(row, column), condition);
    });
  const isWhole = table.dimensions.length === 0 && table.time === null;
  // What was read is those that do not keep to it.
  if (asksOfAll(asked)) return isWhole ? null : holdsIf(!table.result.rows.some(holds));
  // "Are more products out of stock than last month?" is no question of whether there are any.
  const isOfAny = asksExistence(asked) && readClaim(asked, table.measures[0]?.name ?? '') === null;
  if (!isWhole && !isOfAny) return null;
  return holdsIf(table.result.rows.some(holds));
}
