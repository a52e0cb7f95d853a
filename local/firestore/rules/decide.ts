import { condition, type Evaluation, evaluate, RuleLimitError, type Scope } from './evaluate.ts';
import { matchPath, type PathSegment } from './match-path.ts';
import { RuleError, type RuleValue } from './rule-value.ts';
import type { Allow, FunctionDeclaration, MatchBlock, Method, RulesFile } from './syntax.ts';

export type RuleRequest = {
  method: Method;
  /** From `databases` on. */
  path: PathSegment[];
  request: RuleValue;
  resource: RuleValue;
  read: Evaluation['read'];
};

const maxSteps = 1000;

/** True when some `allow` of some matching block holds. What has no value, is not known or is over a limit does not hold. */
export function isAllowed(rules: RulesFile, request: RuleRequest): boolean {
  const globals = new Map([
    ['request', request.request],
    ['resource', request.resource],
  ]);
  const scope: Scope = { values: globals, functions: toFunctions(rules.functions), outer: null };
  const run: Evaluation = { read: request.read, steps: { left: maxSteps }, depth: 0 };
  try {
    return rules.matches.some((block) => blockAllows(block, request.path, scope, request.method, run));
  } catch (error) {
    if (error instanceof RuleLimitError) return false;
    throw error;
  }
}

function blockAllows(
  block: MatchBlock,
  path: PathSegment[],
  outer: Scope,
  method: Method,
  run: Evaluation,
): boolean {
  return matchPath(block.path, path).some(({ values, rest }) => {
    const scope: Scope = { values, functions: toFunctions(block.functions), outer };
    if (
      rest.length === 0 &&
      block.allows.some((allow) => allow.methods.includes(method) && holds(allow, scope, run))
    ) {
      return true;
    }
    return block.matches.some((inner) => blockAllows(inner, rest, scope, method, run));
  });
}

function holds(allow: Allow, scope: Scope, run: Evaluation): boolean {
  try {
    return condition(evaluate(allow.condition, scope, run)) === true;
  } catch (error) {
    if (error instanceof RuleError) return false;
    throw error;
  }
}

function toFunctions(declared: FunctionDeclaration[]): Map<string, FunctionDeclaration> {
  return new Map(declared.map((declaration) => [declaration.name, declaration]));
}
