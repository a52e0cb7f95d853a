import { BIGINT, DuckDBScalarFunction, VARCHAR } from '@duckdb/node-api';

/** The Levenshtein distance of two texts in code points, as a function of DuckDB. */
export function createCharacterDistance(): DuckDBScalarFunction {
  return DuckDBScalarFunction.create({
    name: 'character_distance',
    parameterTypes: [VARCHAR, VARCHAR],
    returnType: BIGINT,
    mainFunction: (_info, input, output) => {
      const [left, right] = input.getColumns();
      for (let row = 0; row < input.rowCount; row += 1) {
        const [a, b] = [left?.[row], right?.[row]];
        const isText = typeof a === 'string' && typeof b === 'string';
        output.setItem(row, isText ? BigInt(measureDistance([...a], [...b])) : null);
      }
      output.flush();
    },
  });
}

export function measureDistance(a: readonly string[], b: readonly string[]): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  a.forEach((character, row) => {
    const current = [row + 1];
    b.forEach((other, column) => {
      const replaced = (previous[column] ?? 0) + (character === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    });
    previous = current;
  });
  return previous.at(-1) ?? 0;
}
