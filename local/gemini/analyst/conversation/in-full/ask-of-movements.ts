import type { DataQuestion, Question } from '../../question/question.ts';
import { shortMonths } from '../../time/time-patterns.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import { sites } from '../../vocabulary/things.ts';

/** "Where did they go?", "which product was moved the most?", after what was moved between the warehouses; null for anything else. */
export function askOfMovements(said: string, previous: Question): string | null {
  const isOfTransfers =
    previous.kind === 'data' && previous.measures.some((name) => name.startsWith('transferred_'));
  if (!isOfTransfers) return null;
  // "In at Calgary and Dartmouth, each", "how many out of Northgate?"
  const { end, ends = '', each } = atSites.exec(said)?.groups ?? {};
  const [period] = previous.periods;
  if (end !== undefined) {
    const ofEach = each === undefined ? '' : ` by warehouse ${period?.text ?? ''}`;
    return `and transferred ${end} at ${ends.replaceAll(' + ', ' and ')}${ofEach}`.trim();
  }
  // "Which warehouse sent most?", "and received most?"
  const { gave } = mostMoved.exec(said)?.groups ?? {};
  if (mostMoved.test(said))
    return `and transferred ${gave === undefined ? 'in' : 'out'} by warehouse, highest first`;
  // "Into Sacramento?"
  const site = toSite.exec(said);
  if (site) return `and transfers ${/^(?:in)?to$/i.test(site[1] ?? '') ? 'to' : 'from'} ${site[2]}`;
  // "Into which site did most go?"
  const way = whichSite.exec(said)?.groups?.way;
  if (way !== undefined) {
    const most = /\bmost\b/i.test(said) ? ', highest first' : '';
    return `and transferred ${/^(?:in)?to$/i.test(way) ? 'in' : 'out'} by warehouse${most}`;
  }
  if (asksOtherEnd(said, previous)) return said;
  if (wentWhere.test(said)) return 'transferred in by warehouse';
  if (cameFrom.test(said)) return 'transferred out by warehouse';
  if (took.test(said) && !/\bsuppliers?|vendors?\b/i.test(said))
    return `and ${said.replace(took, 'had$1 transferred in').replace(/^and /i, '')}`;
  // What stands after "and" is of the same time.
  return moves.test(said) ? `and ${said.replace(moves, 'transferred').replace(/^and /i, '')}` : null;
}

/** "Where from?", after what came to one site: which site sent it the movements do not say. */
export function asksOtherEnd(said: string, { measures, filters }: DataQuestion): boolean {
  const isOfOne = filters.some(({ dimension }) => dimension === 'warehouse');
  const isOfTransfers = measures.some((name) => name.startsWith('transferred_'));
  return isOfOne && isOfTransfers && [wentWhere, cameFrom, bareWhere].some((form) => form.test(said));
}

const them = '(?:did|do|does|have|has) (?:they|it|those|these|that|all of (?:it|them))(?: all)?';
const site = `(?:\\w+ )?${sites}`;
const whichSite = begins(
  `(?<way>(?:in)?to|(?:out of|from)) (?:which|what) ${site} (?:did|do|does|was|were|have|has|is|are)\\b[^?.!]*\\W*$`,
);
const mostMoved = begins(
  `(?:(?:which|what|who)(?: one| ${site})? ?)?(?:(?<gave>sent|sends|shipped|gave|gives|released|supplied)|received|receives|got|gets|took)(?: out| in)? (?:the )?most(?: of (?:it|them|those))?\\W*$`,
);
const wentWhere = begins(`(?:where|to which ${site}) ${them} (?:go|went|gone|end up|land)(?: to)?\\W*$`);
const cameFrom = begins(`(?:where|from which ${site}) ${them} (?:come|came|start)(?: from)?\\W*$`);
const bareWhere = begins('(?:from where|where from|to where|where to)\\W*$');
const atSites = new RegExp(
  `^${lead}(?:how (?:many|much)(?: units)? )?(?:(?:were|was|came|went|got|moved|transferred|shipped|sent) )*(?<end>in|out)(?: ?(?:at|to|of|from)) (?<ends>(?!(?:wh\\w+|each|every|last|this|the last)\\b)[\\w\\p{L} .'’+&-]{2,60}?)(?<each>,? (?:each|separately|respectively|one by one))?\\W*$`,
  'iu',
);
const toSite = new RegExp(
  `^${lead}(into|to|from|out of) (?:the )?((?!(?:last|this|the|wh\\w+|each|every|${shortMonths}|q[1-4]|\\d)[a-z]*\\b)[\\w\\p{L} .'’-]{2,40}?)\\W*$`,
  'iu',
);
/** "And which one received the most?", of what the others sent. */
const took = /\b(?:received|took in|got|gets|receives|takes in)( the (?:most|least))?\b/i;
const moves = /\b(?:moved|shifted|shuffled|sent around)\b/i;
