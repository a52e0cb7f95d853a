export type ImportErrorCode =
  | 'folder_missing'
  | 'nothing_to_import'
  | 'mapping_invalid'
  | 'file_missing'
  | 'column_missing'
  | 'file_unreadable'
  | 'several_partners'
  | 'rows_invalid';

/** A row that cannot be taken. */
export type RowIssue = {
  /** Null where the row of a file is broken before any table is filled from it. */
  table: string | null;
  file: string;
  /** Counted as a spreadsheet does: the header is row 1. In Parquet the first row is 1. */
  row: number;
  /** Null where the whole row is broken. */
  column: string | null;
  value: string | null;
  /** What would be right. */
  expected: string;
};

/** An import that wrote nothing. The message is for the operator. */
export class ImportError extends Error {
  readonly code: ImportErrorCode;
  /** With `rows_invalid`: the first rows that are wrong. */
  readonly issues: RowIssue[];
  constructor(code: ImportErrorCode, message: string, options: ErrorOptions & { issues?: RowIssue[] } = {}) {
    super(message, options);
    this.name = 'ImportError';
    this.code = code;
    this.issues = options.issues ?? [];
  }
}
