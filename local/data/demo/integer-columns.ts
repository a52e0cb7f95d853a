/** Rows of whole numbers, kept by column in typed arrays that grow as rows come: 4 bytes a value. */
export type IntegerColumns = {
  readonly width: number;
  /** Rows so far. */
  readonly length: number;
  /** Adds one row; `values` has as many as there are columns. Returns its index. */
  push: (...values: number[]) => number;
  get: (row: number, column: number) => number;
  set: (row: number, column: number, value: number) => void;
  /** The values of one column, without a copy: valid until the next push. */
  column: (column: number) => Int32Array;
};

export function createIntegerColumns(width: number, capacity = 1024): IntegerColumns {
  let columns = Array.from({ length: width }, () => new Int32Array(capacity));
  let length = 0;
  const at = (column: number): Int32Array => {
    const values = columns[column];
    if (values === undefined) throw new Error(`There are ${width} columns, not ${column + 1}.`);
    return values;
  };
  return {
    width,
    get length() {
      return length;
    },
    push: (...values) => {
      if (length === at(0).length) {
        columns = columns.map((old) => {
          const grown = new Int32Array(old.length * 2);
          grown.set(old);
          return grown;
        });
      }
      for (let column = 0; column < width; column += 1) at(column)[length] = values[column] ?? 0;
      length += 1;
      return length - 1;
    },
    get: (row, column) => at(column)[row] ?? 0,
    set: (row, column, value) => {
      at(column)[row] = value;
    },
    column: (column) => at(column).subarray(0, length),
  };
}
