import type { Parts } from '../parts/parts.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { findUntold, toUntaken } from './gaps/find-untaken.ts';
import { lacking } from './gaps/lacking.ts';
import type { Question } from './question.ts';
import { findUnforeseen, toAhead } from './to-ahead.ts';
import { type AsOf, toReport } from './to-report.ts';

/** A forecast of the time that is asked for, where there can be one. */
export function toForecast(parts: Parts, vocabulary: Vocabulary, asOf: AsOf): Question {
  if (parts.time.against !== null || parts.time.versus !== null)
    return toUntaken('compare a forecast with another time', 'forecast_demand');
  const untold = findUntold(parts);
  if (untold !== null) return toUntaken(untold, 'forecast_demand');
  const ahead = parts.grain === 'week' ? toAhead(parts, asOf) : null;
  if (ahead && ahead.grain !== 'week') return toUntaken('tell months ahead by week', 'forecast_demand');
  const missing = findUnsold(parts) ?? findUnforeseen(parts, asOf);
  if (missing === null) return toReport('forecast_demand', parts, vocabulary, asOf);
  return lacking({ missing, nearest: 'What is the sales forecast for next month?' });
}

/** Only sales are forecast: no stock, and nothing of suppliers. */
function findUnsold({ measures, text }: Parts): string | null {
  const other = measures.find((references) =>
    references.every(({ tool, name }) => tool !== 'query_sales' || noSum.test(name)),
  );
  if (other) return `forecast of ${toWords(other[0]?.name)}`;
  return ofStock.test(text) ? 'forecast of stock' : null;
}

/** What does not add up over time has no forecast. */
const noSum = /_rate$|^average_|^customers$|^products_sold$/;

const ofStock =
  /\b(?:stock|inventory)(?: levels?| value)? (?:forecasts?|projections?|outlook)\b|\b(?:forecasts?|projections?) (?:of|for) (?:the |our )?(?:stock|inventory)\b/;

/** "How does that compare with last month?", after a forecast: nothing that was sold is set against it. */
export function comparesForecast({ text, time, focus }: Parts, previous: Question | null): boolean {
  // "Will we beat last year?": what was sold so far is no forecast.
  if (
    /^(?:and |so |but )?(?:will|are we going to|shall|can) (?:we|it|this|sales|revenue|the)\b/.test(text) &&
    (time.versus !== null ||
      time.against !== null ||
      /\bthan (?:in |on |over )?(?:last|the|this|20\d\d)\b/.test(text))
  )
    return true;
  if (previous?.kind !== 'report' || previous.tool !== 'forecast_demand') return false;
  const isOfIt = /\b(?:that|it|this|they|those|these)\b/.test(text);
  const compares =
    focus.has('compare') || time.versus !== null || /\b(?:than|compare\w*|against|versus|vs)\b/.test(text);
  return isOfIt && compares;
}
