/** Sentences, and questions joined by "and what …". */
export function toSentences(text: string): string[] {
  return text
    .slice(0, 4000)
    .split(
      /(?<=[?!])\s+|(?<=[\p{L}\p{N})%])\.\s+(?=\p{Lu}|(?:what|how|which|show|who|where|when|give|list)\b)|[;\n]+|,?\s+(?:and|also)\s+(?=(?:what|how|which|show|who|should|tell|list|is|are|does|do|did)\b)/u,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
