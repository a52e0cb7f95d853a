import type { Conversation } from '@tallyboard/contract';

/** The sessions with every word of the search in their title or questions, in any case and order. */
export function findSessions(sessions: Conversation[], search: string, locale: string): Conversation[] {
  const words = search.toLocaleLowerCase(locale).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return sessions;
  return sessions.filter(({ title, questions = '' }) => {
    const text = `${title}\n${questions}`.toLocaleLowerCase(locale);
    return words.every((word) => text.includes(word));
  });
}
