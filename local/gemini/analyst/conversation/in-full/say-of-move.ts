import type { DataQuestion, Question } from '../../question/question.ts';
import { addUnits } from '../../time/calendar.ts';
import type { Period } from '../../time/period.ts';
import { toUnit } from '../../time/period-units.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import { splits } from '../../vocabulary/things.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { writePeriod } from '../references/write-period.ts';
import type { Subject } from '../subject.ts';

/** After two times that were set against each other: "which moved most?" sells nothing, "did the margin move?" asks of the whole and of no row. */
export function sayOfMove(sentence: string, subject: Subject, previous: Question): string {
  if (previous.kind !== 'data') return sentence;
  const { asksOne, rows } = subject;
  // "Was it price or volume?", after how revenue moved: both of all, before and after.
  if (previous.changes || previous.against !== null || previous.why)
    if (priceOrVolume.test(sentence)) return 'units and average price in total';
  // "Is that more orders or bigger baskets?"
  if (previous.tool === 'query_sales' && isOfTimes(previous) && ordersOrBaskets.test(sentence))
    return `total revenue, ${/customer/i.test(sentence) ? 'customers' : 'orders'} and ${customersOrOrders.test(sentence) ? 'orders' : 'average order value'}`;
  // "Which of them drove that?", after who grew most: that one's growth.
  if (asksOne && previous.changes && drove.test(sentence)) return sentence.replace(drove, '$1 it');
  const others =
    sayOfGrowth(sentence, subject, previous) ??
    sayOtherWay(sentence, previous) ??
    sayOfTime(sentence, previous) ??
    sayOfCourse(sentence, subject, previous);
  if (others !== null) return others;
  // "Which supplier got most?" "How does that compare with Q2?": what that one got.
  const isOfLeader = asksOne && previous.order !== null && !previous.changes && previous.grain === null;
  if (isOfLeader && besideTime.test(sentence))
    return sentence.replace(besideTime, 'how did it do compared with ');
  // "The three that grew fastest, and who bought them?": bought, and not grew.
  if (previous.changes && whoBuys.test(sentence))
    return sentence.replace(whoBuys, 'which customers have the highest revenue from $<rows>');
  // "Which region fell most?" "Why?": why that one did.
  // "Which regions are falling?" "Why?": why the only one does; of several it is open which one is meant.
  const count = rows?.kinds[0]?.names.length ?? 0;
  const isOfMoved = previous.order !== null || previous.falls || previous.changeBounds.length > 0;
  const areMoved = isOfMoved && previous.dimensions.length === 1 && count > 0;
  if (previous.changes && (asksOne || areMoved) && bareWhy.test(sentence))
    return asksOne || count === 1 ? 'why did it?' : 'why did that one?';
  const { changes, dimensions } = previous;
  // "Which categories fell?" "And which rose?": of all of them.
  const { verb } = whichOther.exec(sentence)?.groups ?? {};
  const [split] = dimensions;
  const isListed = changes && previous.order !== null && dimensions.length === 1;
  if (verb !== undefined && isListed && split !== undefined && falling.test(verb) !== previous.falls)
    return `which ${toWords(split).replace(/y$/, 'ie')}s ${verb}?`;
  if (!isOfTimes(previous)) return sentence;
  const { which, less } = boughtLess.exec(sentence)?.groups ?? {};
  if (which !== undefined && dimensions.length < 2)
    return `${which} ${less === undefined ? 'grew' : 'fell'}?`;
  const told = sentence
    .replace(/\bmoved? (?:the )?most\b/i, 'changed most')
    .replace(drags, '$1 fell most')
    .replace(lags, (_, which = '', way = '') => `${which} ${/^(?:ahead|up)/i.test(way) ? 'grew' : 'fell'}`);
  // "How much of that is bikes?", after who grew most: how that one's bikes moved.
  const part = partOfMove.exec(sentence)?.groups?.part;
  if (part !== undefined && asksOne && changes) return `how did it change for ${part}`;
  // "What did the top one buy more of?"
  const taken = boughtMoreOf.exec(sentence)?.groups;
  if (taken !== undefined)
    return `which products ${taken.way === 'more' ? 'grew' : 'fell'} most for ${taken.who}`;
  // "Why is the West behind?"
  const why = whyBehind.exec(told)?.groups;
  if (why !== undefined)
    return `why ${why.is} ${why.what} ${/ahead/i.test(why.way ?? '') ? 'up' : 'down'}${why.where}?`;
  return dimensions.length === 0 ? told : told.replace(whole, '$<lead>did $<figure> change overall');
}

function isOfTimes({ changes, compares, against, periods, grain }: DataQuestion): boolean {
  return changes || against !== null || periods.length > 1 || (compares && grain !== null);
}

