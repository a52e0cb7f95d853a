import { asksFigures } from '../../question/join-figures.ts';
import type { Question } from '../../question/question.ts';
import { isToldAlready, sayOfChoice } from '../in-full/say-of-choice.ts';
import { sayOfMove } from '../in-full/say-of-move.ts';
import type { PastTurn, ToolStep } from '../read-steps.ts';
import { referBack } from '../references/refer-back.ts';
import type { Subject } from '../subject.ts';
import { isToldByRanking, sayOfAny, sayOfFirst } from './of-first.ts';
import { sayOfWhich } from './which-of-it.ts';

/** The first sentence of a message with what was read for it: its rows are what the next sentence refers to. */
export function toOpened({ steps, ...turn }: PastTurn, question = ''): PastTurn {
  const at = steps.findIndex(
    ({ name, outcome }) =>
      outcome.kind === 'result' && name !== 'search_catalog' && name !== 'show_visualization',
  );
  const again = steps.findIndex((step) => isReadAgain(step, steps[at]));
  return {
    ...turn,
    question,
    steps: again > at ? [...steps.slice(0, at), ...steps.slice(again, again + 1)] : steps.slice(0, at + 1),
  };
}

/** The same read with the days that "last year" has in data that ended. */
function isReadAgain({ name, args, outcome }: ToolStep, first: ToolStep | undefined): boolean {
  const isDated = (period: unknown) => typeof period === 'string' && /^\d{4}-\d\d-\d\d\.\./.test(period);
  const rest = ({ period, compareTo, ...others }: Record<string, unknown>) => JSON.stringify(others);
  return (
    outcome.kind === 'result' &&
    name === first?.name &&
    isDated(args.period) &&
    !isDated(first.args.period) &&
    rest(args) === rest(first.args)
  );
}

/** "What did we sell and how much did it cost, by region": all of it, and no row of a ranking; "coffee or tea, and which is better" is of two. */
export function asksOfAll(sentence: string, before: Question): boolean {
  return asksFigures(before) && sayOfChoice(sentence, before) === sentence;
}

/** "Which was higher?", "how much was it?": the answer to the sentence before says it. */
export function isTold(sentence: string, before: Question): boolean {
  // How far two are apart is told with them.
  const isOfTwo =
    before.kind === 'data' &&
    (before.sides.length === 2 || before.names.filter(({ against }) => against).length > 1);
  const isGap = isOfTwo && howFarApart.test(sentence);
  return isGap || isToldAlready(sentence, before) || isToldByRanking(sentence, before);
}

const howFarApart = /^(?:(?:and|by),? )*how much(?: more| less| better| higher)?\W*$/i;

/** The next sentence of a message with what it leaves to the one before. */
export function sayWithin(sentence: string, subject: Subject, isJoined: boolean): string {
  const shared = sayOfShare(sentence, subject.question);
  const asked = sayOfWhich(sayOfFirst(sayOfAny(shared, subject), subject), subject, isJoined, true);
  const { question } = subject;
  // "How many contractors bought, and what did they buy most?": the names that "they" are of are not looked up yet.
  const isOfBuyers =
    question?.kind === 'data' &&
    (question.measures[0] === 'customers' || question.names.some(({ counted }) => counted));
  if (isOfBuyers && theyBuy.test(asked))
    return asked.replace(theyBuy, 'which products had the highest revenue there');
  return question === null ? asked : sayOfMove(sayOfChoice(asked, question), subject, question);
}

/** "What share of sales was bikes, and what share of margin?": of the same thing. */
function sayOfShare(sentence: string, question: Question | null): string {
  const { share, figure } = ofFigure.exec(sentence)?.groups ?? {};
  const named =
    question?.kind === 'data' && question.share ? question.names.filter(({ optional }) => !optional) : [];
  if (figure === undefined || named.length === 0) return sentence;
  return `what ${share} of ${figure} was ${named.map(({ text }) => text).join(' and ')}?`;
}

const ofFigure =
  /^(?:(?:and|so|but),? )*(?:what|which) (?<share>share|percentage|percent|part|proportion) of (?:the |our |total )*(?<figure>[a-z]+(?: [a-z]+)?)\W*$/i;

/** Whether a sentence refers to rows of the one before that have not been read yet. */
export function awaitsRows(sentence: string, subject: Subject): boolean {
  const { question, rows, times } = subject;
  const isOfTimes = question?.kind === 'data' && question.grain !== null && question.order !== null;
  if (isOfTimes && times === null && inThatTime.test(sentence)) return true;
  const dimension = question === null ? undefined : toRowsOf(question);
  // Nothing was found: it has no rows that could be meant.
  const isEmpty = rows?.kinds[0]?.names.length === 0;
  if ((rows !== null && !isEmpty) || dimension === undefined) return false;
  const probe = { ...subject, rows: { ...anyRows, kinds: [{ dimension, names: ['a', 'b'] }] } };
  const referred = referBack(sentence, probe);
  return 'spoken' in referred || referred.meant.size > 0;
}

/** What its rows are: "slow movers, and what are they worth?" has products. */
function toRowsOf(question: Question): string | undefined {
  if (question.kind === 'data') return question.dimensions[0];
  if (question.kind === 'reorder') return 'product';
  if (question.kind !== 'report') return undefined;
  if (question.tool === 'find_new_or_lapsed') return 'customer';
  return question.tool === 'find_slow_movers' ? 'product' : undefined;
}

/** "Which five brands led on revenue, and how much did each make?": the first answer says it. */
export function repeats(question: Question, before: Question | null): boolean {
  if (question.kind !== 'data' || before?.kind !== 'data') return false;
  // "List the overdue POs and how many days late each is": the list tells the days.
  const isOfList =
    before.listed !== null &&
    question.measures.every((name) => name === before.listed) &&
    question.dimensions.length > 0 &&
    question.dimensions.every((name) => before.dimensions.includes(name));
  if (isOfList && question.names.every(({ meant }) => meant?.isAll)) return true;
  // "Which of those bought most online?" is of fewer sales than the first.
  const isNarrower = question.names.some(({ meant, optional }) => meant === undefined && !optional);
  const isOfAll = !isNarrower && question.names.some(({ meant }) => meant?.isAll && !meant.isOne);
  const isSame =
    question.tool === before.tool &&
    (question.order === null || question.order === before.order) &&
    question.dimensions.join() === before.dimensions.join() &&
    question.measures.every((name) => before.measures.includes(name)) &&
    JSON.stringify(question.periods) === JSON.stringify(before.periods);
  const isPlain =
    question.grain === null && question.against === null && !question.share && !question.changes;
  return isOfAll && isSame && isPlain && before.order !== null;
}

const inThatTime = /\bin that (?:day|week|month|quarter|year)\W*$/i;

const theyBuy =
  /^(?:(?:and|so|but),? )*what (?:do|did|have) they (?:mostly |mainly )?(?:buy|bought|order|ordered|purchase)(?: (?:the )?(?:most|mostly|mainly))?(?=\W*$)/i;

const anyRows = { isPart: true, isCut: false, isState: false, measure: '', ranked: [], tied: [] };
