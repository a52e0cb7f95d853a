import type { Parts } from '../parts/parts.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Question } from './question.ts';

export function toSmallTalk(parts: Parts, vocabulary: Vocabulary): Question | null {
  const { focus } = parts;
  if (asksCoverage(parts)) return toCoverage(vocabulary);
  const notion = findNotion(parts, vocabulary);
  if (notion) return { kind: 'define', terms: [notion], unknown: '' };
  const saysFigures =
    parts.measures.length > 0 || parts.dimensions.length > 0 || parts.names.length > 0 || parts.reorder;
  const asksTime = parts.time.periods.length > 0 || parts.grain !== null || parts.chart !== null;
  if (
    focus.has('define') &&
    (parts.measures.length > 0 || parts.dimensions.length > 0) &&
    parts.time.periods.length === 0
  )
    return toDefinition(parts, vocabulary);
  if (asksWhat(parts)) return toDefinition(parts, vocabulary);
  if (focus.has('define') && parts.names.length > 0 && !asksTime)
    return { kind: 'define', terms: [], unknown: parts.names[0]?.text ?? '' };
  if (
    focus.has('help') &&
    (!saysFigures ||
      /^(what (can|data|do|question|kind|sort|type|measure|metric|kpi|figure|else)|which (measure|metric|kpi)|(?:by )?(?:which|what) dimension)/.test(
        parts.opening,
      ))
  )
    return { kind: 'help' };
  const isBare = parts.time.periods.length === 0 && parts.dimensions.length === 0 && parts.names.length === 0;
  const setsApart = /\bdifference between\b/.test(parts.text) && parts.measures.length > 1;
  const explains =
    /^(?:please |can you |could you |would you )?explain\b/.test(parts.text) &&
    parts.measures.length > 0 &&
    !focus.has('change');
  if (isBare && (setsApart || explains)) return toDefinition(parts, vocabulary);
  if (saysFigures || asksTime || focus.has('overview') || focus.has('why')) return null;
  if (focus.has('thanks')) return { kind: 'thanks', isNoted: /^noted\b/.test(parts.text) };
  if (focus.has('greeting')) return { kind: 'greeting' };
  return null;
}

/** "What is safety stock?", "how is the reorder point calculated?"; "what are the slow movers?" asks for them. */
function findNotion({ text }: Parts, { notions }: Vocabulary): Vocabulary['notions'][number] | undefined {
  const plainly = howForecast.test(text) ? 'what is a forecast?' : text.replace(yourDefinition, 'what is ');
  const [, article, spoken, verb] = asksNotion.exec(plainly) ?? [];
  if (spoken === undefined || (/^(?:the|our)$/.test(article ?? '') && verb === undefined)) return undefined;
  const plain = (name: string) => name.replaceAll('-', ' ').replace(/s$/, '');
  return notions.find(({ name }) => plain(name) === plain(spoken));
}

/** "What is your definition of a slow mover?", "how do you define a slow mover?" */
const yourDefinition =
  /^(?:and )?(?:what(?:['’]s| is) (?:your|the|our) definition of|what do you (?:mean by|understand by|call)|how do you define) (?=an? |slow|dead|over)/;

const howForecast =
  /^(?:and )?how (?:do|does) (?:you|we|it|the tool) (?:forecast|predict)\b[^?,]{0,30}\??$|^(?:and )?how (?:is|are|was) (?:the |an? |this |that )?(?:sales |demand )?forecasts? (?:made|calculated|computed|done|built|determined|produced)\b/;

const asksNotion =
  /^(?:and )?(?:what is meant by|what(?:['’]s| is| are| does| do)|how (?:is|are|do you (?:calculate|compute|define|work out))|define|explain)(?: (an?|the|our))? ([a-z -]+?)(?: (mean|defined|calculated|computed|worked out|made|for))?(?: here)? ?\??$/;

/** "When is a delivery late?" asks what is called so, "when is the delivery due?" for a day. */
function asksWhat({ text, measures, names, time, order }: Parts): boolean {
  const isGeneral =
    /^when (is|are|does|do|would|will) (an?|something|anything|stock|goods|we|you|it)\b|^what (counts?|qualifies|is meant|makes)\b|^what (do|does|did) .* include\b/;
  return (
    isGeneral.test(text) &&
    measures.length > 0 &&
    names.length === 0 &&
    time.periods.length === 0 &&
    order === null
  );
}

function asksCoverage({ text }: Parts): boolean {
  return coverage.some((form) => form.test(text));
}

/** "How old is the data?", "how far back do the figures go?" */
const coverage = [
  /\b(fresh|up to date|updated|refreshed|replicated|how old|how recent|how current|last update)\b.*\b(data|numbers|figures)\b/,
  /\b(data|numbers|figures)\b.*\b(fresh|up to date|updated|refreshed|replicated|old|recent|go back|goes back|cover|covers|reach|available from|start|begin|end)\b/,
  /how far back/,
  /\b(earliest|oldest|first|latest|last|newest) (date|day|month|year|record|entry)\b.*\b(data|records?|figures|numbers)\b/,
  /how far (do|does|is) (the |our |your )?data/,
  /(which|what) (period|time|dates|years|days|months) (do|does|is|are) (the |our |your )?(data|records|figures)/,
];

function toCoverage({ datasets }: Vocabulary): Question | null {
  const [dataset] = datasets;
  const measure = dataset?.measures[0]?.name;
  return dataset && measure !== undefined ? { kind: 'coverage', tool: dataset.tool, measure } : null;
}

function toDefinition(parts: Parts, vocabulary: Vocabulary): Question {
  const mentions = parts.measures.length > 0 ? parts.measures : parts.dimensions;
  const terms = mentions
    .flatMap((references) => references.slice(0, 1))
    .map(({ tool, name }) => ({ tool, name }));
  return { kind: 'define', terms: terms.filter(({ tool }) => vocabulary.tools.has(tool)), unknown: '' };
}
