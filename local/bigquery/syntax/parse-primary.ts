import { unsupported } from '../query-error.ts';
import type { Parser } from './parse.ts';
import { parseArguments, toBareCall } from './parse-call.ts';
import { parseTypeName } from './parse-type.ts';
import type { Expression, Name, TypeName, When } from './tree.ts';

const typedLiterals = [
  'DATE',
  'DATETIME',
  'TIME',
  'TIMESTAMP',
  'NUMERIC',
  'DECIMAL',
  'BIGNUMERIC',
  'JSON',
  'RANGE',
];

/** A literal, parameter, name, call, or anything in brackets of its own. */
export function parsePrimary(parser: Parser): Expression {
  const token = parser.peek();
  const { at } = token;
  switch (token.kind) {
    case 'integer':
    case 'float':
      parser.take();
      return { kind: 'number', text: token.text, float: token.kind === 'float', at };
    case 'string':
      parser.take();
      return { kind: 'string', value: token.text, at };
    case 'parameter':
      parser.take();
      return { kind: 'parameter', name: token.text, at };
    case 'symbol':
      return parseSymbol(parser, at);
    case 'word':
      return parseKeyword(parser, at) ?? parseNamed(parser, at);
    case 'quoted':
      return parseNamed(parser, at);
    case 'end':
      return parser.fail('expression');
  }
}

function parseSymbol(parser: Parser, at: number): Expression {
  if (parser.isSymbol('[')) return { kind: 'array', element: null, items: parseItems(parser), at };
  parser.symbol('(');
  if (parser.isWord('SELECT') || parser.isWord('WITH')) {
    const query = parser.query();
    parser.symbol(')');
    return { kind: 'scalarQuery', query, at };
  }
  const inner = parser.expression();
  if (parser.isSymbol(',')) throw unsupported('structs written as (a, b); write STRUCT(a, b)', at);
  parser.symbol(')');
  return inner;
}

function parseKeyword(parser: Parser, at: number): Expression | null {
  if (parser.tryWords('NULL')) return { kind: 'null', at };
  if (parser.tryWords('TRUE')) return { kind: 'boolean', value: true, at };
  if (parser.tryWords('FALSE')) return { kind: 'boolean', value: false, at };
  if (parser.tryWords('CASE')) return parseCase(parser, at);
  if (parser.tryWords('CAST')) return parseCast(parser, false, at);
  if (parser.isWord('SAFE_CAST') && parser.isSymbol('(', 1)) {
    parser.take();
    return parseCast(parser, true, at);
  }
  if (parser.tryWords('EXTRACT')) return parseExtract(parser, at);
  if (parser.tryWords('INTERVAL')) return parseInterval(parser, at);
  if (parser.tryWords('EXISTS')) return { kind: 'exists', query: parseBracketedQuery(parser), at };
  if (parser.tryWords('ARRAY')) return parseArray(parser, at);
  if (parser.tryWords('STRUCT')) return parseStruct(parser, at);
  for (const name of ['IF', 'LEFT', 'RIGHT']) {
    if (parser.isWord(name) && parser.isSymbol('(', 1)) {
      parser.take();
      return parseArguments(parser, { name, safe: false, at });
    }
  }
  const type = typedLiterals.find((each) => parser.isWord(each) && parser.peek(1).kind === 'string');
  if (type === undefined) return null;
  parser.take();
  return { kind: 'typed', type, value: parser.take().text, at };
}

function parseNamed(parser: Parser, at: number): Expression {
  if (!parser.isName()) parser.fail('expression');
  const names: Name[] = [parser.name()];
  while (parser.isSymbol('.') && !parser.isSymbol('*', 1)) {
    parser.take();
    names.push(parser.nameAfterDot());
  }
  if (!parser.isSymbol('(')) {
    const only = names.length === 1 ? names[0]?.name.toUpperCase() : undefined;
    // These functions may be called without brackets.
    if (only === 'CURRENT_DATE' || only === 'CURRENT_TIMESTAMP')
      return toBareCall({ name: only, safe: false, at });
    return { kind: 'path', names, at };
  }
  const called = names.map((each) => each.name.toUpperCase());
  const safe = called[0] === 'SAFE' && called.length > 1;
  return parseArguments(parser, { name: (safe ? called.slice(1) : called).join('.'), safe, at });
}

function parseCase(parser: Parser, at: number): Expression {
  const operand = parser.isWord('WHEN') ? null : parser.expression();
  const whens: When[] = [];
  while (parser.tryWords('WHEN')) {
    const condition = parser.expression();
    parser.words('THEN');
    whens.push({ condition, result: parser.expression() });
  }
  if (whens.length === 0) parser.fail('keyword WHEN');
  const otherwise = parser.tryWords('ELSE') ? parser.expression() : null;
  parser.words('END');
  return { kind: 'case', operand, whens, otherwise, at };
}

function parseCast(parser: Parser, safe: boolean, at: number): Expression {
  parser.symbol('(');
  const operand = parser.expression();
  parser.words('AS');
  const type = parseTypeName(parser);
  if (parser.isWord('FORMAT')) throw unsupported('CAST with FORMAT', parser.peek().at);
  parser.symbol(')');
  return { kind: 'cast', operand, type, safe, at };
}

function parseExtract(parser: Parser, at: number): Expression {
  parser.symbol('(');
  const part = parser.expression();
  parser.words('FROM');
  const operand = parser.expression();
  const zone = parser.tryWords('AT') ? parseZone(parser) : null;
  parser.symbol(')');
  return { kind: 'extract', part, operand, zone, at };
}

function parseZone(parser: Parser): Expression {
  parser.words('TIME', 'ZONE');
  return parser.expression();
}

function parseInterval(parser: Parser, at: number): Expression {
  const value = parser.expression();
  const part = parser.nameAfterDot().name.toUpperCase();
  if (parser.isWord('TO')) throw unsupported('intervals of several parts', at);
  return { kind: 'interval', value, part, at };
}

function parseBracketedQuery(parser: Parser) {
  parser.symbol('(');
  const query = parser.query();
  parser.symbol(')');
  return query;
}

function parseArray(parser: Parser, at: number): Expression {
  if (parser.isSymbol('(')) return { kind: 'arrayQuery', query: parseBracketedQuery(parser), at };
  let element: TypeName | null = null;
  if (parser.trySymbol('<')) {
    element = parseTypeName(parser);
    parser.symbol('>');
  }
  return { kind: 'array', element, items: parseItems(parser), at };
}

function parseItems(parser: Parser): Expression[] {
  parser.symbol('[');
  if (parser.trySymbol(']')) return [];
  const items = parser.list(parser.expression);
  parser.symbol(']');
  return items;
}

function parseStruct(parser: Parser, at: number): Expression {
  if (parser.isSymbol('<')) throw unsupported('STRUCT with declared types; name the fields with AS', at);
  parser.symbol('(');
  const fields = parser.list(() => {
    const value = parser.expression();
    const alias = parser.tryWords('AS') ? parser.name().name : null;
    const own = value.kind === 'path' ? (value.names.at(-1)?.name ?? null) : null;
    return { name: alias ?? own, value };
  });
  parser.symbol(')');
  return { kind: 'struct', type: null, fields, at };
}
