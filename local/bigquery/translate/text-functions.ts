import { quoteText } from '../catalog/quote.ts';
import { PlacedError, unsupported } from '../query-error.ts';
import type { Call } from '../syntax/tree.ts';
import type { ScalarKind } from '../types/google-type.ts';
import { castTo } from './cast.ts';
import { at, type FunctionTranslator, type Place, toArguments } from './context.ts';
import { requireKind, type Typed, toTyped } from './typed.ts';

/** White space as Unicode has it, which TRIM takes off when it is not told what to. */
const whiteSpace =
  ' \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/** A function whose DuckDB form takes the same arguments in the same order. `kinds` past `least` are optional. */
function simple(
  name: string,
  kinds: ScalarKind[],
  result: ScalarKind,
  least = kinds.length,
): FunctionTranslator {
  return (call, place) => {
    const values = toArguments(call, place, least, kinds.length);
    return toTyped(`${name}(${toSql(call, values, kinds).join(', ')})`, result, values);
  };
}

function toSql(call: Call, values: Typed[], kinds: ScalarKind[]): string[] {
  return values.map((value, index) =>
    requireKind(value, at(kinds, index), `Argument ${index + 1} of ${call.name}`, call.at),
  );
}

/** NULL when any argument is, unlike DuckDB's concat. */
const translateConcat: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 1, Number.POSITIVE_INFINITY);
  const texts = values.map((value) => castTo(value, { kind: 'STRING' }, false, call.at));
  return toTyped(`(${texts.join(' || ')})`, 'STRING', values);
};

const translateTrim =
  (name: 'trim' | 'ltrim' | 'rtrim'): FunctionTranslator =>
  (call, place) => {
    const values = toArguments(call, place, 1, 2);
    const [text, characters = quoteText(whiteSpace)] = toSql(call, values, ['STRING', 'STRING']);
    return toTyped(`${name}(${text}, ${characters})`, 'STRING', values);
  };

/** DuckDB gives an empty text where nothing matches, GoogleSQL NULL. */
const translateExtract: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 2);
  const [text, pattern] = toSql(call, values, ['STRING', 'STRING']);
  const literal = toPattern(call);
  const groups = literal.replaceAll(/\\./g, '').match(/\((?!\?)|\(\?P</g)?.length ?? 0;
  if (groups > 1)
    throw new PlacedError(
      'Regular expression passed to REGEXP_EXTRACT must not have more than 1 capturing group',
      call.at,
    );
  const sql = `(CASE WHEN regexp_matches(${text}, ${pattern}) THEN regexp_extract(${text}, ${pattern}, ${groups}) END)`;
  return toTyped(sql, 'STRING', values);
};

const translateReplace: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 3);
  const [text, pattern, replacement] = toSql(call, values, ['STRING', 'STRING', 'STRING']);
  toPattern(call);
  return toTyped(`regexp_replace(${text}, ${pattern}, ${replacement}, 'g')`, 'STRING', values);
};

function toPattern(call: Call): string {
  const pattern = call.arguments[1];
  if (pattern?.kind === 'string') return pattern.value;
  throw unsupported(`${call.name} with a pattern that is not a literal`, call.at);
}

const translateSplit: FunctionTranslator = (call, place: Place) => {
  const values = toArguments(call, place, 1, 2);
  const delimiter = call.arguments[1];
  if (delimiter !== undefined && (delimiter.kind !== 'string' || delimiter.value === '')) {
    throw unsupported('SPLIT by anything but a literal that is not empty', call.at);
  }
  const [text, by = "','"] = toSql(call, values, ['STRING', 'STRING']);
  return toTyped(`string_split(${text}, ${by})`, { kind: 'ARRAY', element: { kind: 'STRING' } }, values);
};

const translatePad =
  (name: 'lpad' | 'rpad'): FunctionTranslator =>
  (call, place) => {
    const values = toArguments(call, place, 2, 3);
    const [text, length, pad = "' '"] = toSql(call, values, ['STRING', 'INT64', 'STRING']);
    return toTyped(`text_${name}(${text}, ${length}, ${pad})`, 'STRING', values);
  };

export const textFunctions: Record<string, FunctionTranslator> = {
  LOWER: simple('lower', ['STRING'], 'STRING'),
  UPPER: simple('upper', ['STRING'], 'STRING'),
  LENGTH: simple('length', ['STRING'], 'INT64'),
  CHAR_LENGTH: simple('length', ['STRING'], 'INT64'),
  CHARACTER_LENGTH: simple('length', ['STRING'], 'INT64'),
  CONCAT: translateConcat,
  TRIM: translateTrim('trim'),
  LTRIM: translateTrim('ltrim'),
  RTRIM: translateTrim('rtrim'),
  STRPOS: simple('strpos', ['STRING', 'STRING'], 'INT64'),
  INSTR: simple('strpos', ['STRING', 'STRING'], 'INT64'),
  SUBSTR: simple('text_part', ['STRING', 'INT64', 'INT64'], 'STRING', 2),
  SUBSTRING: simple('text_part', ['STRING', 'INT64', 'INT64'], 'STRING', 2),
  LEFT: simple('text_left', ['STRING', 'INT64'], 'STRING'),
  RIGHT: simple('text_right', ['STRING', 'INT64'], 'STRING'),
  REPLACE: simple('replace', ['STRING', 'STRING', 'STRING'], 'STRING'),
  REPEAT: simple('text_repeat', ['STRING', 'INT64'], 'STRING'),
  LPAD: translatePad('lpad'),
  RPAD: translatePad('rpad'),
  STARTS_WITH: simple('starts_with', ['STRING', 'STRING'], 'BOOL'),
  ENDS_WITH: simple('suffix', ['STRING', 'STRING'], 'BOOL'),
  REGEXP_CONTAINS: simple('regexp_matches', ['STRING', 'STRING'], 'BOOL'),
  REGEXP_EXTRACT: translateExtract,
  REGEXP_REPLACE: translateReplace,
  SPLIT: translateSplit,
  EDIT_DISTANCE: simple('edit_distance', ['STRING', 'STRING'], 'INT64'),
};
