import type { Sentence } from './sentences.ts';

/** The names of a text, and how many times it has. */
type Said = { names: { text: string }[]; times: number };
type Read = (text: string) => Said;

/**
 * "Sales of Kitchen in East and of Garden in West last month": each name goes with its own place, so that these are two questions.
 * Filters of all of them would set each name in both places. Without a second "of" the places have to be of one sort: "Kitchen in
 * East and West in October" is one question.
 */
export function toCrossed(sentence: Sentence, read: Read): Sentence[] {
  const text = sentence.text.trim().replace(/[?!.\s]+$/, '');
  const found = shape.exec(text)?.groups;
  if (!found) return [sentence];
  const { head = '', lead, one = '', at = '', again, other = '', where = '', tail = '' } = found;
  const [spot, otherSpot] = [at, where].map((each) => each.replace(new RegExp(`^${places} `, 'i'), ''));
  const isKnown = (part = '') => isName(part, read) || isTime(part, read);
  const isPair = [one, spot, other, otherSpot].every(isKnown);
  const isRead = lead !== undefined || head === '';
  const isAlike =
    again === undefined
      ? toSort(at) === toSort(where) && isTime(spot, read) === isTime(otherSpot, read)
      : again === lead;
  if (!isPair || !isRead || !isAlike) return [sentence];
  // Without a figure the second one would be taken for more of the first.
  const opening = lead === undefined ? 'sales of ' : `${head.replace(/^compare /i, '')}${lead} `;
  return [`${one} ${at}`, `${other} ${where}`].map((side, index) => ({
    text: `${opening}${side}${tail}?`,
    isJoined: index === 0 && sentence.isJoined,
  }));
}

/** "Online" and "in store" are channels. */
function toSort(spot: string): string {
  return /^(?:online|in stores?)$/i.test(spot) ? 'channel' : (spot.split(' ')[0] ?? '').toLowerCase();
}

function isTime(part: string | undefined, read: Read): boolean {
  const { names, times } = read(`sales in ${part}`);
  return names.length === 0 && times === 1;
}

function isName(part: string, read: Read): boolean {
  const { names, times } = read(`sales of ${part}`);
  const [name, ...more] = names;
  return times === 0 && more.length === 0 && name?.text === part.replace(/^(?:the|our) /i, '');
}

const places = '(?:in|at|from|for|to|with)';
const leads = '(?:of|for|in|at|from)';
const words =
  "[\\w\\p{L}&'’-]+(?: (?!(?:and|or|in|of|for|at|from|to|with|by|last|this|next)\\b)[\\w\\p{L}&'’-]+){0,3}?";
const spots = `(?:${places} ${words}|online)`;
const time =
  '(?:,? (?:(?:in|for|during|over) )?(?:(?:the )?(?:last|this|past) [\\w ]+|(?:19|20)\\d\\d|today|yesterday))?';
const shape = new RegExp(
  `^(?<head>(?:.*? )?)(?:(?<lead>${leads}) )?(?<one>${words}) (?<at>${spots})(?:,? and|,)(?: (?<again>${leads}))? (?<other>${words}) (?<where>${spots})(?<tail>${time}(?:,? by [\\w ]+)?)$`,
  'iu',
);
