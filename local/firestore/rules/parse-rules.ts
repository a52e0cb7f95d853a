import { parseExpression } from './parse-expression.ts';
import { createScanner, type Scanner } from './scan.ts';
import {
  type Allow,
  type FunctionDeclaration,
  type MatchBlock,
  type Method,
  type PatternSegment,
  type RulesFile,
  RulesSyntaxError,
} from './syntax.ts';

const methods: Record<string, Method[]> = {
  get: ['get'],
  list: ['list'],
  create: ['create'],
  update: ['update'],
  delete: ['delete'],
  read: ['get', 'list'],
  write: ['create', 'update', 'delete'],
};

/**
 * Parses a `firestore.rules` file of rules_version 2. What it does not know it refuses: nothing is skipped.
 * @throws RulesSyntaxError with line and column.
 */
export function parseRules(source: string): RulesFile {
  const scanner = createScanner(source);
  const { at } = scanner.peek();
  if (!scanner.accept('rules_version'))
    throw new RulesSyntaxError("The file starts with rules_version = '2';", at);
  scanner.expect('=');
  const version = scanner.next();
  if (version.kind !== 'string' || version.text !== '2') {
    throw new RulesSyntaxError("Only rules_version '2' is known.", version.at);
  }
  scanner.expect(';');
  scanner.expect('service');
  scanner.expect('cloud');
  scanner.expect('.');
  scanner.expect('firestore');
  const { functions, matches, allows } = parseBlock(scanner);
  if (allows[0]) throw new RulesSyntaxError('"allow" stands inside a match.', allows[0].at);
  if (scanner.peek().kind !== 'end')
    scanner.fail(`Expected the end of the file, found "${scanner.peek().text}".`);
  return { functions, matches };
}

function parseBlock(scanner: Scanner): Pick<MatchBlock, 'allows' | 'functions' | 'matches'> {
  const block: Pick<MatchBlock, 'allows' | 'functions' | 'matches'> = {
    allows: [],
    functions: [],
    matches: [],
  };
  scanner.expect('{');
  while (!scanner.accept('}')) {
    const { at, text } = scanner.peek();
    if (scanner.accept('allow')) block.allows.push(parseAllow(scanner, at));
    else if (scanner.accept('function')) block.functions.push(parseFunction(scanner, at));
    else if (scanner.accept('match'))
      block.matches.push({ at, path: parsePattern(scanner), ...parseBlock(scanner) });
    else scanner.fail(`Expected "match", "allow", "function" or "}", found "${text}".`);
  }
  return block;
}

function parseAllow(scanner: Scanner, at: Allow['at']): Allow {
  const allowed: Method[] = [];
  do {
    const token = scanner.next();
    const named =
      token.kind === 'name' && Object.hasOwn(methods, token.text) ? methods[token.text] : undefined;
    if (!named) throw new RulesSyntaxError(`Unknown method "${token.text}".`, token.at);
    allowed.push(...named);
  } while (scanner.accept(','));
  if (scanner.accept(';'))
    return { at, methods: allowed, condition: { kind: 'literal', at, value: { type: 'bool', value: true } } };
  scanner.expect(':');
  scanner.expect('if');
  const condition = parseExpression(scanner);
  scanner.expect(';');
  return { at, methods: allowed, condition };
}

function parseFunction(scanner: Scanner, at: FunctionDeclaration['at']): FunctionDeclaration {
  const name = scanner.expectName("a function's name");
  const parameters: string[] = [];
  scanner.expect('(');
  while (!scanner.accept(')')) {
    parameters.push(scanner.expectName('a parameter'));
    if (!scanner.accept(',') && scanner.peek().text !== ')') scanner.expect(')');
  }
  scanner.expect('{');
  const lets: FunctionDeclaration['lets'] = [];
  while (scanner.peek().text === 'let') {
    const { at: letAt } = scanner.expect('let');
    const variable = scanner.expectName('a variable');
    scanner.expect('=');
    lets.push({ at: letAt, name: variable, value: parseExpression(scanner) });
    scanner.expect(';');
  }
  scanner.expect('return');
  const result = parseExpression(scanner);
  scanner.accept(';');
  scanner.expect('}');
  return { at, name, parameters, lets, result };
}

function parsePattern(scanner: Scanner): PatternSegment[] {
  const path: PatternSegment[] = [];
  while (scanner.accept('/')) {
    const text = scanner.pathText();
    if (text !== '') {
      path.push({ kind: 'literal', text });
      continue;
    }
    scanner.expect('{');
    const name = scanner.expectName("a wildcard's name");
    const many = scanner.accept('=');
    if (many) {
      scanner.expect('*');
      scanner.expect('*');
    }
    path.push({ kind: many ? 'many' : 'one', name });
    scanner.expect('}');
  }
  if (path.length === 0) scanner.fail('Expected a path after "match".');
  return path;
}
