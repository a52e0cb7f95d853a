import type { BoundCondition, Parts } from '../parts/parts.ts';
import { findTerm } from '../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { asksOfAll } from './asks-of-all.ts';
import type { Condition, DataQuestion } from './question.ts';

const opposite = { above: 'at_most', below: 'at_least', at_least: 'below', at_most: 'above' } as const;

/** Each bound with the measure that it is on: the one beside it, else the one that is asked for. */
export function toConditions(
  { conditions, text, dimensions, grain }: Parts,
  tool: string,
  [asked = '']: string[],
  vocabulary: Vocabulary,
): DataQuestion['conditions'] {
  const isOfAll = conditions.length === 1 && asksOfAll(text) && (dimensions.length > 0 || grain !== null);
  return conditions.map(({ op: said, value, unit, references }) => {
    // "Is every category above 39 %?": those that are not say whether.
    const op = isOfAll ? opposite[said] : said;
    const measure = references?.find((reference) => reference.tool === tool)?.name ?? asked;
    // "Margin rate below 20": a fraction is spoken of in percent.
    const isPercent =
      unit === null &&
      value > 1 &&
      findTerm({ tool, name: measure }, vocabulary.datasets)?.unit === 'fraction';
    return { measure, op, value: isPercent ? value / 100 : value };
  });
}

/** "Categories that are declining", "customers with falling sales": those that moved so. */
const moving =
  /\b(?:that|which|who) (?:(?:are|is|were|have|has|been|still|now|already|also) )*(?:gr[eo]w(?:n|ing)?|ris(?:ing|en)|rose|fall(?:ing|en)|fell|declin(?:ing|ed)|dropp(?:ing|ed)|shrinking|shrank|shrunk|(?:in|de)creas(?:ing|ed))\b(?! (?:the )?(?:most|least|fastest|more|less|faster))|\bwith (?:falling|declining|growing|rising|shrinking|dropping|(?:in|de)creasing) (?:sales|revenue|units|orders|turnover|margins?|profits?|spend(?:ing)?|demand)\b/;

/** "Did any region fall?", "any brands shrinking?": those that did say whether. */
const anyMoving =
  /^(?:and |so |but )?(?:(?:did|do|does|have|has|had|are|is|were|was) (?:there )?)?(?:any|some)(?: of)?(?: \w+){1,4} (?:grow|gr[eo]wn?|growing|rise|rose|risen|rising|fall|fell|fallen|falling|declin(?:e|ed|ing)|drop(?:ped|ping)?|shr[aiu]nk|shrinking|(?:in|de)creas(?:e|ed|ing))\b(?! (?:the )?(?:most|least|fastest|more|less|faster|below|under|short|out))/;

/** "Grew by more than 20 %", "fell by more than 20 %" (below −20 %), "negative growth": bounds on the change, and the rest. */
export function splitChangeBounds(parts: Parts): { changeBounds: Condition[]; parts: Parts } {
  if (!parts.focus.has('change')) return { changeBounds: [], parts };
  const isOpen = parts.conditions.length === 0 && parts.order === null && parts.grain === null;
  const saysMoving = moving.test(parts.text) || anyMoving.test(parts.text);
  if (isOpen && parts.dimensions.length === 1 && saysMoving)
    return { changeBounds: [{ op: parts.falls ? 'below' : 'above', value: 0 }], parts };
  const isOnChange = ({ unit, value, references, isLevel }: BoundCondition) =>
    !isLevel && (unit === 'percent' || (value === 0 && references === null));
  const turned = { above: 'below', below: 'above', at_least: 'at_most', at_most: 'at_least' } as const;
  const changeBounds = parts.conditions
    .filter(isOnChange)
    .map(({ op, value }): Condition => (parts.falls ? { op: turned[op], value: -value } : { op, value }));
  return {
    changeBounds,
    parts: { ...parts, conditions: parts.conditions.filter((condition) => !isOnChange(condition)) },
  };
}

/** A bound in money on what is no money, or in percent on what is no rate: "customers over 20 %". */
export function findMisfitBound(
  { conditions }: Parts,
  tool: string,
  [asked = '']: string[],
  vocabulary: Vocabulary,
): string | null {
  for (const { unit, references, value } of conditions) {
    const measure = references?.find((reference) => reference.tool === tool)?.name ?? asked;
    const kept = findTerm({ tool, name: measure }, vocabulary.datasets)?.unit;
    if (unit === null && kept === 'fraction' && value > 100)
      return `bound of ${value} on ${toWords(measure)}`;
    if (unit === 'percent' && kept !== 'fraction') return `bound in percent on ${toWords(measure)}`;
    if (unit === 'currency' && kept !== 'currency') return `bound in money on ${toWords(measure)}`;
    if (unit === 'days' && kept !== 'days') return `bound in days on ${toWords(measure)}`;
  }
  return null;
}
