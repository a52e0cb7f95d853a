import { form, type Written } from './replace-with.ts';

const site = '(?:warehouse|site|depot|location|store|shop|branch|hub)(?:e?s)?';
export const fromOthers = `(?:from|out of) (?:any of )?(?:the |our |all )*(?:other|another|sister) ${site}`;
const byTransfer = '(?:by|via|through) (?:an? )?(?:internal |incoming |stock )?transfers?';
const way = `(?:${fromOthers}|${byTransfer})`;
const gets =
  '(?:gets?|got|receive[ds]?|obtain(?:ed|s)?|(?:takes?|took) (?:in|over)|takes?|took|br(?:ing|ought) in)(?: in)?';
const goods = '(?:units|pieces|goods|stock|items)';
const moved =
  '(?:came|comes|went|goes|arrived|(?:was|were|has been|have been|got) (?:moved|sent|shipped|brought|transferred|shifted))';
const name = '((?!(?:we|i|you|they|it)\\b)[^?.!,]{2,60}?)';

/** What a site got from the others is what was transferred in there, whoever sent it. */
export const fromOtherSites: [RegExp, Written][] = [
  // "How many units did Calgary and Dartmouth each get from other warehouses?"
  form(
    `\\b(?:how (?:many|much)(?: ${goods})?|what) (?:did|has|have|does|do) ${name}( each)? ${gets} ${way}`,
    'how many units were transferred in at $1$2',
  ),
  // "How much came into Calgary from the other sites?", "what was moved from other sites to Calgary?"
  form(
    `\\b(?:how (?:many|much)(?: ${goods})?|what|${goods}) (?:that |which )?${moved} (?:over )?(?:in)?(?:to|at|in) ${name} ${way}`,
    'units transferred in at $1',
  ),
  form(
    `\\b(?:how (?:many|much)(?: ${goods})?|what|${goods}) (?:that |which )?${moved} ${fromOthers} (?:over )?(?:in)?(?:to|at) `,
    'units transferred in at ',
  ),
  // "How many units were transferred into and out of each warehouse?", "how much went in and out of Calgary?"
  form(
    `\\b(?:how (?:many|much)(?: ${goods})?|${goods}) (?:(?:was|were|has been|have been|did we|have we) )?(transfer(?:red)?|moved?|shift(?:ed)?|came|comes?|went|goes|gone) (?:both )?in(?:to)? and out(?: of| from)? (?![^?.!]*\\b(?:stock|movement)\\b)`,
    (_, verb = '') =>
      /^(?:c|g|w)/i.test(verb) ? 'units in and units out at ' : 'transferred in and transferred out at ',
  ),
  // "How many units did the warehouses ship to each other?", "… per sending warehouse"
  form(
    `\\b(?:how (?:many|much)(?: ${goods})?|what) (?:did|do|have|had) (?:the |our |all )*${site} (?:ship|send|move|transfer|sent|shipped|moved|transferred)(?: over)?(?: to)? (?:each other|one another)\\b`,
    'how many units were transferred out',
  ),
  form(`\\b(?:per|by|for each) sending ${site}`, 'by warehouse'),
  // "Which warehouse got the most from other warehouses?"
  form(
    `\\b${gets} (?:the )?(most|fewest|least)(?: (?:of the )?${goods})? ${way}`,
    'had the $1 units transferred in',
  ),
];
