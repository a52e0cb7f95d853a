import { startOf } from './calendar.ts';
import { type Period, toSpan } from './period.ts';
import { readStretch } from './read-stretch.ts';
import type { Dated } from './share-years.ts';

/** "Sales through 15 October" says where a time ends and not where it begins. */
export function endsOnly(only: Dated, words: string[]): boolean {
  const isRelative = /^(last|this|past|previous|prior|the|current)$/.test(words[only.from] ?? '');
  if (isRelative || readStretch(only, words) !== null) return false;
  const lead = words.slice(Math.max(0, only.from - 3), only.from).join(' ');
  if (/(?<!\b(?:sell|sells|sold|selling))(?:^| )(?:through|thru|up to)(?: the)?(?: end of)?$/.test(lead))
    return true;
  const sets =
    /^(compar\w*|versus|vs|relative|against|than|close|similar|equal|next|up|down|back|switch|change|set|go|move)$/;
  return /(?:^| )to$/.test(lead) && only.period.grain === 'day' && !words.some((word) => sets.test(word));
}

/** "Sales up to March this year": from where that year begins. */
export function readFromYear(dated: Dated[], words: string[]): Period | null {
  const [only, running] = dated;
  if (!only || dated.length > 2 || !endsOnly(only, words)) return null;
  const isOfYear = running
    ? running.period.text === 'year to date'
    : /\bthis year$/.test(words.slice(only.from, only.to).join(' '));
  const opens = running?.period.start ?? startOf(only.period.start, 'year');
  return isOfYear && only.period.start >= opens ? toSpan(opens, only.period.end, only.period.grain) : null;
}
