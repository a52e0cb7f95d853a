import { plain } from './format-figure.ts';

/** In place of an answer: the nearest question that has one. */
export function speakOffer(question: string): string {
  return `${offers} "${plain(question)}"`;
}

/** The question that an answer offers; null where it offers none. */
export function readOffer(answer: string): string | null {
  const [, offered = ''] = answer.split(offers);
  return /^ "([^"]+)"/.exec(offered)?.[1] ?? null;
}

const offers = 'The nearest question that I can answer:';
