import type { ToolResult } from '../conversation/read-steps.ts';
import type { Answered } from '../decide.ts';
import type { Filter } from '../question/question.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { plain } from './format-figure.ts';
import { toPlural } from './write-names.ts';

/** The first sentence with what the question has from the last answer and that narrows it: a reader would take it for the whole. */
export function sayWhatIsTaken(
  body: string[],
  { question, resolution }: Answered,
  main: ToolResult,
): string[] {
  const [first, ...rest] = body;
  if (question.kind !== 'data' || question.sides.length > 0 || !first?.startsWith('**')) return body;
  const own = resolution.found.filter(({ mention }) => mention.meant === undefined && !mention.carried);
  const isOwn = ({ dimension, values }: Filter) =>
    own.some(
      ({ filter }) => filter.dimension === dimension && values.some((one) => filter.values.includes(one)),
    );
  const [lead = '', ...lines] = first.split('\n');
  const taken = question.filters
    .filter((filter) => !isOwn(filter) && !isSaid(filter, lead))
    .flatMap((filter) => speakTaken(filter, main));
  return taken.length === 0 ? body : [[insert(lead, taken.join('; ')), ...lines].join('\n'), ...rest];
}

function isSaid({ values }: Filter, sentence: string): boolean {
  const said = sentence.toLowerCase();
  return values.slice(0, 3).every((value) => said.includes(plain(value).toLowerCase()));
}

function speakTaken(
  { dimension, op, values: [value = '', ...others] }: Filter,
  { scope }: ToolResult,
): string[] {
  if (op === 'is' && others.length > 1) return [`only the ${toPlural(toWords(dimension), 2)} named before`];
  return scope.filters
    .filter((text) => text.includes(value))
    .slice(0, 1)
    .map(plain);
}

/** In the brackets that say what is told, else after what is told. */
function insert(sentence: string, taken: string): string {
  const end = sentence.indexOf('**', 2) + 2;
  const [told, after] = [sentence.slice(0, end), sentence.slice(end)];
  return brackets.test(after)
    ? `${told}${after.replace(brackets, `$1; ${taken})`)}`
    : `${told} (${taken})${after}`;
}

const brackets = /^([^().]*(?:\d\.\d[^().]*)*\([^()]+)\)/;
