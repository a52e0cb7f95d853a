import { addDays, type Day, nameUnit, startOf } from './calendar.ts';
import { type Period, toSpan } from './period.ts';
import { readStretch } from './read-stretch.ts';
import type { Dated } from './share-years.ts';

/** "Sales through 15 October" says where a time ends and not where it begins. */
export function endsOnly(only: Dated, words: string[]): boolean {
  const isRelative = /^(last|this|past|previous|prior|the|current)$/.test(words[only.from] ?? '');
  if (isRelative || readStretch(only, words) !== null) return false;
  const lead = words.slice(Math.max(0, only.from - 3), only.from).join(' ');
  if (/(?:^| )(?:(?<!\b(?:sell|sells|sold|selling) )(?:through|thru)|up to)(?: the)?(?: end of)?$/.test(lead))
    return true;
  const sets =
    /^(compar\w*|versus|vs|relative|against|than|close|similar|equal|next|up|down|back|switch|change|set|go|move)$/;
  return /(?:^| )to$/.test(lead) && only.period.grain === 'day' && !words.some((word) => sets.test(word));
}

/** "Sales up to March this year", "this year before 10 October", "in 2025 before May", "up to last Friday this month": from where that year begins. */
export function readFromYear(dated: Dated[], words: string[]): Period | null {
  const [first, second] = dated;
  const opensIt = second && isYear(first) && !/^(?:from|since|between)$/.test(words[first.from - 1] ?? '');
  const [only, running] = opensIt ? [inYearOf(second, first), first] : [first, second];
  if (!only || dated.length > 2 || readStretch(only, words) !== null) return null;
  const lead = words.slice(Math.max(0, only.from - 5), only.from).join(' ');
  const [, joint] = until.exec(lead) ?? [];
  if (joint === undefined && !endsOnly(only, words)) return null;
  const own = words.slice(only.from, only.to).join(' ');
  const { start } = only.period;
  const isOfYear = running
    ? / to date$/.test(running.period.text) || (isYear(running) && running.period.end >= start)
    : / this year$/.test(own);
  const opens = running?.period.start ?? startOf(only.period.start, 'year');
  const end = joint === 'before' ? addDays(only.period.start, -1) : only.period.end;
  if (start < opens || end < opens) return null;
  if (!isOfYear && (running !== undefined || !opensWithYear(only.period, joint, words))) return null;
  return toSpan(opens, end, only.period.grain);
}

/** "Last year until May": of that year. */
function inYearOf(part: Dated, { period }: Dated): Dated {
  const isOpen = part.inYear !== undefined && !part.hasYear;
  return isOpen ? { ...part, period: part.inYear?.(Number(period.start.slice(0, 4))) ?? part.period } : part;
}

function isYear(dated: Dated | undefined): dated is Dated {
  return dated !== undefined && /^(?:year to date|last year|\d{4})$/.test(dated.period.text);
}

/** "Sales until 10 October" are those of that year so far; "before 10 October" may be of that month, stock is of a day, and what is due has no beginning. */
function opensWithYear(
  { text, grain, holiday }: Period,
  joint: string | undefined,
  words: string[],
): boolean {
  const isPart = grain !== null && grain !== 'year' && holiday === undefined && /\d{4}/.test(text);
  return isPart && joint !== 'before' && !words.some((word) => hasNoYear.test(word));
}

const hasNoYear =
  /^(?:stock\w*|inventory|hand|cover|open|due|overdue|late|expected|arriv\w*|deliver\w*|forecast\w*|expect|last|need|enough|run|runs|reorder|order|lasts|from|since|between|starting|compar\w*|versus|vs|against|than)$/;

const until =
  /(?<!\b(?:and|or) )(?<!\b(?:sell|sells|sold|selling) (?=thr))\b(through|thru|up to|until|till|before)(?: the)?(?: end of)?$/;

/** "Sales after March 2014", "before 2012": all that lies on that side of it. Null for stock, which is of a day. */
export function readBeyond(
  only: Dated,
  words: string[],
  today: Day,
): { period: Period; from: number } | null {
  const [spoken, side] = beyond.exec(words.slice(0, only.from).join(' ')) ?? [];
  const { start, end, text, holiday } = only.period;
  if (spoken === undefined || !/\d{4}|^last /.test(text)) return null;
  const from = only.from - spoken.trim().split(' ').length;
  const said = `${side} ${holiday === undefined ? only.period.spoken : nameUnit(end, 'day')}`;
  if (side === 'after')
    return end < today ? { period: { ...toSpan(addDays(end, 1), today, null), spoken: said }, from } : null;
  // "Before 10 October" may be of that month, or of that year; what is still open was ordered at any time before.
  if (only.period.grain !== 'year' && !isOpenOrder(words)) return null;
  return { period: { ...toSpan('1900-01-01', addDays(start, -1), null), spoken: said }, from };
}

/** "Purchase orders placed before October and still open" */
function isOpenOrder(words: string[]): boolean {
  const says = (form: RegExp) => words.some((word) => form.test(word));
  return says(/^(?:placed|ordered|raised|issued)$/) && says(/^(?:open|outstanding|late|overdue)$/);
}

const beyond =
  /(?:^| )(?<!\b(?:and|or|before|\w*days?|weeks?|weekends?|months?|quarters?|years?|one|those|soon|shortly|right|just) )(after|before)$/;
