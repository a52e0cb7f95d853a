import { addUnits, type Day, toGrain } from '../../time/calendar.ts';
import type { Period } from '../../time/period.ts';
import { toUnit } from '../../time/period-units.ts';
import type { Subject } from '../subject.ts';
import { shift } from './times-beside.ts';
import { writePeriod } from './write-period.ts';

/** "In the latest month, compared with the one before", after months in a row: written with these months; null where it speaks of none. */
export function referToShown(sentence: string, subject: Subject, today: Day): string | null {
  const shown = readShown(sentence, subject, today);
  if (shown === null) return null;
  return sentence
    .replace(shownUnit, writePeriod(shown))
    .replace(beforeShown, (_, joint: string, same?: string, year = same) => {
      const other = shift(shown, year === undefined ? (shown.grain ?? 'month') : 'year', -1);
      return `${joint} ${writePeriod(other)}`;
    });
}

/** "The latest month", "the first week", after months and weeks in a row: one of those, and of those that are over. */
function readShown(sentence: string, { question, times }: Subject, today: Day): Period | null {
  const { which = '', unit = '' } = shownUnit.exec(sentence)?.groups ?? {};
  if (times === null || toGrain(unit) !== times.grain || question?.kind !== 'data' || question.order !== null)
    return null;
  const units = times.starts.map((start) => toUnit(start, times.grain));
  const whole = units.filter(({ end }) => end <= today);
  const [begins] = question.periods;
  const found = /^(?:first|earliest)$/i.test(which)
    ? (units.find(({ start }) => begins === undefined || start >= begins.start) ?? units[0])
    : (whole.at(-1) ?? units.at(-1));
  // "The last month" is that before this one, unless what was shown ends long before.
  const isOwn =
    !/^last$/i.test(which) || (found !== undefined && addUnits(found.start, times.grain, 2) <= today);
  return found !== undefined && isOwn ? found : null;
}

const shownUnit =
  /\bthe (?<which>latest|most recent|newest|last|final|first|earliest) (?<unit>day|week|month|quarter|year)\b(?! (?:of|in|with(?! the\b)|where|that|when|we)\b)/i;
const beforeShown =
  /\b(with|to|than|vs\.?|versus|against) (?:the (?:previous |preceding )?(?:one|day|week|month|quarter|year)(?: before)?(?: (?:it|that))?|(?:the )?(?:same|that) (?:day|week|month|quarter) (?:of )?(last year|a year (?:ago|before|earlier))|(a year (?:ago|before|earlier)|the year before|last year))(?=\W*$)/i;
