import { months } from '../../time/time-patterns.ts';
import type { Sentence } from '../../wording/sentences.ts';

/**
 * A ranking and how its rows moved, or why the time that it names leads, as two sentences, the second of which refers to the first: "top
 * 5 products in 2025 and their growth over 2024", "which month was the weakest, and why?"
 */
export function toRankMoved(sentence: Sentence): Sentence[] {
  const plain = sentence.text.trim().replace(/[?!.\s]+$/, '');
  for (const { shape, toRest } of shapes) {
    const groups = shape.exec(plain)?.groups;
    if (groups === undefined) continue;
    const { ranking = '' } = groups;
    return [
      { ...sentence, text: `${ranking}?` },
      { text: `${toRest(groups)}?`, isJoined: false },
    ];
  }
  return [sentence];
}

const joint = '(?:,|,? (?:and|with|plus|along with|together with|showing|including))';
const beside = '(?:over|vs\\.?|versus|against|compared (?:to|with)|from|on|since|relative to)';
const time = `(?<time>(?:the )?(?:20\\d\\d|last|previous|prior|same|q[1-4]|h[12]|${months}|(?:year|month|quarter|week) (?:before|earlier))\\b.*)`;
const ranked = '(?<ranking>.*\\b(?:top|best|biggest|largest|worst|smallest|strongest|weakest)\\b.*?)';

const shapes: { shape: RegExp; toRest: (groups: Record<string, string | undefined>) => string }[] = [
  {
    shape: new RegExp(
      `^${ranked}${joint} (?:how did they grow compared with|(?:the )?(?:growth|change|development|increase)(?: rates?)? ${beside}) ${time}$`,
      'i',
    ),
    toRest: ({ time: then }) => `how did they grow compared with ${then}`,
  },
  {
    shape:
      /^(?<ranking>(?:which|what|who)\b(?! (?:month|week|quarter|day|year)\b)(?=.*\b(?:grew|grow|grown|rose|risen|rise|fell|fall|fallen|dropped|drop|declined|shrank|gained|lost|increased|decreased|improved|changed|moved)\b)(?=.*\b(?:most|least|fastest|more|less)\b).*?),? and why(?: (?:did it|is that|was that))?$/i,
    toRest: () => 'why did it',
  },
  {
    shape:
      /^(?<ranking>(?:(?:which|what)\b(?=.*\b(?:best|worst|strongest|weakest|highest|lowest|biggest|smallest|busiest|slowest|quietest|most|least)\b)|(?:our |the )?(?:best|worst|strongest|weakest|busiest|slowest|quietest)(?= (?:month|week|quarter|day|year)\b))\b(?:(?! and ).)*?\b(?<unit>month|week|quarter|day|year)\b.*?),? and why(?<split> by [a-z]+)?$/i,
    toRest: ({ ranking = '', unit, split = '' }) =>
      `what drove ${measured.exec(ranking)?.[0] ?? 'revenue'} in that ${unit}${split}`,
  },
];

/** Of what leads by its level no tool tells why: that half is refused by itself. */
shapes.push({
  shape:
    /^(?<ranking>(?:which|what|who)\b(?=.*\b(?:best|worst|highest|lowest|biggest|largest|smallest|most|least|fewest)\b).*?),? and why(?: (?:is that|so))?$/i,
  toRest: () => 'Why',
});

const measured = /\b(?:gross margin|margin|profit|units|orders|returns)\b/i;
