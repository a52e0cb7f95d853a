import { every } from './asked-bounds.ts';
import { findBound } from './bounds.ts';
import type { Numeral } from './find-numerals.ts';
import { dropQuoted } from './quoted-spans.ts';

/** What questions ask for by a bound. A word that is missing here has its bound held to proof. */
const things =
  '(?:those|ones|anything|everything|nothing|none|stock|inventory|products?|items?|articles?|skus?|goods|lines?|positions?|rows?|orders?|sales|purchases?|deliver(?:y|ies)|returns?|movements?|customers?|buyers?|suppliers?|vendors?|brands?|(?:sub)?categor(?:y|ies)|segments?|channels?|regions?|countr(?:y|ies)|cit(?:y|ies)|states?|sites?|locations?|warehouses?|stores?|employees?|days?|weekdays?|weeks?|months?|quarters?|years?)';
const verbs =
  '(?:is|are|was|were|be|been|has|have|had|does|do|did|made|makes?|sold|sells?|sees?|saw|stays?|stayed|remain(?:s|ed)?|reach(?:es|ed)?|came|comes?|got|gets?|went|goes|lies?|lay|stands?|stood|runs?|ran)';
const small = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';

/** "products below 100", "orders with more than 500 lines", "customers that have fewer than 5". */
const restricts = new RegExp(
  `\\b${things}[*_]*\\s(?:(?:with|without|having|at|of|in)\\s(?:(?!${verbs}\\s)\\S+\\s){0,6}|(?:that|which|who)\\s(?:\\S+\\s){1,5}|(?:whose|where)\\s(?:\\S+\\s){1,8})?$`,
  'i',
);
/** "4 suppliers have a fill rate below 98 %": how many they are is held to proof. "Nothing is below 100." */
const counts = new RegExp(
  `^[\\s*_>#-]*(?:(?:and|but|so)\\s)?(?:(?:only|just|there (?:is|are))\\s)?(?:(?!(?:19|20)\\d\\d\\s)\\d[\\d,]*|${small}|one|no|none|nothing|nobody|neither)\\s(?:of\\s(?:the\\s|our\\s)?\\d+\\s)?\\p{Ll}`,
  'u',
);
const verb = new RegExp(`\\b${verbs}\\s`, 'i');
/** "Days of cover above 50 days: 2" counts what is told before the colon. */
const heads = /^(?:\s(?:days?|weeks?|months?|units?))?:\s*[*_]*\d/i;

/**
 * The numbers of the answer, without those that repeat one of the question as what was asked for: as the bound of what is listed or
 * counted ("products below 100"), denied ("not $500"), or between quotation marks. As a statement such a number is a figure like any
 * other ("more than 500 products are out of stock"), so that nobody gets one confirmed that they suggested themselves.
 */
export function dropAskedFor(
  text: string,
  numerals: readonly Numeral[],
  question: string,
  asked: readonly Numeral[],
): Numeral[] {
  const values = new Set(asked.map(({ value }) => value));
  const own = question.toLowerCase();
  const quotes = [...text.matchAll(/["“]([^"“”\n]{1,200})["”]/g)].filter(
    // "above 3000" is how "over 3,000" is told back.
    ({ 1: words = '' }) => own.includes(words.toLowerCase()) || /^\p{L}+(?:\s\p{L}+)?\s[\d,.]+$/u.test(words),
  );
  const spans = quotes.map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const unquoted = new Set(dropQuoted(numerals, spans));
  return numerals.filter(
    (numeral) => !values.has(numeral.value) || (unquoted.has(numeral) && !isAskedFor(text, numeral)),
  );
}

function isAskedFor(text: string, { start, end }: Numeral): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  if (/\bnot\s$/.test(before)) return true;
  const between = /\bbetween\s[^.]{0,30}$/i.exec(before);
  const at = between ? start - between[0].length : findBound(text, start, end)?.at;
  if (at === undefined) return false;
  const words = text.slice(Math.max(0, at - 200), at);
  const clause = words.split(/\n|[.!?;:](?=[\s*_])|,\s|\(/).at(-1) ?? '';
  if (restricts.test(clause) || (counts.test(lowerFirst(clause)) && !every.test(clause))) return true;
  const line = words.slice(words.lastIndexOf('\n') + 1);
  return heads.test(text.slice(end, end + 40)) && !verb.test(line);
}

function lowerFirst(words: string): string {
  return words.replace(/\p{Lu}/u, (letter) => letter.toLowerCase());
}
