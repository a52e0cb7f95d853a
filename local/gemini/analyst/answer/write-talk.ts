import type { Question } from '../question/question.ts';
import type { Setting } from '../setting.ts';
import { spellTwoDigits } from '../vocabulary/numbers.ts';
import type { Term } from '../vocabulary/read-declarations.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { capital, joinNames, plain } from './format-figure.ts';
import { speakOffer } from './speak-offer.ts';

type Talk = Exclude<Question, { kind: 'data' | 'reorder' | 'overview' | 'coverage' | 'report' }>;

/**
 * Answers that need no data: what can be asked, what a measure means, what is missing.
 * @param offer what is left of a question that is refused
 */
export function writeTalk(question: Talk, offer: string | null, setting: Setting): string {
  switch (question.kind) {
    case 'greeting':
      return `Hello! Ask me about sales, stock or reordering, for example:\n\n${toExamples(setting)}`;
    case 'thanks':
      return question.isNoted ? 'Ask on whenever you like.' : 'You are welcome. Ask on whenever you like.';
    case 'help':
      return writeHelp(setting);
    case 'define':
      return writeDefinition(question.terms, question.unknown, setting);
    case 'missing':
      return `I have no ${question.topic.missing}${sayKind(question)} here, so I cannot answer that and will not guess. ${speakOffer(offer ?? question.topic.nearest)}`;
    case 'unheeded':
      return `I do not know what to make of ${joinNames(question.words.map((word) => `"${plain(word)}"`))} in this question, and a figure that leaves it out would answer another one. ${offer === null ? 'Please ask it without that, or in other words.' : speakOffer(offer)}`;
    case 'open':
      if (question.isPast)
        return `"${plain(question.spoken)}" was too long ago for me to go on from it. Please ask this as a whole question.`;
      return `I did not understand "${plain(question.spoken)}", so I do not know whether this is meant of it. Please ask it as a whole question.`;
    case 'which':
      return writeWhich(question.spoken, question.choices, question.most);
    case 'unclear':
      return `I could not make out which figure you mean. For example:\n\n${toExamples(setting)}`;
  }
}

function writeWhich(spoken: string, names: string[], most: number | undefined): string {
  if (most !== undefined)
    return `The last answer has more rows than one question can name, so I cannot tell anything of all of "${plain(spoken)}". Please ask for fewer of them first, such as the top ten.`;
  const known = names.slice(0, 6).map(plain);
  return known.length === 0
    ? `I do not know what "${plain(spoken)}" means: the last answer has no list that it could be in. Please name it.`
    : `I cannot tell which one "${plain(spoken)}" means. The last answer is about ${joinNames(known)}${names.length > 6 ? ' and others' : ''}. Please name it.`;
}

function writeHelp({ vocabulary }: Setting): string {
  const lines = vocabulary.datasets.map(({ tool, measures, dimensions }) => {
    const about = toWords(tool.replace(/^(query|get)_/, ''));
    return `- **${capital(about)}**: ${measures.map(toName).join(', ')}; by ${dimensions.map(toName).join(', ')}`;
  });
  if (vocabulary.tools.has('get_reorder_recommendations'))
    lines.push('- **Reordering**: what to order now, how much, from whom and why');
  return `You can ask for totals, rankings, trends, comparisons and shares of these figures, for any period and for single products, categories, warehouses and so on:\n\n${lines.join('\n')}\n\nFor example:\n\n${toExamples({ vocabulary })}`;
}

function toExamples({ vocabulary }: Pick<Setting, 'vocabulary'>): string {
  const has = (tool: string) => vocabulary.tools.has(tool);
  const examples = [
    has('get_sales_by_month') || has('query_sales') ? "Compare the last three months' sales" : null,
    has('query_sales') ? 'What are the top ten products by gross margin this year?' : null,
    has('query_inventory') ? 'How much stock does each warehouse hold?' : null,
    has('get_reorder_recommendations') ? 'What should I reorder this week?' : null,
    has('get_reorder_recommendations') && has('get_purchase_orders')
      ? 'What needs my attention today?'
      : null,
  ];
  return examples.flatMap((example) => (example === null ? [] : [`- ${example}`])).join('\n');
}

function writeDefinition(
  terms: { tool: string; name: string }[],
  unknown: string,
  { vocabulary }: Setting,
): string {
  if (terms.length === 0)
    return `I do not know "${plain(unknown)}": no measure or dimension here has that name. Ask "What can I ask?" for those there are.`;
  const found = terms.flatMap(({ tool, name }) => {
    const dataset = vocabulary.datasets.find((candidate) => candidate.tool === tool);
    return (
      [...(dataset?.measures ?? []), ...(dataset?.dimensions ?? []), ...vocabulary.notions].find(
        (term) => term.name === name,
      ) ?? []
    );
  });
  return found.map((term) => describe(term)).join('\n\n');
}

function describe(term: Term): string {
  const name = toName(term);
  const shown = {
    currency: 'an amount of money',
    fraction: 'a percentage',
    units: 'a number of units',
    days: 'a number of days',
    count: 'a count',
    none: null,
  }[term.unit];
  const also =
    term.synonyms.length > 0 ? ` It is also called ${joinNames(term.synonyms.map(spellFigures))}.` : '';
  const meaning =
    term.description === ''
      ? 'the data has no description of it.'
      : lowerFirst(spellFigures(term.description));
  return `**${capital(name)}** is ${meaning}${shown ? ` It is shown as ${shown}.` : ''}${also}`;
}

function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** A name with a figure in it stands as code: the product would want the figure proved. */
function toName(term: Term): string {
  return /\d/.test(term.name) ? `\`${term.name}\`` : toWords(term.name);
}

/** Figures of a definition in words, for the same reason. */
function spellFigures(text: string): string {
  return text.replace(/(?<![\w.,])\d{1,2}(?![\w]|[.,]\d)/g, (digits) => spellTwoDigits(Number(digits)));
}

/** "Statistic of that kind" is said to be "median". */
function sayKind({ topic, spoken }: Extract<Question, { kind: 'missing' }>): string {
  return topic.missing.endsWith('of that kind') && spoken !== '' ? ` ("${plain(spoken)}")` : '';
}
