import { RE2JS } from 're2js';
import { functions, namespaces, readFunctions } from './functions.ts';
import { knownArgumentCounts } from './methods.ts';
import {
  type Expression,
  type FunctionDeclaration,
  type MatchBlock,
  type Position,
  type RulesFile,
  RulesSyntaxError,
} from './syntax.ts';

type Scope = { names: Set<string>; functions: Map<string, FunctionDeclaration> };

const typeNames = [
  'bool',
  'bytes',
  'constraint',
  'duration',
  'float',
  'int',
  'latlng',
  'list',
  'map',
  'number',
  'path',
  'set',
  'string',
  'timestamp',
];
const members: Record<string, string[]> = {
  request: ['auth', 'method', 'path', 'query', 'resource', 'time'],
  resource: ['data', 'id', '__name__'],
  'request.resource': ['data', 'id', '__name__'],
  'request.auth': ['uid', 'token'],
  'request.query': ['limit', 'offset', 'orderBy'],
};

/**
 * Finds everything that the evaluator would not know, before any request: a typing slip stops the start, it does not
 * become a rule that never holds.
 * @throws RulesSyntaxError with line and column.
 */
export function checkRules(file: RulesFile): void {
  const scope: Scope = { names: new Set(['request', 'resource']), functions: new Map() };
  const inner = withFunctions(scope, file.functions);
  for (const match of file.matches) checkMatch(match, inner);
}

function checkMatch(match: MatchBlock, outer: Scope): void {
  const names = new Set(outer.names);
  for (const segment of match.path) if (segment.kind !== 'literal') names.add(segment.name);
  const many = match.path.filter((segment) => segment.kind === 'many');
  if (many.length > 1) throw new RulesSyntaxError('A path has at most one {name=**}.', match.at);
  const scope = withFunctions({ ...outer, names }, match.functions);
  for (const { condition } of match.allows) checkExpression(condition, scope);
  for (const inner of match.matches) checkMatch(inner, scope);
}

function withFunctions(outer: Scope, declared: FunctionDeclaration[]): Scope {
  const scope: Scope = { names: outer.names, functions: new Map(outer.functions) };
  const own = new Set<string>();
  for (const declaration of declared) {
    if (own.has(declaration.name)) {
      throw new RulesSyntaxError(`The function "${declaration.name}" stands here twice.`, declaration.at);
    }
    own.add(declaration.name);
    scope.functions.set(declaration.name, declaration);
  }
  for (const declaration of declared) {
    const names = new Set([...scope.names, ...declaration.parameters]);
    for (const { name, value } of declaration.lets) {
      checkExpression(value, { ...scope, names });
      names.add(name);
    }
    checkExpression(declaration.result, { ...scope, names });
  }
  return scope;
}

function checkExpression(expression: Expression, scope: Scope): void {
  const { at } = expression;
  switch (expression.kind) {
    case 'name':
      if (!scope.names.has(expression.name))
        throw new RulesSyntaxError(`Unknown name "${expression.name}".`, at);
      break;
    case 'member':
      checkMember(expression.object, expression.name, at);
      break;
    case 'call':
      checkCall(expression.name, expression.args.length, scope, at);
      break;
    case 'method':
      checkMethod(expression);
      break;
    case 'is':
      if (!typeNames.includes(expression.type))
        throw new RulesSyntaxError(`Unknown type "${expression.type}".`, at);
      break;
  }
  for (const child of children(expression)) checkExpression(child, scope);
}

function checkMember(object: Expression, name: string, at: Position): void {
  const known = members[dotted(object)];
  if (known && !known.includes(name)) throw new RulesSyntaxError(`"${dotted(object)}" has no "${name}".`, at);
}

function dotted(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'member' ? `${dotted(expression.object)}.${expression.name}` : '?';
}

function checkCall(name: string, count: number, scope: Scope, at: Position): void {
  const declared = scope.functions.get(name);
  const builtIn = Object.hasOwn(functions, name) ? functions[name]?.args : undefined;
  const counts = declared ? [declared.parameters.length] : readFunctions.includes(name) ? [1] : builtIn;
  if (!counts) throw new RulesSyntaxError(`Unknown function "${name}".`, at);
  checkCount(name, counts, count, at);
}

function checkMethod(expression: Extract<Expression, { kind: 'method' }>): void {
  const { at, object, name, args } = expression;
  if (isNamespace(object) && object.kind === 'name') {
    const full = `${object.name}.${name}`;
    if (!Object.hasOwn(functions, full)) throw new RulesSyntaxError(`Unknown function "${full}".`, at);
    checkCount(full, functions[full]?.args ?? [], args.length, at);
    return;
  }
  const counts = knownArgumentCounts(name);
  if (counts.length === 0) throw new RulesSyntaxError(`Unknown method "${name}".`, at);
  checkCount(name, counts, args.length, at);
  const [pattern] = args;
  if (
    ['matches', 'split', 'replace'].includes(name) &&
    pattern?.kind === 'literal' &&
    pattern.value.type === 'string'
  ) {
    checkPattern(pattern.value.value, pattern.at);
  }
}

function checkCount(name: string, counts: number[], count: number, at: Position): void {
  if (counts.includes(count)) return;
  throw new RulesSyntaxError(
    `"${name}" takes ${[...new Set(counts)].join(' or ')} arguments, not ${count}.`,
    at,
  );
}

function checkPattern(pattern: string, at: Position): void {
  try {
    RE2JS.compile(pattern);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw new RulesSyntaxError(`Not a regular expression (RE2 syntax): ${why}`, at);
  }
}

function children(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
      return [expression.object];
    case 'index':
      return [expression.object, expression.index];
    case 'range':
      return [expression.object, expression.from, expression.to];
    case 'call':
      return expression.args;
    case 'method':
      return isNamespace(expression.object) ? expression.args : [expression.object, ...expression.args];
    case 'not':
    case 'negate':
    case 'is':
      return [expression.operand];
    case 'and':
    case 'or':
    case 'binary':
      return [expression.left, expression.right];
    case 'ternary':
      return [expression.condition, expression.yes, expression.no];
    case 'list':
      return expression.items;
    case 'map':
      return expression.entries.map((entry) => entry.value);
    case 'path':
      return expression.segments.filter((segment) => typeof segment !== 'string');
  }
}

function isNamespace(expression: Expression): boolean {
  return expression.kind === 'name' && namespaces.includes(expression.name);
}
