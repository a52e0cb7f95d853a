import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion, Meant } from '../../question/question.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { pick, pickLeader } from '../references/pick-rows.ts';
import { namesNothing } from '../references/refers.ts';
import type { Subject } from '../subject.ts';

/**
 * "How many sold?", after which product had most returns: of that one. "List price", after the ten that cost most: of those ten. Others
 * are asked for by a figure alone ("margin"), which ranks them anew.
 */
export function withLeader(parts: Parts, subject: Subject, datasets: Vocabulary['datasets']): Parts {
  const { question, asksOne, rows } = subject;
  if (question?.kind !== 'data' || rows === null) return parts;
  if (splitsBounded(parts, question))
    return withPicked(
      parts,
      pick(subject, (names) => names),
    );
  // "And its stock?", after a list: that of its rows.
  const isOnly = figureOnly.test(parts.text);
  const said = isOnly ? { ...parts, text: parts.text.replace(ofThem, ''), owns: false } : parts;
  if (!isBare(said)) return parts;
  const isOther = parts.measures.every((references) =>
    references.every(({ tool }) => tool !== question.tool),
  );
  const isOfList =
    !asksOne && rows.isPart && isOther && !whole.test(parts.text) && (isOnly || parts.words <= 3);
  const picked =
    asksOne && whole.test(parts.text) && question.order !== null
      ? pickLeader(subject)
      : isOfList
        ? pick(subject, (names) => names)
        : null;
  // Stock has no customers: "how much stock do we have?", after the best one, is of all.
  const isKept = parts.measures.every((references) =>
    references.some(({ tool }) =>
      datasets.some(
        (one) =>
          one.tool === tool &&
          one.dimensions.some(
            ({ name }) => picked !== null && picked !== 'unclear' && name === picked.dimension,
          ),
      ),
    ),
  );
  return isKept ? withPicked(parts, picked) : parts;
}

function withPicked(parts: Parts, picked: ReturnType<typeof pick>): Parts {
  if (picked === null || picked === 'unclear' || picked.op === null) return parts;
  const { dimension, op, names: values, isOne, isAll = false } = picked;
  const filter = { dimension, op, values };
  const meant: Meant = { dimension, filter, isOne, isState: false, isAll, isKnown: false };
  return { ...parts, names: [{ text: 'those', hint: null, excluded: false, meant }] };
}

/** "Which supplier?", after the orders above $10,000: the bound was on the orders, and none is on suppliers. */
function splitsBounded(
  { text, words, dimensions, measures, names, conditions, order }: Parts,
  last: DataQuestion,
): boolean {
  const isPlain = [measures, names, conditions].every((list) => list.length === 0) && order === null;
  const isOther =
    dimensions.length === 1 && !dimensions[0]?.some(({ name }) => last.dimensions.includes(name));
  const isOfOrders = last.conditions.length > 0 && last.dimensions.join() === 'purchase_order';
  return (
    isPlain && isOther && isOfOrders && words <= 4 && /^(?:and |by |per |what|which|from which)/.test(text)
  );
}

function isBare(parts: Parts): boolean {
  const { measures, focus, order, grain, chart, limit, conditions, place, text, removes } = parts;
  const asks = measures.length > 0 || focus.has('sell');
  const isPlain = [order, grain, chart, limit, place, removes].every((part) => part === null);
  // "What is the margin rate?" is that of the one that leads, "what is margin rate?" what it means.
  const said = ofThe.test(text) ? { ...parts, owns: false } : parts;
  return asks && isPlain && conditions.length === 0 && namesNothing(said) && !ofRows.test(text);
}

const figureOnly =
  /^(?:(?:and|also|now|please|add|show|with|plus|include|what about|how about) )*(?:the |its |their )?(?!(?:what|which|who|how|is|are|do|does|did|has|have|can|our|my)\b)[\w-]+(?: [\w-]+){0,2}\W*$/;
const ofThem = /\b(?:the|its|their) /;
const ofThe = /^(?:and |so |but |ok )?what(?:['’]s| is| are| was| were) the\b/;
const whole =
  /^(?:and |so |but |ok )?(?:how (?:many|much)|what(?:['’]s| (?:do|does|did|is|are|was|were|have|has)))\b/;
const ofRows =
  /\b(?:each|share|percent\w*|it|its|that|this|those|them|they|there|more|less|compared?|vs|than)\b/;
