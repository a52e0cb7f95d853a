import { customers, goods, sites, splits, suppliers } from '../vocabulary/things.ts';
import { form, rewrite, type Written } from './replace-with.ts';

const inverse: Record<string, string> = {
  ...{ 'less than': 'at least', 'fewer than': 'at least', below: 'at least', under: 'at least' },
  ...{ 'more than': 'at most', over: 'at most', above: 'at most', exceeding: 'at most' },
  ...{ 'at least': 'less than', 'at most': 'more than', 'up to': 'more than' },
};
const than = `(${Object.keys(inverse).join('|')}) (?=[$€£]?\\d)`;
const kinds = `(?:${splits}|${goods}|${customers}|${suppliers}|${sites}|months?|weeks?|ones?)`;
const any = `(?:(?:anything|everything|everyone|everybody|anyone|any|all|those|these|them|the ones|the)(?: ${kinds})?|${kinds})`;
const lead = '(with|having|whose|that|which|who|where)';
const words = '((?: (?!and\\b|or\\b)[\\w-]+){0,4}?)';
const leaves =
  "(?:leave out|leaving out|drop|dropping|omit|skip|skipping|exclude|excluding|remove|filter out|throw out|ignore|ignoring|disregard|forget(?: about)?|without|except(?: for)?|but not|not counting|(?:do not|don['’]?t) (?:count|include|consider|show|list))";
/** "At most 10 rows." says how long the list is. */
const noSize = `(?!\\d[\\d,]*(?: (?:rows|entries|results|names|${kinds}))?\\s*(?:[.!,;]|$))`;
const opens = '(?:(?:and|but|now|please|just|also) )*';

/** Bounds that stand apart from what they are on: in a sentence of their own, or as what is left out. */
const forms: [RegExp, Written][] = [
  // "Leave out anything with less than 50k of revenue" keeps what has at least that.
  form(
    `(^|[?.!;,]+\\s*|\\s(?=without|excluding|leaving|ignoring|not counting|but not|except))${opens}${leaves} ${any}(?: ${lead}${words})? ${than}`,
    (_, before = '', joint = 'with', middle = '', bound = '') =>
      `${before === '' ? 'only those' : ''} ${joint}${middle} ${inverse[bound.toLowerCase()]} `.replace(
        /^ only/,
        'only',
      ),
  ),
  // "Only count those whose revenue is above 10k", in a sentence of its own, bounds the question before it.
  form(
    `[?.!;,]+\\s*(?:but |and |please )*(?:only|just)(?: (?:please|count|include|consider|show|take|list|look at|want|give(?: me)?|keep|interested in|the))* (?:${any})(?:,)? ${lead} `,
    (_, joint: string) => (/whose|with|having|where/i.test(joint) ? ' with ' : ` ${joint} `),
  ),
  // "At least 50k revenue.", "They should have at least 50k revenue.", "I only care about those above 50k."
  form(
    `[?.!;]+\\s*(?:(?:please|i['’]?m|i|me|we|they|it|each|only|just|really|am|are|care about|interested in|want|need|see|count|include|consider|show|take|list|look at|keep|${any}|should|must|has to|have to|need to|needs to|have|has|had|with|be) )*${than}${noSize}(?![^?.!]*\\?)`,
    (_, bound: string) => ` with ${bound} `,
  ),
  // "Minimum 100 units.", "minimum revenue 50k"
  [
    /[?.!;,]+\s*(?:with )?(?:an? )?(?:minimum|min\.?)(?: of)? (?:([a-z][a-z -]{2,20}?) (?:of )?)?(?=[$€£]?\d)(?![^?.!]*\?)/gi,
    (_, figure?: string) => (figure === undefined ? ' with at least ' : ` with ${figure} of at least `),
  ],
];

export function withBoundsJoined(text: string): string {
  return rewrite(text, forms);
}
