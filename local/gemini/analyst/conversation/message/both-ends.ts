import type { Sentence } from '../../wording/sentences.ts';

/** "The three best months of last year, and the worst?", "top 5 products and the bottom 5": each end is a ranking of its own. */
export function toBothEnds(sentence: Sentence): Sentence[] {
  const plain = sentence.text.trim().replace(/[?!.\s]+$/, '');
  const found = shapes.map((shape) => shape.exec(plain)?.groups).find((groups) => groups !== undefined);
  if (found === undefined) return [sentence];
  const { lead = '', best = '', noun = '', rest = '', worst = '', count } = found;
  const things = count === undefined ? noun.replace(/ies$/i, 'y').replace(/s$/i, '') : noun;
  return [
    { ...sentence, text: `${lead}${best} ${noun}${rest}?` },
    {
      text: `what ${count === undefined ? 'is' : 'are'} the ${worst} ${count ? `${count} ` : ''}${things}${rest}?`,
      isJoined: false,
    },
  ];
}

const number = '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten)';
const high = '(?:top|best|highest|biggest|largest|strongest|busiest)(?:[- ]selling)?';
const low = '(?:bottom|worst|weakest|lowest|smallest|slowest|poorest|quietest)(?:[- ]selling)?';
const toShape = (one: string, other: string) =>
  new RegExp(
    `^(?<lead>.*?)(?<best>\\b(?:${one} ${number}|${number} ${one})) (?<noun>[a-z]+s)(?<rest>(?: (?!and\\b)[^,]*?)?),? (?:and|plus|or) (?:the |our )?(?<worst>${other})(?: (?<count>${number}))?(?: (?:ones?|\\k<noun>))?$`,
    'i',
  );
const shapes = [toShape(high, low), toShape(low, high)];
