import { functions, namespaces } from './functions.ts';
import { methods } from './methods.ts';
import { applyBinary, isType, negate } from './operators.ts';
import { bool, hasUnknown, mayFail, RuleError, type RuleValue, unknown } from './rule-value.ts';
import type { Expression, FunctionDeclaration } from './syntax.ts';

/** Names and functions in force at a place in the file; inner scopes see the outer ones. */
export type Scope = {
  values: ReadonlyMap<string, RuleValue>;
  functions: ReadonlyMap<string, FunctionDeclaration>;
  outer: Scope | null;
};

/** What a request lets its rules do. `read` answers `get()`: the resource, null where there is no document. */
export type Evaluation = {
  read: (segments: string[], after: boolean) => RuleValue;
  steps: { left: number };
  depth: number;
};

/** Over a limit of the rules language: unlike a RuleError no `||` absorbs it, the request is denied. */
export class RuleLimitError extends Error {
  override name = 'RuleLimitError';
}

const maxDepth = 20;

/** @throws RuleError where the expression has no value, RuleLimitError over a limit. */
export function evaluate(expression: Expression, scope: Scope, run: Evaluation): RuleValue {
  if (--run.steps.left < 0) throw new RuleLimitError('Too many expressions were evaluated.');
  const value = (inner: Expression) => evaluate(inner, scope, run);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name':
      return lookUp(expression.name, scope);
    case 'member':
      return member(value(expression.object), expression.name);
    case 'index':
      return element(value(expression.object), value(expression.index));
    case 'range':
      return slice(value(expression.object), value(expression.from), value(expression.to));
    case 'call':
      return call(expression.name, expression.args.map(value), scope, run);
    case 'method': {
      const { object, name } = expression;
      const args = expression.args.map(value);
      if (object.kind !== 'name' || !namespaces.includes(object.name))
        return callMethod(value(object), name, args);
      return callBuiltIn(`${object.name}.${name}`, args);
    }
    case 'not': {
      const operand = condition(value(expression.operand));
      return operand === 'unknown' ? unknown : bool(!operand);
    }
    case 'negate':
      return negate(value(expression.operand));
    case 'and':
    case 'or':
      return logic(expression.kind, expression.left, expression.right, value);
    case 'binary':
      return applyBinary(expression.op, value(expression.left), value(expression.right));
    case 'is':
      return isType(value(expression.operand), expression.type);
    case 'ternary': {
      const chosen = condition(value(expression.condition));
      // Neither branch is known to be taken, so nothing is known.
      return chosen === 'unknown' ? unknown : value(chosen ? expression.yes : expression.no);
    }
    case 'list':
      return { type: 'list', items: expression.items.map(value) };
    case 'map':
      return {
        type: 'map',
        entries: new Map(expression.entries.map((entry) => [entry.key, value(entry.value)])),
      };
    case 'path':
      return path(
        expression.segments.map((segment) => (typeof segment === 'string' ? segment : value(segment))),
      );
  }
}

/** @throws RuleError when it is not a boolean. */
export function condition(value: RuleValue): boolean | 'unknown' {
  if (value.type === 'unknown') return 'unknown';
  if (value.type !== 'bool') throw new RuleError(`A condition is a ${value.type}.`);
  return value.value;
}

/** One side that decides is enough, even when the other has no value or is not known. */
function logic(
  kind: 'and' | 'or',
  left: Expression,
  right: Expression,
  value: (expression: Expression) => RuleValue,
): RuleValue {
  const deciding = kind === 'or';
  const side = (expression: Expression): boolean | 'unknown' | RuleError => {
    try {
      return condition(value(expression));
    } catch (error) {
      if (error instanceof RuleError) return error;
      throw error;
    }
  };
  const first = side(left);
  if (first === deciding) return bool(deciding);
  const second = side(right);
  if (second === deciding) return bool(deciding);
  // Not known whether the error matters: were the unknown side the deciding one, it would not.
  if (first === 'unknown' || second === 'unknown') return unknown;
  if (first instanceof RuleError) throw first;
  if (second instanceof RuleError) throw second;
  return bool(!deciding);
}

function lookUp(name: string, scope: Scope): RuleValue {
  for (let current: Scope | null = scope; current; current = current.outer) {
    const value = current.values.get(name);
    if (value) return value;
  }
  throw new RuleError(`Unknown name ${name}.`);
}