/** "Which category was behind that?", after the quarter that grew most: in that quarter, against the one before. */
function sayOfGrowth(sentence: string, { time }: Subject, { measures, order }: DataQuestion): string | null {
  const [, figure] = /^(.+)_period_growth$/.exec(measures[0] ?? '') ?? [];
  const split = causes.exec(sentence)?.groups?.split;
  if (time === null || figure === undefined || split === undefined) return null;
  const unit = toUnit(time.start, time.grain);
  const before = toUnit(addUnits(time.start, time.grain, -1), time.grain);
  const moved = order === 'asc' ? 'fell' : 'grew';
  return `which ${split} ${moved} most in ${toWords(figure)} in ${writePeriod(unit)} compared with ${writePeriod(before)}`;
}

/** "And which gained?", after those that lost most: none of those, but of all. */
function sayOtherWay(sentence: string, { changes, order, falls, dimensions }: DataQuestion): string | null {
  const said = movedOnly.exec(sentence)?.groups;
  const verb = said?.verb ?? said?.way ?? said?.other;
  const [split, ...more] = dimensions;
  if (verb === undefined || !changes || order === null || split === undefined || more.length > 0) return null;
  const asksFall =
    said?.other === undefined ? !/^(?:gain|gr|r[oi]s|went up|improv|increas|more)/i.test(verb) : !falls;
  return asksFall === falls ? null : `which ${toWords(split)} ${asksFall ? 'fell' : 'grew'} most`;
}

/** "Which category was up most?", "and which ones fell?", after how a time went: against that of the year before, beside which it was told. */
function sayOfTime(
  sentence: string,
  { grain, periods, dimensions, measures, against }: DataQuestion,
): string | null {
  const said = upMost.exec(sentence)?.groups;
  const [first, second, ...others] = periods.toSorted((a, b) => b.start.localeCompare(a.start));
  if (said === undefined || first === undefined || others.length + dimensions.length > 0) return null;
  const time = sayTime(first);
  const before = second === undefined ? (against === 'last_year' ? 'last year' : '') : sayTime(second);
  const isByMonth = grain === 'month' && first.grain === 'month' && first.count === 1;
  if (time === null || before === null || (before === '' && !isByMonth)) return null;
  const moved = /^(?:up|gr|r[io]s|gain)/i.test(said.way ?? '') ? 'grew' : 'fell';
  const beside = before === '' ? '' : ` compared with ${before.replace(/^in /, '')}`;
  return `which ${said.split ?? 'products'} ${moved} most in ${toWords(measures[0])} ${time}${beside}`;
}

/** A time as a question says it: "this year", "last month", "in 2026-10"; null where it is none of one unit. */
function sayTime({ text, grain, count, start, spoken }: Period): string | null {
  const [, running] = /^(year|quarter|month|week) to date$/.exec(text) ?? [];
  if (running !== undefined) return `this ${running}`;
  if (text === 'last year') return text;
  if (count !== 1 || grain === null || grain === 'week' || grain === 'day') return null;
  return grain === 'month'
    ? `in ${start.slice(0, 7)}`
    : `in ${grain === 'year' ? start.slice(0, 4) : spoken}`;
}

/** "And in which category most?", after whether the stock goes up, told by month: between the first and the last of these months. */
function sayOfCourse(sentence: string, { times }: Subject, previous: DataQuestion): string | null {
  const { changes, dimensions, periods, against, grain } = previous;
  const split = mostIn.exec(sentence)?.groups?.split;
  const [first] = times?.starts ?? [];
  const last = times?.starts.at(-1);
  const isOpen = changes && [dimensions, periods].every((list) => list.length === 0);
  if (!isOpen || against !== null || grain !== null || split === undefined) return null;
  if (times?.grain !== 'month' || first === undefined || last === undefined || first === last) return null;
  return `by ${split}, ${last.slice(0, 7)} compared with ${first.slice(0, 7)}`;
}

const priceOrVolume = begins(
  '(?:(?:was|is) (?:it|that|this) |because of |due to )?(?:more |mainly |mostly )?(?:the )?(?:prices?|volumes?|units|quantit(?:y|ies))(?: driven)?,? or (?:the |more )?(?:prices?|volumes?|units|quantit(?:y|ies))(?: driven)?\\W*$',
);
const moreOrders = '(?:more |fewer |less )?(?:customers?|orders|transactions|sales)';
const largerOnes =
  '(?:(?:bigger|larger|smaller|higher|lower|fuller|richer) )?(?:average )?(?:baskets?|orders?|tickets?|order (?:values?|sizes?)|basket (?:values?|sizes?)|ones)';
const ordersOrBaskets = begins(
  `(?:(?:was|is) (?:it|that|this) |because of |due to |do (?:we|they) have )?(?:${moreOrders},? or (?:just |rather )?${largerOnes}|${largerOnes},? or (?:just |rather )?${moreOrders})\\W*$`,
);
const customersOrOrders = /\b(?:customers?,? or (?:more )?orders|orders,? or (?:more )?customers?)\W*$/i;
const cause =
  '(?:(?:is|are|was|were) (?:mainly |mostly )?(?:behind|responsible for)|dr(?:ove|ives?)|caused?|explains?|explained|led to)';
