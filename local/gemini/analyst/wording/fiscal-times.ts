import { form, type Written } from './replace-with.ts';

const fy = '(?:fy|f\\.y\\.|fiscal(?: year)?)';
const part = '([qh][1-4])';
const year = "['’]?((?:19|20)?\\d\\d)(?!\\d|[/–-]\\d)";
const sets = '(,? (?:and|vs\\.?|versus|against|to|with|or|than|compared (?:to|with)|through|-) |, ?)';

/**
 * Fiscal years, quarters and halves in one spelling: "FY2026", "q1 FY2026", "fiscal q1", "fiscal q1 of last fiscal year". They come before
 * all else that is said of time: "fiscal 2026 Q3" is no calendar quarter.
 */
export const fiscalTimes: [RegExp, Written][] = [
  [/\bfinancial(?= (?:years?|quarters?|half|halves|[qh][1-4]|(?:19|20)\d\d)\b)/gi, 'fiscal'],
  [/\b(?:prior|previous|preceding) (?=fiscal\b)/gi, 'last '],
  [/\b(?:current|running|ongoing|present) (?=fiscal\b)/gi, 'this '],
  [/\b(?:the|our) (?=(?:last|this) (?:\w+ )?fiscal\b)/gi, ''],
  // "FY2025/26", "the 2025-26 fiscal year" is named by the year in which it ends.
  form(`\\b${fy} ?(?:19|20)?(\\d\\d) ?[/–-] ?(?:19|20)?(\\d\\d)(?!\\d)`, toEnd),
  [/\b(?:19|20)?(\d\d) ?[/–-] ?(?:19|20)?(\d\d) (?:fy|fiscal year)\b/gi, toEnd],
  [/\b((?:19|20)\d\d) fiscal year\b(?!s)/gi, 'FY$1'],
  // "The first quarter of FY26", "third fiscal quarter", "2nd half of the fiscal year"
  [/\b(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th) fiscal (quarter|half)\b/gi, toPart('fiscal ')],
  [
    /\b(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th) (quarter|half)(?=(?: of| in)?(?: the| our| this| last)? (?:fy|fiscal)(?![a-z]))/gi,
    toPart(''),
  ],
  [/\bfiscal quarter ([1-4])\b/gi, 'fiscal q$1'],
  form(`\\bfiscal ${part},?(?: of| in)? (?:fy ?)?${year}`, toYear('$1')),
  form(`\\b${part}[ /-]?(?:of |in )?(?:the )?${fy} ?${year}`, toYear('$1')),
  form(`\\b${fy} ?${year},?[ /-]{0,2}${part}\\b`, toYear('$2')),
  form(
    `\\b(?:fiscal )?${part} (?:of |in )?(?:the |our )?(?:(this|last) )?(?:fy|fiscal year)\\b`,
    (_, name = '', which = '') =>
      `fiscal ${name.toLowerCase()} of ${which.toLowerCase() || 'this'} fiscal year`,
  ),
  // "Q1 and Q2 of FY26": the year stands there once.
  form(`\\b(?:fiscal )?${part}${sets}(${part} FY\\d{4})`, toBoth),
  form(`\\b(?:fiscal )?${part}${sets}(fiscal ${part}(?: of (?:this|last) fiscal year)?)`, toBoth),
  // "The fiscal year so far", "since the start of the fiscal year"
  [
    /\b(?:so far )?(?:in )?(?:(?:the|our|this) )?fiscal (year|quarter)(?: so far| to date)\b|\b(?:since|from) the (?:start|beginning) of (?:the|our|this) fiscal (year|quarter)\b|\bso far (?:in )?(?:the |our |this )?fiscal (year|quarter)\b/gi,
    (_, a = '', b = '', c = '') => `this fiscal ${(a || b || c).toLowerCase()}`,
  ],
  // "This fiscal year compared with the last one"
  form(
    `\\b(this fiscal (year|quarter))${sets}(?:the )?(?:last|1 before|one before)(?: one| 1)?(?=\\s*(?:[?.!,]|$))`,
    '$1$3last fiscal $2',
  ),
  [/\b(?:the |our )?(?:whole|entire|full|complete) fiscal (year|quarter)\b(?! ?\d)/gi, 'this fiscal $1'],
  [/\bf(y|q)td\b/gi, (_, unit = '') => `this fiscal ${unit.toLowerCase() === 'y' ? 'year' : 'quarter'}`],
  [/\b(?:the |that )?(?:last )?fiscal year (?:before(?: that| it| last)?|earlier)\b/gi, 'a year earlier'],
  [/\b(?:the |that )?fiscal quarter (?:before(?: that| it)?|earlier)\b/gi, 'the quarter before'],
];

function toEnd(said: string, first = '', second = ''): string {
  return Number(second) === (Number(first) + 1) % 100 ? `FY20${second}` : said;
}

function toYear(name: string): Written {
  return (_, one = '', other = '') => {
    const [called, number] = name === '$1' ? [one, other] : [other, one];
    return `${called.toLowerCase()} FY${number.padStart(4, '20')}`;
  };
}

function toPart(lead: string): Written {
  return (_, ordinal = '', unit = '') => {
    const index = ['first', 'second', 'third', 'fourth'].indexOf(ordinal.toLowerCase());
    return `${lead}${unit.charAt(0).toLowerCase()}${index < 0 ? ordinal.charAt(0) : index + 1}`;
  };
}

function toBoth(said: string, name = '', joint = '', other = ''): string {
  const [, own = ''] = /^(?:fiscal )?[qh]\d(.*)$/i.exec(other) ?? [];
  const lead = /^fiscal/i.test(other) ? 'fiscal ' : '';
  return own === '' && lead === '' ? said : `${lead}${name.toLowerCase()}${own}${joint}${other}`;
}
