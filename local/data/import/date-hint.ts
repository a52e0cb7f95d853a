import type { IssueGroup } from './issue-groups.ts';
import { findPlace } from './issue-place.ts';
import type { Mapping } from './mapping.ts';
import { toExpectation } from './sql-text.ts';

/** How a mapping reads the first date that is written as people write it: `31.03.2026`, `3/31/2026 17:45`. */
export function toDateHint(groups: readonly IssueGroup[], mapping: Mapping): string[] {
  for (const group of groups) {
    const type = ['DATE', 'TIMESTAMP'].find((each) => toExpectation(each) === group.expected);
    const place = findPlace(group, mapping);
    const values = [group.telling, group.first[0]?.value ?? null].filter((value) => value !== null);
    const value = values.find((each) => listFormats(each).length > 0);
    if (type === undefined || place?.source === undefined || value === undefined) continue;
    const where = `in sources.${place.source}${place.isTyped ? '' : ` beside the type ${type} of ${place.name}`}`;
    const dates = `Dates such as ${JSON.stringify(value)}`;
    const [format, other] = listFormats(value);
    if (other === undefined) return [`${dates} are read by dateFormat: "${format}" ${where}.`];
    return [
      `${dates} are read, if the day is first, by dateFormat: "${format}" ${where}; if the month is, by dateFormat: "${other}".`,
    ];
  }
  return [];
}

/** Each way in which a date may be meant, in the letters of strptime: two for `03/04/2026`, none for what is no date. */
function listFormats(value: string): string[] {
  const { one = '', mark = '', two = '', year = '', gap, pause, half } = written.exec(value)?.groups ?? {};
  if (year === '') return /^(?:19|20)\d{6}$/.test(value) ? ['%Y%m%d'] : [];
  const [dayFirst, monthFirst] = [Number(two) <= 12, Number(one) <= 12 && mark !== '.'];
  const clock = half === undefined ? '%H:%M' : '%I:%M';
  const time = gap === undefined ? '' : `${gap}${clock}${pause ? ':%S' : ''}${half ? ' %p' : ''}`;
  const rest = `${mark}${year.length === 2 ? '%y' : '%Y'}${time}`;
  return [...(dayFirst ? [`%d${mark}%m${rest}`] : []), ...(monthFirst ? [`%m${mark}%d${rest}`] : [])];
}

const written =
  /^(?<one>0?[1-9]|[12]\d|3[01])(?<mark>[./-])(?<two>0?[1-9]|[12]\d|3[01])\k<mark>(?<year>\d{2}|\d{4})(?:(?<gap>[ T])\d{1,2}:\d{2}(?<pause>:\d{2})?(?<half> [AP]M)?)?$/i;
