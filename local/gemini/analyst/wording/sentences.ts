/** Sentences, and questions joined by "and what …". */
export function toSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const sentence of split(text)) {
    const before = sentences.at(-1);
    // "What is on order? Pieces and value please": in which units, and no question of its own.
    if (before !== undefined && unitsOnly.test(sentence))
      sentences[sentences.length - 1] = `${before.replace(/[?!.]+$/, '')}, in ${sentence}`;
    else if (before !== undefined && timeOnly.test(sentence))
      sentences[sentences.length - 1] =
        `${before.replace(/[?!.,]+$/, '')} compared with ${timeOnly.exec(sentence)?.[1]}?`;
    else sentences.push(sentence);
  }
  return sentences;
}

function split(text: string): string[] {
  return text
    .slice(0, 4000)
    .split(
      /(?<=[?!])\s+|(?<=[\p{L}\p{N})%])\.\s+(?=\p{Lu}|(?:what|how|which|show|who|where|when|give|list)\b)|[;\n]+|,?\s+(?:and|also)\s+(?=(?:what|how|which|show|who|should|tell|list|is|are|does|do|did)\b)/u,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

const unitsOnly =
  /^(?:units?|pieces|quantity|number|count) (?:and|&|plus) (?:the |their |its )?(?:value|worth|money|dollars)(?:,? please)?[.!?]?$/i;

const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
/** "How much was it last month, and how much in the same month of last year?": the other time of the same figure. */
const timeOnly = new RegExp(
  `^(?:how (?:much|many)|what)(?: (?:was|were|is) (?:it|they|that|there))? (?:in |for |over |during )?((?:the )?(?:same|last|this|previous|${months}|(?:19|20)\\d\\d|q[1-4]|(?:year|month|quarter|week) before)(?: [\\w'’]+){0,5})\\?*$`,
  'i',
);
