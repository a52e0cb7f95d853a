const words = [
  ...'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
  ...'thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' '),
];
/** A pattern of the numbers in words, from two to twenty. */
export const aboveOne = words.slice(2).join('|');

const others: Record<string, number> = {
  couple: 2,
  dozen: 12,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};
const ordinals: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  ...{
    fifth: 5,
    '5th': 5,
    sixth: 6,
    '6th': 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    eleventh: 11,
    twelfth: 12,
  },
};

/** The number that a word or figure says, or null. */
export function toNumber(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const index = words.indexOf(word);
  return index >= 0 ? index : (others[word] ?? null);
}

export function toOrdinal(word: string): number | null {
  const [, figure] = /^(\d+)(?:st|nd|rd|th)$/.exec(word) ?? [];
  return figure === undefined ? (ordinals[word] ?? null) : Number(figure);
}

export function spellOrdinal(place: number): string {
  return (
    Object.keys(ordinals).find((word) => ordinals[word] === place && /^[a-z]+$/.test(word)) ?? `${place}th`
  );
}

/** Small numbers in words: a figure in an answer would have to be proved. */
export function spellNumber(value: number): string {
  return words[value] ?? String(value);
}

const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Numbers up to 99 in words: "ninety-one". */
export function spellTwoDigits(value: number): string {
  const small = words[value];
  if (small !== undefined) return small;
  const [ten = '', one = 0] = [tens[Math.floor(value / 10)], value % 10];
  return one === 0 ? ten : `${ten}-${words[one]}`;
}
