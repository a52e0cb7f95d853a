import { type Position, RulesSyntaxError } from './syntax.ts';

export type Token = {
  kind: 'name' | 'integer' | 'float' | 'string' | 'bytes' | 'mark' | 'end';
  /** A string's content, otherwise the text as it stands. */
  text: string;
  at: Position;
};

/** Reads tokens on demand: what a "/" starts, a division or a path, only the parser knows. */
export type Scanner = {
  peek: () => Token;
  next: () => Token;
  /** Takes the next token if it is this mark or name. */
  accept: (text: string) => boolean;
  /** @throws RulesSyntaxError when the next token is another. */
  expect: (text: string) => Token;
  /** A name that is not a keyword. @throws RulesSyntaxError */
  expectName: (what: string) => string;
  /** The raw text of a path segment right after a "/"; empty when a "{" or "$(" follows. */
  pathText: () => string;
  fail: (message: string) => never;
};

const space = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const tokens: [Token['kind'], RegExp][] = [
  ['bytes', /b(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/y],
  ['name', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['float', /\d+\.\d+(?:[eE][+-]?\d+)?/y],
  ['integer', /\d+/y],
  ['string', /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y],
  ['mark', /&&|\|\||==|!=|<=|>=|[{}()[\],:;.!<>+\-*/%?=$]/y],
];
const segment = /[A-Za-z0-9_.~%()-]+/y;
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const keywords = [
  'in',
  'is',
  'if',
  'let',
  'return',
  'true',
  'false',
  'null',
  'match',
  'allow',
  'function',
  'service',
];

export function createScanner(source: string): Scanner {
  let offset = 0;
  let peeked: { token: Token; end: number } | null = null;

  const position = (index: number): Position => {
    const before = source.slice(0, index);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: index - lineStart + 1 };
  };

  const scan = (): { token: Token; end: number } => {
    const start = matchAt(space, source, offset).length + offset;
    const at = position(start);
    if (start >= source.length)
      return { token: { kind: 'end', text: 'the end of the file', at }, end: start };
    for (const [kind, pattern] of tokens) {
      const text = matchAt(pattern, source, start);
      if (text === '') continue;
      const content =
        kind === 'string' ? unescaped(text, at) : kind === 'bytes' ? unescaped(text.slice(1), at) : text;
      return { token: { kind, text: content, at }, end: start + text.length };
    }
    throw new RulesSyntaxError(`Unexpected character ${JSON.stringify(source[start])}.`, at);
  };

  const peek = () => {
    peeked ??= scan();
    return peeked.token;
  };
  const next = () => {
    const token = peek();
    offset = peeked?.end ?? offset;
    peeked = null;
    return token;
  };
  const isText = (token: Token, text: string) =>
    (token.kind === 'mark' || token.kind === 'name') && token.text === text;
  const fail = (message: string): never => {
    throw new RulesSyntaxError(message, peek().at);
  };

  return {
    peek,
    next,
    fail,
    accept: (text) => {
      if (!isText(peek(), text)) return false;
      next();
      return true;
    },
    expect: (text) => (isText(peek(), text) ? next() : fail(`Expected "${text}", found "${peek().text}".`)),
    expectName: (what) => {
      const token = peek();
      if (token.kind !== 'name' || keywords.includes(token.text))
        return fail(`Expected ${what}, found "${token.text}".`);
      return next().text;
    },
    pathText: () => {
      peeked = null;
      const text = matchAt(segment, source, offset);
      // In an expression a path ends before the parenthesis that closes its call.
      const kept = balanced(text);
      offset += kept.length;
      return kept;
    },
  };
}

function matchAt(pattern: RegExp, source: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0] ?? '';
}

/** Only `(default)` and the like may hold parentheses: text up to the first that does not close inside it. */
function balanced(text: string): string {
  let depth = 0;
  for (const [index, char] of [...text].entries()) {
    if (char === '(') depth++;
    if (char === ')' && --depth < 0) return text.slice(0, index);
  }
  return text;
}

function unescaped(quoted: string, at: Position): string {
  return quoted.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S])/g, (_, char: string) => {
    if (char.length > 1) return String.fromCharCode(Number.parseInt(char.slice(1), 16));
    if (char in escapes) return escapes[char] ?? '';
    if (/[\\'"`?]/.test(char)) return char;
    throw new RulesSyntaxError(`Unknown escape "\\${char}" in a string. Write a backslash as "\\\\".`, at);
  });
}