const drove = new RegExp(`\\b(${cause}) (?:that|this)(?=\\W*$)`, 'i');
const causes = begins(`(?:which|what) (?<split>[a-z]{3,20}?)s? ${cause} (?:that|this|it)\\W*$`);
const movedOnly = begins(
  '(?:which|who)(?: ones?| (?!of\\b)[a-z]{3,15})? (?:have |has )?(?:(?<verb>gained|grew|grown|rose|risen|increased|improved|went up|lost|fell|fallen|dropped|declined|shrank|decreased|went down)(?: (?:the )?most)?|(?:(?:bought|ordered|spent) )?(?<way>less|fewer|more)|(?:went|moved|did|goes|moves) (?<other>the (?:other way|opposite)(?: round| direction)?))\\W*$',
);
const upMost = begins(
  `(?:in )?which(?: ones| (?<split>${splits}|products?|customers?|suppliers?|warehouses?))?(?: of (?:it|them|those|these))? (?:(?:is|was|are|were|went|has|have) )?(?<way>up|down|grew|grown|growing|rose|gained|fell|fallen|falling|dropped|lost|shrank)(?: (?:the )?most)?\\W*$`,
);
const mostIn = begins(
  '(?:in )?which (?<split>category|subcategory|brand|supplier|warehouse|region|channel|segment)(?: (?:is it|was it|has it|did it|moved(?: it)?|changed|drove it|caused it|is behind (?:it|that)))*(?: (?:the )?most)?\\W*$',
);
const besideTime = begins('how (?:does|did|do) (?:that|this|it) compare (?:with|to|against) ');
const whoBuys = begins(
  'who (?:buys|bought|is buying|ordered|orders) (?<rows>it|them|those|these)(?: most| mostly| mainly)?(?=\\W*$)',
);
const whichOther = begins(
  'which(?: ones?| of (?:them|those|these))? (?<verb>rose|grew|increased|gained|went up|fell|shrank|declined|dropped|decreased|went down)\\W*$',
);
const falling = /^(?:fell|shrank|declined|dropped|decreased|went down)/i;
const bareWhy = begins(
  '(?:why(?: (?:is|was) (?:that|this|it)|(?: exactly| so))?|how (?:come|so)|(?:because of|due to|driven by|caused by) what|for what reason)\\W*$',
);
/** "Which of them bought less?", after what all of them bought this year and last. */
const boughtLess = begins(
  '(?<which>which(?: ones)?(?: of (?:them|those|these))?) (?:bought|spent|ordered|sold|made|earned|paid|brought in) (?:(?<less>less|fewer)|more)\\W*$',
);
const partOfMove = begins(
  'how much of (?:that|it|this) (?:is|was|are|were|comes? from|came from|is due to|was due to) (?<part>(?!new\\b)[^?.!,]{3,40}?)\\W*$',
);
const boughtMoreOf = begins(
  'what (?:did|does|do|has|have) (?<who>(?!we\\b|i\\b)[^?.!,]{2,40}?) (?:buy|bought|order|ordered|take|taken|took) (?<way>more|less|fewer)(?: of)?\\W*$',
);
/** "Which channel is behind?" */
const lags = new RegExp(
  `(?<=^${lead})((?:which|what)(?: of)? (?!(?:is|are|was|were)\\b)[^?.!,]{2,30}?) (?:is|are|was|were|came in|came out|ended up) (behind|lagging(?: behind)?|down|ahead|up)(?=\\W*$)`,
  'i',
);
/** "Which category drags?" */
const drags = new RegExp(
  `(?<=^${lead})((?:which|what) (?!(?:is|are|was|were)\\b)[a-z]{3,20}) (?:drags?|lags?|is dragging|is lagging|pulls? (?:it|us|that) down)(?: (?:it|us|that))?(?: (?:down|behind))?(?=\\W*$)`,
  'i',
);
const whyBehind = begins(
  'why (?<is>is|are|was|were) (?<what>[^?.!,]{2,40}?) (?:still |so (?:far )?)?(?<way>(?:lagging|trailing|falling)(?: behind)?|behind|ahead)(?<where>(?: in [^?.!,]{2,30})?)\\W*$',
);
const whole = new RegExp(
  `^(?<lead>${lead})(?:did|has|have|how did) (?<figure>(?:the|our) (?!\\w+ ones?\\b)[^?.!,]{2,30}?) (?:move|change|shift|rise|fall|grow|drop|improve)d?(?: (?:too|as well|at all|much|also|either))?(?=\\W*$)`,
  'i',
);
