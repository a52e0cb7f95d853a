import type { RuleValue } from './rule-value.ts';

/** Where something stands in the rules file, both from 1. */
export type Position = { line: number; column: number };

export type BinaryOp = '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | 'in';

export type Expression = { at: Position } & (
  | { kind: 'literal'; value: RuleValue }
  | { kind: 'name'; name: string }
  | { kind: 'member'; object: Expression; name: string }
  | { kind: 'index'; object: Expression; index: Expression }
  | { kind: 'range'; object: Expression; from: Expression; to: Expression }
  /** A function of the file, or a built-in one. */
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'method'; object: Expression; name: string; args: Expression[] }
  | { kind: 'not' | 'negate'; operand: Expression }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'binary'; op: BinaryOp; left: Expression; right: Expression }
  | { kind: 'is'; operand: Expression; type: string }
  | { kind: 'ternary'; condition: Expression; yes: Expression; no: Expression }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'map'; entries: { key: string; value: Expression }[] }
  | { kind: 'path'; segments: (string | Expression)[] }
);

export type FunctionDeclaration = {
  at: Position;
  name: string;
  parameters: string[];
  lets: { at: Position; name: string; value: Expression }[];
  result: Expression;
};

export type Method = 'get' | 'list' | 'create' | 'update' | 'delete';

export type Allow = { at: Position; methods: Method[]; condition: Expression };

/** A segment of a match path: a literal, `{name}`, or `{name=**}`. */
export type PatternSegment =
  | { kind: 'literal'; text: string }
  | { kind: 'one'; name: string }
  | { kind: 'many'; name: string };

export type MatchBlock = {
  at: Position;
  path: PatternSegment[];
  allows: Allow[];
  functions: FunctionDeclaration[];
  matches: MatchBlock[];
};

/** The body of `service cloud.firestore`. */
export type RulesFile = { functions: FunctionDeclaration[]; matches: MatchBlock[] };

/** Rules that this server cannot take: its message starts with the line and column. */
export class RulesSyntaxError extends Error {
  constructor(message: string, at: Position) {
    super(`line ${at.line}, column ${at.column}: ${message}`);
    this.name = 'RulesSyntaxError';
  }
}
