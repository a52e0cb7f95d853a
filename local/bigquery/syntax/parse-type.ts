import { unsupported } from '../query-error.ts';
import type { Parser } from './parse.ts';
import type { TypeName } from './tree.ts';

/** `INT64`, `NUMERIC`, `ARRAY<DATE>`. Precisions and lengths are refused: they round or reject, and nothing here does. */
export function parseTypeName(parser: Parser): TypeName {
  const { at } = parser.peek();
  const name = parser.nameAfterDot().name.toUpperCase();
  if (name === 'ARRAY') {
    parser.symbol('<');
    const element = parseTypeName(parser);
    parser.symbol('>');
    return { name, arguments: [element], fields: [], at };
  }
  if (name === 'STRUCT') throw unsupported('declared STRUCT types', at);
  if (parser.isSymbol('(')) throw unsupported(`${name} with a precision or length`, at);
  return { name, arguments: [], fields: [], at };
}
