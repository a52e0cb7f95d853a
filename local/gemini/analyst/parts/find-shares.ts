import type { Match } from '../vocabulary/match-phrases.ts';
import { isFocus, leadOf, type Reading } from './match-place.ts';
import { namesPartLast } from './read-wording.ts';

/**
 * Whose parts a share is of: "the share of each region in online sales" sets the members against their whole, which the name
 * narrows; "the share of online in sales by region" sets the name against each member.
 */
export function sharesMembers(reading: Reading): boolean {
  const { tokens, matches, named, sentence } = reading;
  const word = (at: number) => tokens[at]?.word ?? '';
  // "Which subcategory has the highest share in the Coast region?"
  if (hasShareIn.test(sentence)) return true;
  // "In percent", at the end, says how it is written.
  const shares = matches.filter((match) => isFocus(match, 'share') || isShareMeasure(match));
  const bySplit = matches.some(({ concept }) => concept.kind === 'dimension');
  // "Garden revenue % by channel"
  if (shares.length === 0) return bySplit && /[a-z] ?%(?! of\b)/i.test(sentence);
  // "Clothing mix": what it is made of.
  if (bySplit && shares.some((share) => isMix(share, reading) && named.has(share.from - 1))) return true;
  if (bySplit && isShareOfGroup(shares, reading)) return true;
  if (isShareOfName(shares, reading)) return false;
  const figures = matches.filter(({ concept }) => concept.kind === 'measure' && !concept.or);
  // "For each category, what part of revenue came from wholesale": the name is the part.
  const isPart =
    named.size > 0 &&
    namesPartLast({ text: sentence.toLowerCase() }) &&
    figures.every(({ to }) => Math.max(...named) >= to);
  if (isPart) return false;
  if (isShareOfEach(shares, reading)) return true;
  if (!bySplit) return false;
  // "Revenue percent per brand in Home": the shares of the brands.
  if (figures.some(({ to }) => shares.some(({ from }) => from === to))) return true;
  // "Garden revenue by region with shares"
  const isAside = shares.every(
    ({ from, to }) =>
      /^(with|and|plus|including|in)$/.test(word(from - 1)) ||
      (/^(as a?|as)$/.test([word(from - 2), word(from - 1)].join(' ').trim()) && word(to) !== 'of'),
  );
  return isAside || (isOfNamedFigure(shares, reading) && figures.length === 1);
}

const hasShareIn =
  /\bwhich (?:\w+ ){1,3}?(?:has|have|had|holds?|held) the (?:\w+ ){0,2}(?:share|percentage|proportion|part) in\b/i;

function isMix({ from }: Match, { tokens }: Reading): boolean {
  return /^(mix|composition|distribution|makeup)$/.test(tokens[from]?.word ?? '');
}

/** "Kitchen sales by subcategory as a percentage of all Kitchen": the name is the whole. */
function isShareOfGroup(shares: Match[], { tokens, named }: Reading): boolean {
  const word = (at: number) => tokens[at]?.word ?? '';
  const isOfWhole = shares.some(({ from, to }) => {
    const lead = /^an?$/.test(word(from - 1)) ? from - 2 : from - 1;
    let at = to + 1;
    while (/^(the|our|all|total|whole|entire|overall)$/.test(word(at))) at += 1;
    return /^(as|in)$/.test(word(lead)) && word(to) === 'of' && named.has(at);
  });
  const others = [...named].filter((at) => shares.every(({ from }) => at < from));
  const isSaidTwice = others.every((at) =>
    [...named].some((other) => !others.includes(other) && word(other) === word(at)),
  );
  return isOfWhole && isSaidTwice;
}

/** "Garden's share in each region", "how much came from wholesale?", "the share of Kitchen in stock value": the name is the part. */
function isShareOfName(shares: Match[], reading: Reading): boolean {
  const { tokens, named } = reading;
  const word = (at: number) => tokens[at]?.word ?? '';
  const isOwn = shares.some((share) => named.has(share.from - 1) && !isMix(share, reading));
  if (isOwn || cameFrom.test(tokens.map((token) => token.word).join(' '))) return true;
  // "The share of Kitchen in stock value, for each warehouse"
  return shares.some(({ to }) => {
    let at = /^(the|our)$/.test(word(to + 1)) ? to + 2 : to + 1;
    if (word(to) !== 'of' || !named.has(at)) return false;
    while (named.has(at)) at += 1;
    return /^(in|within|of)$/.test(word(at));
  });
}

function isShareOfEach(shares: Match[], { tokens, matches }: Reading): boolean {
  const word = (at: number) => tokens[at]?.word ?? '';
  return matches.some(({ concept, from, to }) => {
    const isSplit = concept.kind === 'dimension' || 'or' in concept;
    if (!isSplit) return false;
    return (
      // "What share does Kitchen have in each warehouse?" sets the name against each.
      (/^(each|every)$/.test(word(from - 1)) && !/^(in|within|inside|at)$/.test(word(from - 2))) ||
      shares.some((share) => share.from === to) ||
      // "Split across regions"
      shares.some((share) => word(share.from) === 'split' && share.to === from - 1)
    );
  });
}

