import { splits } from '../vocabulary/things.ts';
import { toSingular } from '../vocabulary/to-words.ts';
import { form, type Written } from './replace-with.ts';

const things = `(?:${splits}|customers?|products?|suppliers?|warehouses?)`;
const up = '(?:grow|growing|grew|grown|rising|rose|increasing|improving|up|gaining)';
const down =
  '(?:shrink|shrinking|shrank|shrunk|falling|fell|declining|declined|dropping|dropped|losing|decreasing|down)';
const moves =
  '(?:grow(?:n|ing)?|grew|ris(?:e|en|ing)|rose|improv(?:e|ed|ing)|increas(?:e|ed|ing)|gain(?:ed|ing)?|chang(?:e|ed|ing)|shr[aiu]nk(?:ing)?|fall(?:en|ing)?|fell|declin(?:e|ed|ing)|dropp?(?:ed|ing)?|decreas(?:e|ed|ing)|los(?:t|ing))';
const causes = '(?:drove|drives|is driving|are driving|caused|is behind|are behind|was behind|were behind)';

/** Ways to ask what moved, and which way. */
export const moveForms: [RegExp, Written][] = [
  // "Which categories are growing and which are shrinking?" asks for all of them.
  form(
    `\\bwhich (?:of (?:our|the) )?(${things}) (?:is|are|was|were|have|has|did)? ?(?:${up},? (?:and|or) (?:which(?: ones?| ${things})? )?(?:is|are|was|were|have|has|did)? ?${down}|${down},? (?:and|or) (?:which(?: ones?| ${things})? )?(?:is|are|was|were|have|has|did)? ?${up})\\b`,
    (_, what = '') => `how did revenue by ${toSingular(what)} change`,
  ),
  // "Which products drove the growth in October?", "which customers caused the drop in revenue last month?"
  form(
    `\\bwhich (?:of (?:our|the) )?(${things}) (?:mainly |mostly |most )?(?:${causes}|contributed (?:the )?most to) (?:the |our |this |that )?(growth|rise|increase|gain|decline|fall|drop|decrease|loss)(?: (?:in|of) (?:the |our )?(revenue|sales|margin|gross margin|units|orders))?\\b`,
    (_, what = '', way = '', figure: string | undefined) =>
      `which ${what} ${/^[dfl]/i.test(way) ? 'declined' : 'grew'} most${figure === undefined ? '' : ` in ${figure}`}`,
  ),
  // "Which categories made the difference?": those that went the way of the whole.
  form(
    `\\bwhich (?:of (?:our|the) )?(${things}) (?:made|make|makes|is making|are making) (?:the |all the |most of the |(?:the |a )?(?:biggest|main|real|whole) )difference\\b`,
    'which $1 contributed most to the change',
  ),
  // "Which region gained most, and how much?": what moved most is told with how far.
  [
    /(?=,? and (?:by )?how much\b)(?<=\b(?:gr[eo]w\w*|gain\w*|los[te]\w*|f[ae]ll\w*|rose|rise|dropp?\w*|declin\w*|improv\w*|increas\w*|decreas\w*|shr[aiu]nk\w*)\b[^?.!]*\b(?:most|least|hardest|fastest)\b[^?.!]*),? and (?:by )?how much(?: (?:was|is) (?:it|that))?(?=\s*[?.!]|\s*$)/gi,
    '',
  ],
  // "Which region has grown most since 2024?": from that year to this one, and not from what lay before it.
  form(
    `\\b(${moves}(?: (?:the )?(?:most|least|fastest|more|much))?(?: in (?:revenue|sales|margin|units|orders))?) since (20\\d\\d)(?=\\s*[?.!,]|\\s*$| (?:by|in|for)\\b)`,
    '$1 this year compared with $2',
  ),
  // "What changed since last month?" is asked of this one.
  [
    /\bwhat (?:has |have )?changed since last (week|month|quarter|year)\b/gi,
    'what changed this $1 compared with last $1',
  ],
];
