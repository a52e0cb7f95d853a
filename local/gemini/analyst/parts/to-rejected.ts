import { findTool } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { suppliers } from '../vocabulary/things.ts';
import type { Parts } from './parts.ts';

/** "What did we send back to Orsini?": what goes back to suppliers was rejected, what comes back from customers is returned. */
export function toRejected(parts: Parts, { datasets }: Vocabulary): Parts {
  const { text, measures } = parts;
  const tool = findTool('rejected_units', datasets);
  const isReturn = (references: Reference[]) =>
    references.length > 0 && references.every(({ name }) => /^return/.test(name));
  const toBuyers = /\b(?:customers?|clients?|buyers?)\b/.test(text);
  if (tool === undefined || toBuyers || !measures.some(isReturn)) return parts;
  if (!weSend.test(text) && !toSupplier.test(text)) return parts;
  const isRate = measures.flat().some(({ name }) => name === 'return_rate') || ofAll.test(text);
  const name = isRate ? 'rejection_rate' : inMoney.test(text) ? 'rejected_value' : 'rejected_units';
  const others = measures.filter(
    (references) => !isReturn(references) && references.some((one) => !/^(units|revenue)$/.test(one.name)),
  );
  // "Who did we return the most to?"
  const asksWho = /^(?:and )?(?:to )?whom?\b/.test(text) && parts.dimensions.length === 0;
  return {
    ...parts,
    measures: [[{ tool, name }], ...others],
    ...(asksWho && { dimensions: [[{ tool, name: 'supplier' }]] }),
  };
}

const back = '(?:return(?:ed|ing)?|sen[dt](?:ing)? (?:[^,.?!]* )?back|giv(?:e|en|ing) back|gave back)';
const weSend = new RegExp(
  `\\b(?:we|i) (?:(?:have|had|to|did|do|must|should|also|ever|actually|already) )*${back}\\b(?! (?:in|into|to) (?:stock|the (?:shel|stock)))`,
);
const toSupplier = new RegExp(
  `\\b(?:${back}|returns|went back|go(?:es)? back)\\b[^,.?!]*\\bto (?:(?:the|our|its|their|which|each|a) )*${suppliers}\\b`,
);
const ofAll =
  /\b(?:share|percentage|percent|proportion|part|%) of (?:(?:the|our|all) )*(?:goods|units|pieces|items|deliver\w+|what)\b/;
const inMoney = /[$€£]|\b(?:value|worth|dollars?|money|usd|euros?)\b/;
