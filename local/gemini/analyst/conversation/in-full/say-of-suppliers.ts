import type { DataQuestion, Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';

/**
 * "Who supplies each of them?", "with the supplier", after products: the same rows, each with its supplier. "How long do they take
 * usually?" is when goods come.
 */
export function sayOfSuppliers(sentence: string, previous: Question): string {
  const isOfOrders = previous.kind === 'data' && previous.tool === 'get_purchase_orders';
  if (!isOfOrders && takesLong.test(sentence)) return 'what is their lead time?';
  const { rank } = slowest.exec(sentence)?.groups ?? {};
  if (rank !== undefined && isOfSuppliers(previous))
    return `which of those has the ${/^slow/i.test(rank) ? 'highest' : 'lowest'} lead time?`;
  if (!asksEach.test(sentence)) return sentence;
  if (previous.kind === 'data' && isOfProducts(previous)) return 'also split by supplier';
  const isSlow = previous.kind === 'report' && previous.tool === 'find_slow_movers';
  return isSlow || previous.kind === 'reorder' ? 'on hand of those by product and supplier' : sentence;
}

function isOfProducts({ dimensions, grain, changes, against, periods, per }: DataQuestion): boolean {
  const isPlain = grain === null && !changes && against === null && periods.length < 2 && per === null;
  return isPlain && /^(?:product|sku)$/.test(dimensions.join());
}

function isOfSuppliers(previous: Question): boolean {
  return previous.kind === 'data' && previous.dimensions.join() === 'supplier';
}

/** "Who of them is slowest?", after suppliers. */
const slowest = begins(
  '(?:who|which(?: one)?)(?: of (?:them|those|these))? (?:is|are|was|were|delivers?|delivered) (?:the )?(?<rank>slowest|fastest|quickest)(?: one)?(?: to deliver)?\\W*$',
);
const each = '(?:each|every)(?: (?:one|product|item|article|line)| of (?:them|those|these))?';
const deliver = '(?:suppl(?:y|ies|ied)|deliver(?:s|ed)?|sells?|sends?|ships?|makes?)';
const supplier = '(?:suppliers?|vendors?)';
const asksEach = begins(
  `(?:${[
    `who ${deliver} (?:us )?(?:with )?${each}(?: (?:to )?us)?`,
    `(?:which|what) ${supplier} ${deliver} (?:us )?(?:with )?${each}`,
    `(?:from )?(?:which|what) ${supplier} (?:is|are|does|do) ${each}(?: (?:come|bought))?(?: from)?`,
    `(?:who|(?:which|what) ${supplier})(?: is| are) the ${supplier} (?:of|for) ${each}`,
    `(?:from )?(?:whom?|which ${supplier}) (?:do|did) we (?:buy|get|order|source) ${each}(?: from)?`,
    `(?:who|which ${supplier}|from whom) (?:is|are|does|do) ${each} (?:come )?from`,
    `(?:and )?(?:(?:show|give|tell|add|put|list)(?: me| them| it)? )?(?:with )?(?:the|their|its) ${supplier}(?: (?:of|for) ${each})(?: (?:too|next to it|beside it))?`,
    `(?:show (?:it|them) )?with (?:the |their |its )?${supplier}(?: next to (?:it|them)| beside (?:it|them)| each)?`,
    `(?:the )?${supplier} (?:of|for) ${each}`,
  ].join('|')})\\W*$`,
);

const usually = '(?:,? (?:usually|normally|typically|generally|on average|in general|as a rule))?';
const takesLong = begins(
  `how (?:long|many days) (?:do|does|did|will) (?:they|those|these|he|she)${usually} (?:take|need)${usually}(?: (?:to|for) (?:deliver(?:y|ing)?|supply|arrive|come|get here|ship|send)(?: us)?)?${usually}\\W*$`,
);
