import { isBadWhenHigh } from '../parts/to-order.ts';

/** Which way a claim goes: more of the figure, or less. */
export type Claimed = 'more' | 'less';

const questionWord = '(?:what|which|who|whose|how|when|where|why)';
/** An auxiliary that opens a sentence, or a clause of one that ends in a question mark. */
const asking =
  /(?:^|[.?!;:]\s+|[,–—-]\s+(?=.*\?)|\b(?:and|but|so|whether|if|that|ok|well) (?=.*\?))(?:(?:is|are|was|were|do|does|did|has|have|had|should|must|need|will)(?:n['’]?t)? (?!you\b)|can we (?:still )?(?:deliver|ship|supply|send|provide|fulfill?)\b|enough (?:\w+ ){1,4}?(?:for|until|till)\b)/i;
const tagged =
  /(?:[,?.!–-] | )(?:right|correct|true|yes|no|is(?:n['’]t| that) (?:it|true|so|right|correct)|didn['’]?t (?:we|it|they)|don['’]?t (?:we|they)|yes or no|true or false)\s*\?*\s*$/i;
const hanging =
  /\b(?:confirm|verify|check|see|wonder\w*|know|tell me|sure|true|right|correct) (?:that|whether|if)\b/i;
const other = new RegExp(
  `(?:^|[.?!;:]\\s+)(?:(?:and|but|so|ok),? )*(?:${questionWord}|show|list|give|name|compare|plot|draw)\\b`,
  'i',
);
/** What turns a claim round, and what leaves two of them to choose from. */
const turned = /\b(?:no|not|never|none|nothing|nobody|neither|hardly|all|every|each|always|only|one of)\b/i;
const choice = / or (?!not\b|no\b|is (?:it|that)\b|was (?:it|that)\b|am i\b|just\b|false\b)/i;

/** Whether all that a message asks is answered by yes or no, and the answer affirms what it says as it stands. */
export function asksWhether(asked: string): boolean {
  const said = asked.replace(/\bor not\b/gi, '');
  const claim = said.replace(tagged, '');
  const isAsked = claim !== said || asking.test(said) || hanging.test(said);
  return isAsked && ![other, turned, choice].some((form) => form.test(claim));
}

const more =
  /\b(?:more|higher|bigger|larger|greater|stronger|longer|busier|faster|up|gr[eo]w\w*|ris(?:e|es|en|ing)|rose|increas\w+|exceed\w*|outs(?:ell|old)\w*|ahead|gain(?:s|ed|ing)?|climb\w*)\b/i;
const less =
  /\b(?:less|fewer|lower|smaller|weaker|slower|shorter|quieter|down|fall(?:s|en|ing)?|fell|drop\w*|declin\w+|decreas\w+|shr[aiu]nk(?:s|ing)?|behind|dip(?:s|ped|ping)?|los(?:t|ing))\b/i;
const good = /\b(?:better|improv\w+|beat(?:s|ing)?|outperform\w*)\b/i;
const bad = /\b(?:worse|worsen\w*|deteriorat\w*)\b/i;

const pays = /\b(?:gets?|got|pays?|paid)\b[^?]*\bprices?\b/i;

/** What sets one of two against the other: "Did Garden and Kitchen grow?" does not. */
export function setsAgainst(asked: string): boolean {
  return /\b(?:than|compared|versus|vs|against|ahead of|behind|outs(?:ell|old)\w*|beat|beats|exceed\w*|outperform\w*)\b/i.test(
    asked,
  );
}

/** Which way a claim about a figure goes; null where it says none, or both. A bound says none. */
export function readClaim(said: string, measure: string): Claimed | null {
  const asked = said.replace(
    /\b(?:more|less|fewer|higher|lower|greater|larger|smaller) than (?=[$€£]?\d)/gi,
    '',
  );
  // "Do hospitals get better prices than clinics?" is asked of who pays them.
  const isPaid = /price/.test(measure) && !/\bwe\b/i.test(asked) && pays.test(asked);
  const isBad = isPaid || isBadWhenHigh(measure);
  // Fewer days are faster.
  const inTime = /time|delay|days|cover/.test(measure) && /\b(?:faster|slower|quicker|sooner)\b/i.test(asked);
  const says = new Set<Claimed>([
    ...(more.test(asked) ? [inTime ? ('less' as const) : ('more' as const)] : []),
    ...(less.test(asked) ? [inTime ? ('more' as const) : ('less' as const)] : []),
    ...(good.test(asked) ? [isBad ? ('less' as const) : ('more' as const)] : []),
    ...(bad.test(asked) ? [isBad ? ('more' as const) : ('less' as const)] : []),
  ]);
  const [one = null] = says;
  return says.size > 1 ? null : one;
}

const anything =
  /\b(?:any(?:thing|one|body)?|some(?:thing|one|body)?|ever|still|at all|(?:is|are|was|were) there)\b/i;
const holding =
  /\b(?:do|does|did|have|has) (?:we|they|it) (?:\w+ )?(?:have|carry|stock|keep|hold|got|sell|sold|buy|bought)\b|\b(?:did|does|do|has|have) .{2,60} (?:buy|bought|order|ordered|deliver|delivered|return|returned|receive|received|sell|sold|arrive|come)\b/i;

/** Whether it is asked if there is anything of a figure: "did Orsini deliver anything?" What is enough no figure says. */
export function asksExistence(asked: string): boolean {
  if (/\benough\b/i.test(asked)) return false;
  return anything.test(asked) || holding.test(asked);
}
