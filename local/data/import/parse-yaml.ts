import { type Alias, type Document, type ErrorCode, LineCounter, parseDocument, visit } from 'yaml';
import { ImportError } from './import-error.ts';

/** What the YAML text of a mapping holds. @throws ImportError `mapping_invalid`, which names the line and what would be right */
export function parseYaml(text: string, path: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const problem = findProblem(document);
  if (problem === undefined) return document.toJS();
  const { line } = lineCounter.linePos(problem.position);
  const shown = text.split('\n')[line - 1]?.trim().slice(0, 80);
  throw new ImportError('mapping_invalid', `${path}, line ${line} is no YAML (${shown}): ${problem.right}`);
}

function findProblem(document: Document): { position: number; right: string } | undefined {
  const [first] = [...document.errors, ...document.warnings];
  if (first === undefined) {
    const alias = findLooseAlias(document);
    return alias && { position: alias.range?.[0] ?? 0, right: quoteSign };
  }
  const right = rights[first.code] ?? `${first.message.split(/ at line |\n/)[0]}.`;
  const position = first.code === 'MISSING_CHAR' ? findQuote(document, first.pos[0]) : first.pos[0];
  return { position, right };
}

const quoteSign = 'a value that begins with such a sign must be in quotes.';
const oneLine = 'a key and its value are on one line, and a value with ": " in it must be in quotes.';

/** The parser's own words are for who knows its grammar. */
const rights: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT:
    'keys that belong together must begin in one column, and each [ and { before them must be closed.',
  UNEXPECTED_TOKEN: `a value that begins with a quote must end with it: "'sale' || no" has both in double quotes; and each [ and { must have its ] or }.`,
  MISSING_CHAR: 'a quote that is opened must be closed, and a key be followed by ": " and its value.',
  BLOCK_AS_IMPLICIT_KEY: oneLine,
  MULTILINE_IMPLICIT_KEY: oneLine,
  BLOCK_IN_FLOW: 'keys in { } must be parted by commas.',
  TAB_AS_INDENT: 'lines must be indented by spaces, not by tabs.',
  DUPLICATE_KEY: 'a key must be there once.',
  BAD_SCALAR_START: quoteSign,
  TAG_RESOLVE_FAILED: quoteSign,
  BAD_DQ_ESCAPE: 'a backslash in double quotes must be doubled.',
  MULTIPLE_DOCS: 'the file must be one document, without such a line.',
};

/** What looks like a reference to a place of the file (`*name`) that is not there. */
function findLooseAlias(document: Document): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where the quoted text begins that ends at a position: one that is not closed goes to the end of the file. */
function findQuote(document: Document, position: number): number {
  let found = position;
  visit(document, {
    Scalar: (_, node) => {
      const [start, end] = node.range ?? [0, 0];
      if (node.type?.startsWith('QUOTE') && end >= position) found = start;
    },
  });
  return found;
}