/** "Share of online sales by region": the name belongs to the figure. */
function isOfNamedFigure(shares: Match[], { tokens, matches, named }: Reading): boolean {
  const word = (at: number) => tokens[at]?.word ?? '';
  return matches.some((match) => {
    const lead = leadOf(match, named);
    const isFigure = match.concept.kind === 'measure' && !match.concept.or && lead < match.from;
    return (
      isFigure &&
      word(lead - 1) === 'of' &&
      shares.some(
        ({ from, to }) =>
          to === lead - 1 && !named.has(from - 1) && !/^(weekends?|weekdays?|\w+days?)$/.test(word(from - 1)),
      )
    );
  });
}

const besideFigure =
  /\b(?:and|with|plus) (?:their|its) (?:own )?(?:shares?|percentages?|proportions?|parts?)\b/i;

/**
 * Whether a name's part of a figure is asked for: "what share of discounts came from Home?", "Home's share of returns", "the
 * share of Home in returns". Of "what share of Home products is out of stock?" the figure is said, not divided.
 */
export function isOfFigure({ tokens, matches, named, sentence }: Reading): boolean {
  const word = (at: number) => tokens[at]?.word ?? '';
  const figures = matches.filter(({ concept }) => concept.kind === 'measure' && !concept.or);
  const [figure, ...others] = figures;
  if (!figure || others.length > 0) return false;
  // "Top 3 categories by stock and their share": the part that each has in it.
  if (besideFigure.test(sentence)) return true;
  if (named.size === 0) return false;
  const lead = /^(the|our|all|total)$/.test(word(figure.from - 1)) ? figure.from - 1 : figure.from;
  return matches.some((match) => {
    // "How much of the discounts went to Europe?": the words that ask have the preposition.
    if (isFocus(match, 'howMuchOf') && match.to === lead)
      return tokens.slice(figure.to).some(({ word: own }) => partVerb.test(own));
    if (!isFocus(match, 'share') || match.to >= figure.from) return false;
    const between = Array.from({ length: lead - 1 - match.to }, (_, index) => match.to + index);
    // "Percentage of rejected goods from Northgate" is their rate; what came from Northgate is its part.
    const says = tokens.slice(figure.to).some(({ word: own }) => partVerb.test(own));
    // "Garden's share of returns", "store as a percentage of discounts"
    const isOwn =
      named.has(match.from - 1) || /^as a?$/.test(`${word(match.from - 2)} ${word(match.from - 1)}`);
    if (between.length === 0) return word(lead - 1) === 'of' && (says || isOwn);
    // "What percentage of each region's discounts was Retail?"
    const owner = matches.find(({ concept, to }) => concept.kind === 'dimension' && to === figure.from);
    if (owner && word(match.to) === 'of' && /^(each|every)$/.test(word(match.to + 1))) return true;
    return (
      /^(in|of)$/.test(word(lead - 1)) &&
      word(match.to) === 'of' &&
      between.slice(1).every((at) => named.has(at) || /^(the|our)$/.test(word(at)))
    );
  });
}

const partVerb = /^(comes?|came|coming|is|are|was|were|goes|went|made|due|belongs?|falls?|fell)$/;

function isShareMeasure({ concept }: Match): boolean {
  return concept.kind === 'measure' && concept.references.every(({ name }) => name.endsWith('_share'));
}

const cameFrom = /\b(?:comes?|came|coming|is|was|made|due) (?:from|to|by|through|via)\b/;

/** "Returns as a percentage of sales": the measure that another one is set against as its whole. */
export function findWhole({ tokens, matches }: Pick<Reading, 'tokens' | 'matches'>): Match | null {
  const word = (at: number) => tokens[at]?.word ?? '';
  const figures = matches.filter(({ concept }) => concept.kind === 'measure' && !concept.or);
  const whole = figures.find(({ from, concept }) => {
    // "Share of sales" is a measure of its own, but here it names the whole.
    if (concept.kind === 'measure' && concept.references.every(({ name }) => name.endsWith('_share')))
      return /^(a|as|in)$/.test(word(from - 1));
    const lead = /^(our|the|total|all)$/.test(word(from - 1)) ? from - 1 : from;
    return (
      word(lead - 1) === 'of' &&
      matches.some(
        (match) =>
          isFocus(match, 'share') && match.to === lead - 1 && /^(a|as|in)$/.test(word(match.from - 1)),
      )
    );
  });
  // "Kitchen sales as a percentage of total sales": a share, and no quotient of two figures.
  const toName = ({ concept }: Match) => ('references' in concept ? concept.references[0]?.name : undefined);
  const isPart = figures.some((match) => match !== whole && whole && toName(match) !== toName(whole));
  return whole && isPart ? whole : null;
}
