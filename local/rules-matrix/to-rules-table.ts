import { type Caller, callers, documents, operations, rulesCases } from './rules-cases.ts';

/** The cases as a Markdown table: a row a document, a column a caller, in each cell what it may do. */
export function toRulesTable(): string {
  const heads = ['document', ...callers];
  const rows = documents.map(({ pattern }) => [
    `\`${pattern}\``,
    ...callers.map((caller) => toCell(caller, pattern)),
  ]);
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const count = `${rulesCases.length} cases: ${callers.length} callers, ${documents.length} documents, ${operations.length} operations (${operations.join(', ')}). What is not named is refused.`;
  return `${count}\n\n${lines.join('\n')}\n`;
}

function toCell(caller: Caller, pattern: string): string {
  const allowed = rulesCases.filter(
    (each) => each.allowed && each.caller === caller && each.document.pattern === pattern,
  );
  return allowed.map(({ operation }) => operation).join(', ') || '–';
}
