import type { ToolFailure } from '../conversation/read-steps.ts';
import type { Answered } from '../decide.ts';
import type { Setting } from '../setting.ts';
import { nameUnit } from '../time/calendar.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { joinNames, plain } from './format-figure.ts';

/** A filter that the tool of the figures does not take. */
export function writeMisfit(
  { filter, tool }: NonNullable<Answered['misfit']>,
  { vocabulary }: Setting,
): string {
  const dimension = toWords(filter.dimension);
  const about = tool.includes('reorder')
    ? 'Reorder recommendations'
    : tool.includes('inventory')
      ? 'Stock figures'
      : 'These figures';
  const known = [...(vocabulary.filters.get(tool) ?? [])].map(toWords);
  return `${about} are not kept by ${dimension}, so I cannot narrow them to ${joinNames(filter.values.map(plain))}. They can be narrowed by ${joinNames(known)}.`;
}

/** What kept a read from being made, in plain words; the hint is the model's, so only its offer of names is passed on. */
export function writeFailure({ code, message, hint }: ToolFailure): string {
  const covered = /covers (\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})/.exec(hint);
  const [, first = '', last = ''] = covered ?? [];
  if (covered && first === last)
    return `That is recorded for ${nameUnit(last, 'day')} only, so not for the time asked for.`;
  if (covered) return `${message} The data covers ${first} to ${last}. Ask for a time within it.`;
  if (code === 'warehouse_failed' || code === 'internal')
    return 'The data could not be read: the warehouse did not answer as it should. Please ask again in a moment.';
  if (code === 'too_expensive')
    return `${message} Ask for a shorter period, or for one category or warehouse.`;
  const most = /values: Too big\D*(\d+)/.exec(message)?.[1];
  if (most !== undefined)
    return `That is about more than ${most} things at once, and no more than ${most} can be looked at by name. Please ask it of fewer of them, such as the first ten, or of the group that they are in.`;
  // "filters[0].values: …" is for the tools.
  if (
    code === 'invalid_argument' &&
    /^[a-z]\w*(?:\[\d+\])?(?:\.\w+)*: |\b(?:Too (?:big|small)|Invalid (?:input|option)|Unrecognized)\b|^before ends/.test(
      message,
    )
  )
    return 'The tools do not take that as it stands. Please ask it in other words, or for one thing and one time at once.';
  const nearest = /Nearest: ([^.]*)\./.exec(hint)?.[1];
  const offer = nearest
    ? ` Nearest: ${nearest}.`
    : code === 'not_permitted'
      ? ` ${/They may see: ([^.]*)\./.exec(hint)?.[0]?.replace('They', 'You') ?? ''}`
      : '';
  // Measures by their names in words: "days_of_cover" is for the tools.
  const spoken = message.replace(/\b[a-z]+(?:_[a-z\d]+)+\b/g, toWords);
  return `${plain(spoken)}${offer}`.trim();
}
