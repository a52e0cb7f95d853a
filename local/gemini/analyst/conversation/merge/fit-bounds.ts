import { toRateNames } from '../../parts/as-rate.ts';
import { toRate } from '../../parts/both-units.ts';
import type { Parts } from '../../parts/parts.ts';
import { finishQuestion } from '../../question/finish-question.ts';
import { lacking, lostSplit, misfitBound } from '../../question/gaps/lacking.ts';
import type { DataQuestion, Question } from '../../question/question.ts';
import { findMisfitBound } from '../../question/to-conditions.ts';
import { measuresOf, toSibling } from '../../vocabulary/declared-terms.ts';
import type { Reference } from '../../vocabulary/lexicon.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';

/** "Only those above $5,000", of numbers of orders: their value. "Under 38 %", of margins: their rate. */
export function inTheirUnit(
  parts: Parts,
  tool: string,
  [measure = '']: string[],
  { datasets }: Vocabulary,
): Parts {
  const own = { tool, name: measure };
  const others = {
    currency: toSibling(own, 'currency', datasets),
    percent: toRate(own, datasets) ?? findRate(own, datasets),
  };
  const isOfOrders = /^(?:open|late)_orders$|^purchase_order_count$/.test(measure);
  return {
    ...parts,
    conditions: parts.conditions.map((condition) => {
      const { references } = condition;
      // No supplier has thousands of orders: "only those over 10,000" is meant of their value.
      const unit =
        condition.unit === null && isOfOrders && condition.value >= 1000 ? 'currency' : condition.unit;
      const name = references === null && (unit === 'currency' || unit === 'percent') ? others[unit] : null;
      return name === null ? condition : { ...condition, references: [{ tool, name }] };
    }),
  };
}

/** The follow-up, unless a bound of it is in another unit than all that it could be on ("more than 25 %", of units on hand), or its rows are not kept. */
export function finishFitting(merged: DataQuestion, parts: Parts, vocabulary: Vocabulary): Question {
  const { tool, measures } = merged;
  // Of a change a bound in percent is one of its rate.
  const moves = merged.changes || merged.compares || merged.against !== null || merged.periods.length > 1;
  const misfit = moves
    ? null
    : findMisfitBound(inTheirUnit(parts, tool, measures, vocabulary), tool, measures, vocabulary);
  if (misfit !== null) return lacking(misfitBound(misfit));
  // "By channel", after days of cover: the same rows again would be taken for that.
  const lost = parts.dimensions.find((references) => references.every((one) => one.tool !== tool))?.[0]?.name;
  if (lost !== undefined) return { kind: 'missing', spoken: lost, topic: lostSplit(tool, lost, vocabulary) };
  return finishQuestion(merged, vocabulary);
}

/** Of late orders the late rate, of rejected units the rejection rate. */
function findRate({ tool, name }: Reference, datasets: Vocabulary['datasets']): string | null {
  const declared = measuresOf(tool, datasets);
  if (declared.find((term) => term.name === name)?.unit === 'fraction') return null;
  const names = toRateNames(name);
  return declared.find((term) => term.unit === 'fraction' && names.includes(term.name))?.name ?? null;
}
