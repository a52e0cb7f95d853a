import { plain } from './format-figure.ts';

/** In place of an answer: the nearest question that has one. */
export function speakOffer(question: string): string {
  return `${offers} "${plain(question)}"`;
}

/** The question that an answer offers; null where it offers none. */
export function readOffer(answer: string): string | null {
  const [, offered] = answer.split(offers);
  // Where nothing is near, what can be asked is.
  return (/^ "([^"]+)"/.exec(offered ?? '') ?? /Ask "(What can I ask\?)"/.exec(answer))?.[1] ?? null;
}

const offers = 'The nearest question that I can answer:';
