import { isThing } from '../../wording/topics.ts';
import { plural } from './nouns.ts';

/**
 * Whether what a sentence refers to stands in the sentence itself, so that it says nothing of the last answer: "brands with the poorest
 * margin, who are they?", "suppliers with the lead time of each", "how did this summer do against that of last year?"
 */
export function speaksOfItself(sentence: string): boolean {
  if (leads.test(sentence)) return false;
  const { topic } = toldFirst.exec(sentence)?.groups ?? {};
  if (topic !== undefined && isThing(topic.replace(withTime, ''))) return true;
  return ownReferences.some((one) => one.test(sentence));
}

const leads =
  /^(?:and|but|so|also|ok|okay|then|now|only|just|instead|same|the (?:same|first|second|third|last|other)|for|of|in|on|at|by|from|with|without|per|as|these|those|that|this|it|they|all|both|each)\b/i;

/** "Stock more than a year old, how much money is in it?", "offices in May: how much do they return?" */
const toldFirst =
  /^(?:[^,:;?!.]{4,30}, )?(?:the |our )?(?<topic>[^,:;?!.–]{4,60})(?:(?:[,:]| [–-]) (?:in )?(?:how|what|which|who|when|where)\b|: )[^?!.]*\b(?:it|they|them|their|its|these|those|each)\b/i;
const withTime =
  /\b(?:(?:in|of|from|over|during|since|for|more|less|than|older|younger|one|a|last|this) )*(?:(?:19|20)\d\d|\d+|years?|months?|quarters?|weeks?|days?)(?: old)?\b/gi;

const things = `(?:${plural})s`;
const ownReferences = [
  // "Suppliers by rejection rate, with the rate of each"
  new RegExp(
    `\\b${things}\\b[^?!.]*\\b(?:with|and) (?:the|their) [a-z ]{3,30} (?:of|for) each(?: one| of them)?\\W*$`,
    'i',
  ),
  // "A ranking of the warehouses on their out-of-stock rate"
  new RegExp(
    `^(?!(?:(?:list|show|give|sort|rank|order|tell)(?: me)? )?(?:the|these|those) )[^?.!]*\\b${things} (?:on|by|with|for|in|per|after|according to) their\\b`,
    'i',
  ),
  // "Which orders are past their date?"
  new RegExp(
    `^(?:which|what|are any|any) ${things} (?:is|are|was|were|has|have|had)\\b[^?.!]*\\btheir\\b`,
    'i',
  ),
  // "Two worst suppliers by late lines, plus how many each"
  new RegExp(
    `^(?:the |our )?(?:[a-z]+ )?(?:best|worst|top|biggest|largest|smallest|highest|lowest|leading|weakest|strongest) (?:[a-z]+ )?${things}\\b.*\\beach\\W*$`,
    'i',
  ),
  // "Retailers and contractors, the average basket of each"
  /^[a-z]+ and [a-z]+, [^?.!]*\beach\b/i,
  // "How did online and store each do?"
  /\b[a-z]+ and [a-z]+ each\b/i,
  // "Sales of this summer against those of the summer before"
  /\b(?:against|with|to|than|vs\.?|versus|from) (?:those|that) (?:of|for|in|at|from) (?!(?:them|those|these|it|that|the (?:first|second|last|other)s?)\b)\w/i,
  // "The last three months against the three months preceding them"
  /\b(?:last|past|this|previous) [a-z0-9 ]+ (?:against|with|to|vs\.?|versus|than|and) [a-z0-9 ]*(?:days|weeks|months|quarters|years) (?:preceding|before|prior to|following|after) (?:them|it|that|those)\b/i,
  // "How does cookware's stock compare with its sales?"
  /\b(?!(?:what|that|it|let|who|how|where|there|here|he|she)['’])[a-z]{3,}['’]s [a-z]+\b[^?!.]*\b(?:its|their)\b/i,
];
