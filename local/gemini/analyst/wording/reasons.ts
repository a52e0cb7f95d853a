import { isStatement, tellsPast } from '../vocabulary/english.ts';

const asks =
  '(?:what|which|how|who|whose|where|when|is|are|was|were|do|does|did|has|have|can|could|will|would|should|show|give|list|tell|please)\\b';
const people = "(?:i|we|they|he|she|you)(?:['’](?:m|re|ve|ll|d|s))?";
const things = '(?:the|our|my|a|an|this|there)\\b';
const season = '(?:christmas|xmas|easter|black friday|thanksgiving|halloween|winter|summer|spring|autumn)';

/** "Before calling them", "before the meeting"; "before spring" is a time. */
const beforehand =
  'before (?:(?!spring|evening|morning)\\w+ing|(?:(?:the|our|my) )?(?:meeting|call|audit|stock ?take|lunch))\\b';
const isWhy = new RegExp(`^(?:in order to|to|${beforehand})`, 'i');
/** What is told of the past, and what is wished, is no reason: "we sold less in May, …", "I need sales of Kitchen, …". */
const isWish = /^(?:i|we|they)\b.*\b(?:need|want|like|see|know|show|look|looking|wonder|wondering)\b/i;

/** Why, when or for what something is asked: a clause with a verb of its own, a purpose, or a season that is near. */
const clause = [
  `(?:since|as|because|given that|given|seeing (?:that|as)|now that|considering(?: that)?|with|before|while) (?:${people}|${things}|${season})[^,:;?!]{3,80}?`,
  `${beforehand}[^,:;?!]{0,60}?`,
  `(?:in order )?to (?!date\\b)(?:plan|prepare|decide|check|order|restock|negotiate|answer|write|finish|fill|set|sort|avoid|be)\\b [^,:;?!]{2,60}?`,
  `(?:the )?${season} (?:season )?is (?:coming|near|close|around the corner|approaching|almost here|here|just around the corner)(?: (?:up|soon|again))*`,
  `(?:i|we)(?:['’](?:m|re|ve|ll|d))? [^,:;?!]{6,80}?`,
].join('|');
const reason = new RegExp(
  `^\\s*(?:(?:and|so|ok(?:ay)?|well|hi|hello),? )?(?<said>${clause})(?:\\s*[,:;–—]\\s*|\\s+-\\s+)(?:so |and )?(?<rest>${asks}(?=\\s+\\S+ \\S).*)$`,
  'isu',
);

/**
 * "Since the auditor comes tomorrow, what is our stock value?", "before I order: how many are left?": the reason is a sentence of its
 * own, which is left out only where it names nothing that the question may be meant of. "Since we opened in May" is a time.
 */
export function withReasonApart(text: string): string {
  const { said = '', rest = '' } = reason.exec(text)?.groups ?? {};
  if (
    said === '' ||
    isWish.test(said) ||
    (/^(?:since|i|we|they|he|she|you)\b/i.test(said) && tellsPast(said))
  )
    return text;
  if (!isWhy.test(said) && !isStatement(said)) return text;
  return `${said.trim()}. ${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}
