import type { Question } from '../question/question.ts';

/** "And lost ones?", after new customers: those that bought no more, in the same time; and the other way round. */
export function sayOfLost(sentence: string, previous: Question): string {
  const isNew =
    previous.kind === 'data'
      ? previous.measures.includes('new_customers')
      : previous.kind === 'report' && previous.options.which === 'new';
  const isLost = previous.kind === 'report' && previous.options.which === 'lapsed';
  const asked = isNew && lost.test(sentence) ? 'lapsed' : isLost && fresh.test(sentence) ? 'new' : null;
  if (asked === null || !('periods' in previous)) return sentence;
  const by = previous.kind === 'data' && previous.grain !== null ? ` by ${previous.grain}` : '';
  const [period] = previous.periods;
  const there = 'filters' in previous && previous.filters.length > 0 ? ' there' : '';
  return `${asked} customers${by}${there}${period ? ` ${period.text}` : ''}`;
}

const asks = (which: string) =>
  new RegExp(
    `^(?:(?:and|now|ok|but|what about|how about),? )*(?:the |our )?(?:${which})(?: (?:ones|customers|clients|buyers))?\\W*$`,
    'i',
  );
const lost = asks('lost|lapsed|inactive|gone|churned');
const fresh = asks('new|newly won|won');
