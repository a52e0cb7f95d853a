/** The part of GoogleSQL that this server reads, as a tree. Every `at` is an offset in the query. */

export type Name = { name: string; at: number };

export type TypeName = {
  name: string;
  arguments: TypeName[];
  fields: { name: string | null; type: TypeName }[];
  at: number;
};

export type Expression =
  | { kind: 'number'; text: string; float: boolean; at: number }
  | { kind: 'string'; value: string; at: number }
  | { kind: 'boolean'; value: boolean; at: number }
  | { kind: 'null'; at: number }
  /** `DATE '2026-01-31'` */
  | { kind: 'typed'; type: string; value: string; at: number }
  | { kind: 'parameter'; name: string; at: number }
  /** `a`, `a.b`, `a.b.c` */
  | { kind: 'path'; names: Name[]; at: number }
  | { kind: 'field'; base: Expression; name: string; at: number }
  | { kind: 'subscript'; base: Expression; index: Expression; at: number }
  | { kind: 'negate'; operand: Expression; at: number }
  | { kind: 'not'; operand: Expression; at: number }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression; at: number }
  | { kind: 'like'; operand: Expression; pattern: Expression; not: boolean; at: number }
  | { kind: 'between'; operand: Expression; low: Expression; high: Expression; not: boolean; at: number }
  | { kind: 'in'; operand: Expression; among: Among; not: boolean; at: number }
  | { kind: 'is'; operand: Expression; what: 'NULL' | 'TRUE' | 'FALSE'; not: boolean; at: number }
  | { kind: 'distinctFrom'; left: Expression; right: Expression; not: boolean; at: number }
  | { kind: 'case'; operand: Expression | null; whens: When[]; otherwise: Expression | null; at: number }
  | { kind: 'cast'; operand: Expression; type: TypeName; safe: boolean; at: number }
  | { kind: 'extract'; part: Expression; operand: Expression; zone: Expression | null; at: number }
  | { kind: 'interval'; value: Expression; part: string; at: number }
  | { kind: 'array'; element: TypeName | null; items: Expression[]; at: number }
  | {
      kind: 'struct';
      type: TypeName | null;
      fields: { name: string | null; value: Expression }[];
      at: number;
    }
  | { kind: 'scalarQuery'; query: Query; at: number }
  | { kind: 'exists'; query: Query; at: number }
  | { kind: 'arrayQuery'; query: Query; at: number }
  | Call;

export type BinaryOperator =
  | 'OR'
  | 'AND'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '||';

export type When = { condition: Expression; result: Expression };

export type Among =
  | { kind: 'list'; items: Expression[] }
  | { kind: 'query'; query: Query }
  | { kind: 'unnest'; array: Expression };

/** A function call of any kind; which of the optional parts are allowed depends on the function. */
export type Call = {
  kind: 'call';
  /** Upper case, without `SAFE.`. */
  name: string;
  safe: boolean;
  star: boolean;
  arguments: Expression[];
  distinct: boolean;
  nulls: 'IGNORE' | 'RESPECT' | null;
  having: { bound: 'MAX' | 'MIN'; expression: Expression } | null;
  orderBy: Ordering[];
  limit: Expression | null;
  over: Window | null;
  at: number;
};

export type Ordering = { expression: Expression; descending: boolean; nulls: 'FIRST' | 'LAST' | null };

/** `base` is a named window that this one extends, or is. */
export type Window = {
  base: Name | null;
  partitionBy: Expression[];
  orderBy: Ordering[];
  frame: { unit: 'ROWS' | 'RANGE'; start: FrameBound; end: FrameBound } | null;
  at: number;
};

export type FrameBound =
  | { kind: 'unbounded'; side: 'PRECEDING' | 'FOLLOWING' }
  | { kind: 'current' }
  | { kind: 'offset'; side: 'PRECEDING' | 'FOLLOWING'; count: Expression };

export type Query = {
  with: { name: Name; query: Query }[];
  body: Select | SetOperation | { kind: 'nested'; query: Query; at: number };
  orderBy: Ordering[];
  limit: Expression | null;
  offset: Expression | null;
  at: number;
};

export type SetOperation = {
  kind: 'set';
  operator: 'UNION ALL' | 'UNION' | 'INTERSECT' | 'EXCEPT';
  branches: Query[];
  at: number;
};

export type Select = {
  kind: 'select';
  distinct: boolean;
  asStruct: boolean;
  items: SelectItem[];
  from: FromItem | null;
  where: Expression | null;
  groupBy: Expression[] | 'ALL' | null;
  having: Expression | null;
  qualify: Expression | null;
  windows: { name: Name; window: Window }[];
  at: number;
};

export type SelectItem =
  | { kind: 'expression'; expression: Expression; alias: Name | null }
  | {
      kind: 'star';
      of: Name | null;
      except: Name[];
      replace: { expression: Expression; name: Name }[];
      at: number;
    };

export type FromItem =
  | { kind: 'table'; path: string[]; alias: Name | null; asOf: Expression | null; at: number }
  | { kind: 'query'; query: Query; alias: Name | null; at: number }
  | { kind: 'unnest'; array: Expression; alias: Name | null; offset: Name | null; at: number }
  | {
      kind: 'join';
      type: 'INNER' | 'LEFT' | 'RIGHT' | 'FULL' | 'CROSS';
      left: FromItem;
      right: FromItem;
      on: Expression | null;
      using: Name[];
      at: number;
    };
