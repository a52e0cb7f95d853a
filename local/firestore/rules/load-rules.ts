import { checkRules } from './check.ts';
import { parseRules } from './parse-rules.ts';
import { type RulesFile, RulesSyntaxError } from './syntax.ts';

/**
 * Reads and checks a `firestore.rules` text. `file` names it in the error.
 * @throws Error "file: line l, column c: what is wrong".
 */
export function loadRules(source: string, file: string): RulesFile {
  try {
    const rules = parseRules(source);
    checkRules(rules);
    return rules;
  } catch (error) {
    if (!(error instanceof RulesSyntaxError)) throw error;
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}
