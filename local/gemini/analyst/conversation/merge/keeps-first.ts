import type { Parts } from '../../parts/parts.ts';
import type { ReportQuestion } from '../../question/question.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';

/** "Give me the ten that had spent the most", of lapsed customers: the first of the list, which is by revenue. */
export function keepsFirst(parts: Parts, { options }: ReportQuestion): boolean {
  const { limit, order, dimensions, names, time } = parts;
  const isBare = dimensions.length + names.length + time.periods.length === 0;
  return (
    options.which !== undefined && limit !== null && order === 'desc' && isBare && bySpend.test(parts.text)
  );
}

const bySpend = new RegExp(
  `^(?:(?:and|please|just|only|give|show|list|name|tell|me|us|the|those|top|biggest|largest|best|that|who|which|had|have|has|spent|bought|paid|with|from|most|by|revenue|sales|spend|customers|clients|ones|\\d+|${aboveOne})\\b\\W*)+$`,
);
