import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion, Question } from '../../question/question.ts';
import { asksOtherEnd } from '../in-full/ask-of-movements.ts';

/**
 * The pronoun of a sentence that speaks of what was asked before and has nothing of it: "what is it worth?", after what nobody bought, is
 * not the worth of everything. Null where it has, or where there was nothing to be narrowed to.
 */
export function findUnmet(question: Question, { text }: Parts, last: Question): string | null {
  const [spoken] = pronoun.exec(text.replaceAll(empty, '')) ?? [];
  if (spoken === undefined || !('filters' in question) || !('filters' in last)) return null;
  if (question.names.some(({ meant, carried, open }) => (meant ?? carried ?? open) !== undefined))
    return null;
  return isMet(question, last) ? null : spoken;
}

type Told = Extract<Question, { filters: unknown }>;

function isMet(question: Told, last: Told): boolean {
  if (lists(last) && (question.kind !== last.kind || toolOf(question) !== toolOf(last))) return false;
  if (question.kind !== 'data' || last.kind !== 'data') return true;
  const isBounded = (one: DataQuestion) => one.conditions.length + one.changeBounds.length > 0;
  if (isBounded(last) && !isBounded(question)) return false;
  return last.filters.every(({ dimension, op }) => op === 'is_not' || has(question, dimension));
}

/** A list of its own, which no figure of another tool is narrowed to by itself. */
function lists(last: Told): boolean {
  return last.kind === 'reorder' || (last.kind === 'report' && /new_or_lapsed|slow_movers/.test(last.tool));
}

function toolOf(question: Told): string {
  return 'tool' in question ? question.tool : question.kind;
}

/** Narrowed by that kind, or split by it anew. */
function has(question: DataQuestion, dimension: string): boolean {
  return (
    question.dimensions.includes(dimension) ||
    question.names.length > 0 ||
    question.filters.some((filter) => filter.dimension === dimension)
  );
}

const pronoun =
  /\b(?:all (?:of )?(?:that|this|it|them|those|these)|them|they|their|those|these|its|it)\b(?! (?:days|weeks|months|quarters|years)\b)/;

/** "How long does it take", "is it true that", "make it a table" speak of nothing. */
const empty =
  /\b(?:does|did|will|would|is|was|has|make|do|show|put|break|draw|plot) it\b(?! (?:worth|cost|sell|sold|left|in stock|arrive|come|be (?:here|there|delivered)))|\bit(?:['’]s| is| was| takes| took| seems)\b(?! worth)/g;

/** Words of a follow-up that the last question cannot be asked with: what both parties buy, by how much over another time, who falls in a course. */
export function findOpenParts({ text, order }: Parts, last: DataQuestion): string | null {
  const { changes, dimensions, filters, grain } = last;
  // "Which ones do both buy?", after the goods of one and of another.
  const [both] = ofBothParties.exec(text) ?? [];
  if (both !== undefined) return both;
  if (asksOtherEnd(text, last)) return text;
  // "By how much over the last two years?", after how two grew.
  const [, much] = changes ? (howMuchSince.exec(text) ?? []) : [];
  if (much !== undefined) return much;
  // "Anyone falling?", after the course of each by quarter.
  const areSeveral = dimensions.length > 0 || filters.some(({ values }) => values.length > 1);
  return areSeveral && grain !== null && order === null && anyMoving.test(text) ? text : null;
}

const ofBothParties =
  /\bboth (?:of them )?(?:buy|bought|order|ordered|sell|sold|supply|supplied|deliver|delivered|use|have|had)\b/;
const howMuchSince = /^(?:and |so |but )*(by how much) (?:over|in|during|since|for) /;
const anyMoving =
  /^(?:and |so |but )*(?:(?:is|are|was|were) )?any(?:one|body|thing)?\b[^?.!,]{0,30}\b(?:falling|declining|dropping|shrinking|decreasing|losing|slipping|growing|rising|increasing|gaining|improving)\W*$/;