function member(object: RuleValue, name: string): RuleValue {
  if (object.type === 'unknown') return object.facts.members?.get(name) ?? unknown;
  const found = object.type === 'map' ? object.entries.get(name) : undefined;
  if (!found) throw new RuleError(`Property ${name} is undefined on object.`);
  return found;
}

function element(object: RuleValue, index: RuleValue): RuleValue {
  if (index.type === 'string') return member(object, index.value);
  if (object.type === 'unknown' || index.type === 'unknown') return unknown;
  const items = object.type === 'list' ? object.items : null;
  const found = items && index.type === 'int' ? items[Number(index.value)] : undefined;
  if (found) return found;
  const segment =
    object.type === 'path' && index.type === 'int' ? object.segments[Number(index.value)] : undefined;
  if (segment === undefined) throw new RuleError('There is no such element.');
  return { type: 'string', value: segment };
}

function slice(object: RuleValue, from: RuleValue, to: RuleValue): RuleValue {
  if ([object, from, to].some((value) => value.type === 'unknown')) return unknown;
  if (from.type !== 'int' || to.type !== 'int') throw new RuleError('A range has integers as its ends.');
  const [start, end] = [Number(from.value), Number(to.value)];
  const size =
    object.type === 'list' ? object.items.length : object.type === 'string' ? object.value.length : -1;
  if (start < 0 || end < start || end > size) throw new RuleError('The range is outside of the value.');
  if (object.type === 'list') return { type: 'list', items: object.items.slice(start, end) };
  if (object.type === 'string') return { type: 'string', value: object.value.slice(start, end) };
  throw new RuleError('Only lists and strings have ranges.');
}

function call(name: string, args: RuleValue[], scope: Scope, run: Evaluation): RuleValue {
  for (let current: Scope | null = scope; current; current = current.outer) {
    const declared = current.functions.get(name);
    if (declared) return callDeclared(declared, args, current, run);
  }
  const [argument] = args;
  const reads = /^(get|exists)(After)?$/.exec(name);
  if (!reads || !argument) return callBuiltIn(name, args);
  if (hasUnknown(argument)) return unknown;
  if (argument.type !== 'path') throw new RuleError(`${name}() takes a path.`);
  const resource = run.read(argument.segments, reads[2] !== undefined);
  return reads[1] === 'get' ? resource : bool(resource.type !== 'null');
}

function callDeclared(
  declared: FunctionDeclaration,
  args: RuleValue[],
  outer: Scope,
  run: Evaluation,
): RuleValue {
  if (run.depth >= maxDepth) throw new RuleLimitError('Functions call each other too deeply.');
  const inner: Evaluation = { ...run, depth: run.depth + 1 };
  const values = new Map<string, RuleValue>();
  for (const [index, name] of declared.parameters.entries()) values.set(name, args[index] ?? unknown);
  const scope: Scope = { values, functions: new Map(), outer };
  for (const { name, value } of declared.lets) values.set(name, evaluate(value, scope, inner));
  const result = evaluate(declared.result, scope, inner);
  // Arguments and variables are worked out first, so one that fails makes the call fail, used or not.
  return [...values.values()].some(mayFail) ? unknown : result;
}

function callBuiltIn(name: string, args: RuleValue[]): RuleValue {
  if (args.some(hasUnknown)) return unknown;
  const builtIn = functions[name];
  if (!builtIn) throw new RuleError(`Unknown function ${name}.`);
  return builtIn.run(args);
}

function callMethod(object: RuleValue, name: string, args: RuleValue[]): RuleValue {
  const [key] = args;
  if (name === 'get' && object.type === 'unknown' && key?.type === 'string') {
    return object.facts.members?.get(key.value) ?? unknown;
  }
  if (hasUnknown(object) || args.some(hasUnknown)) return unknown;
  const method = methods[object.type]?.[name];
  if (!method?.args.includes(args.length)) throw new RuleError(`A ${object.type} has no method ${name}.`);
  return method.run(object, args);
}

function path(parts: (string | RuleValue)[]): RuleValue {
  const segments: string[] = [];
  for (const part of parts) {
    if (typeof part === 'string') segments.push(part);
    else if (part.type === 'string') segments.push(part.value);
    else if (part.type === 'path') segments.push(...part.segments);
    else if (part.type === 'unknown') return unknown;
    else throw new RuleError('A segment of a path is a string.');
  }
  return { type: 'path', segments };
}
