import type { DataQuestion, Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { inTimeOf } from '../references/write-period.ts';

/** "Was it all on time?", "were they complete?", after what came in: the rate of the deliveries of that time, by supplier where suppliers were told. */
export function sayOfReceipts(sentence: string, previous: Question): string {
  if (previous.kind !== 'data' || !isReceived(previous)) return sentence;
  const { rows, how = '' } = judged.exec(sentence)?.groups ?? {};
  if (rows === undefined) return sentence;
  const figure = /^(?:complete|in full)/i.test(how) ? 'fill rate' : 'on-time rate';
  const [split] = /^(?:they|those|these)/i.test(rows) ? previous.dimensions : [];
  const by = split === 'supplier' || split === 'warehouse' ? ` by ${toWords(split)}` : '';
  return `${figure} of deliveries received${inTimeOf(previous)}${by}`;
}

function isReceived({ tool, measures: [name = ''], daysOf }: DataQuestion): boolean {
  return name === 'units_received' || (tool === 'get_purchase_orders' && daysOf === 'received');
}

const rows =
  '(?<rows>(?:all of |any of |some of |much of |most of )?(?:it|that|this|they|those|these|them)|everything|anything|all)';
const judged = begins(
  `(?:(?:was|were|is|are|did|has|have) |(?=all|everything|anything)|how (?:much|many) of (?=[^?]*\\b(?:was|were|came|arrived)\\b))${rows}(?: (?:all|both|each|was|were|come|came|arrive|arrived|delivered|received|get here|delivered to us))* (?:too )?(?<how>on time|in time|punctual(?:ly)?|late|delayed|overdue|complete(?:ly)?|in full)\\W*$`,
);
