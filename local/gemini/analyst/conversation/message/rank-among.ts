import { aboveOne } from '../../vocabulary/numbers.ts';
import type { Sentence } from '../../wording/sentences.ts';

/**
 * "Of our top 20 products, which have the lowest margin rate?", "which products sell well but have a low margin?": a ranking, and one
 * by another figure among its rows, as two sentences, the second of which refers to the first.
 */
export function toRankedAmong(sentence: Sentence): Sentence[] {
  const plain = sentence.text.trim().replace(/[?!.\s]+$/, '');
  for (const { shape, toParts } of shapes) {
    const groups = shape.exec(plain)?.groups;
    if (groups === undefined) continue;
    const [ranking, asked] = toParts(groups);
    return [
      { ...sentence, text: `${ranking}?` },
      { text: `which of those ${asked}?`, isJoined: false },
    ];
  }
  return [sentence];
}

const count = `(?:\\d{1,2}|${aboveOne})`;
const things = '(?:products|items|articles|customers|clients|brands|categories|regions|suppliers|vendors)';
const top = `(?:the |our |my )*(?<top>(?:top|best|biggest|largest) ${count}) (?<things>${things}|sellers)(?<time>(?: by [a-z ]{3,20}?)?(?: (?:this|last) (?:year|month|quarter|week)| (?:in|of) (?:20\\d\\d|q[1-4](?: 20\\d\\d)?))?)`;
const figure =
  '(?:(?:gross )?margin(?: rate)?|margins|return rate|returns|discount(?: rate)?|stock|days of cover|average price)';

type Groups = Record<string, string | undefined>;

const shapes: { shape: RegExp; toParts: (groups: Groups) => [string, string] }[] = [
  {
    shape: new RegExp(
      `^(?:out )?of ${top},? (?:which|who)(?: ones?)? (?<asked>(?:has|have|had|is|are|sells?|sold|bought|buys?)\\b.*)$`,
      'i',
    ),
    toParts: ({ asked = '', ...groups }) => [askRanking(groups), asked],
  },
  {
    shape: new RegExp(
      `^(?:which|what)(?: (?:is|are|has|have))?(?: the)? (?<asked>(?:lowest|highest) ${figure})(?: (?:products?|items?))? (?:among|amongst|of|in) ${top}$`,
      'i',
    ),
    toParts: ({ asked = '', ...groups }) => [askRanking(groups), `have the ${asked}`],
  },
  {
    shape: new RegExp(
      `^(?:which|what|list|show)(?: (?:of )?(?:the|our))? (?<things>${things})(?: that)? sell (?:well|a lot|most|best)(?<time>)(?:,? (?:but|and|yet))? (?:have|has|with|at|make|bring)(?: an?| only)? (?<level>low|lower|poor|thin|weak|small|bad|high|big|large) (?<figure>${figure})$`,
      'i',
    ),
    toParts: ({ level = '', figure: asked = '', ...groups }) => [
      askRanking({ ...groups, top: 'top 20' }),
      `have the ${/^(?:high|big|large)/i.test(level) ? 'highest' : 'lowest'} ${asked.replace(/^margins?$/i, 'margin rate')}`,
    ],
  },
];

function askRanking({ top: first = '', things: of = '', time = '' }: Groups): string {
  return `what are our ${first} ${/^sellers$/i.test(of) ? 'products' : of}${time}`;
}
