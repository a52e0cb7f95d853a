import { form, type Written } from './replace-with.ts';

const bids =
  '((?:tender|bid|deal|contract|pitch|proposal|offer|quote|quotation|rfp|negotiation)(?:e?s)?|opportunit(?:y|ies))\\b(?! (?:orders?|sales|revenue|customers?|channel))';
const outcome =
  "(?:(?:not|n['’]?t|fail(?:ed)? to) )?(?:win(?:ning)?|won|lose|losing|lost|miss(?:ed)? out on|lost out on)";

/** What came of tenders and offers: said as one thing, since no record of orders tells it. */
export const bidForms: [RegExp, Written][] = [
  // "How many tenders did we lose?", "contracts won", "did we win any bids?"
  form(
    `\\b(?:how many |which |what |any |number of )?(?:(?:of )?(?:the |our )?)*${bids} (?:that )?(?:we bid for )?(?:(?:did|have|had|do|were|was|been|are) )*(?:we )?${outcome}\\b|\\b(?:(?:did|have|do) )?(?:we )?${outcome} (?:(?:any|some|many|more|the|our|most) )*${bids}`,
    (_, first?: string, second?: string) => `outcome of ${first ?? second}`,
  ),
];
