/**
 * What GoogleSQL computes differently from every DuckDB function, as DuckDB macros that the translation calls. Arguments
 * are written out wherever a macro names them.
 */
export const macros: readonly string[] = [
  // NUMERIC has nine digits after the point and rounds half away from zero; DuckDB would divide decimals as DOUBLE.
  'CREATE MACRO numeric_units(x) AS CAST(CAST(x AS DECIMAL(38,9)) * CAST(1000000000 AS BIGINT) AS HUGEINT)',
  `CREATE MACRO numeric_quotient(n, d) AS
    CAST(sign(n) * sign(d) * ((2 * abs(n) * 1000000000 + abs(d)) // (2 * abs(d))) AS DECIMAL(38,0))
      * CAST('0.000000001' AS DECIMAL(9,9))`,
  `CREATE MACRO numeric_divide(a, b) AS CASE WHEN a IS NULL OR b IS NULL THEN NULL
    WHEN b = 0 THEN error('division by zero')
    ELSE numeric_quotient(numeric_units(a), numeric_units(b)) END`,
  "CREATE MACRO numeric_text(x) AS rtrim(rtrim(CAST(x AS VARCHAR), '0'), '.')",
  "CREATE MACRO float_divide(a, b) AS CASE WHEN b = 0 THEN error('division by zero') ELSE a / b END",
  `CREATE MACRO finite(x) AS CASE WHEN isfinite(x) THEN x WHEN x IS NULL THEN NULL
    ELSE error('Floating point error in function') END`,
  `CREATE MACRO integer_divide(a, b) AS CASE WHEN b = 0 THEN error('division by zero') ELSE a // b END`,
  `CREATE MACRO integer_modulo(a, b) AS CASE WHEN b = 0 THEN error('division by zero') ELSE a % b END`,
  // IN UNNEST: false for an empty or NULL array, NULL when only an unknown could match.
  `CREATE MACRO in_array(x, list) AS CASE WHEN list IS NULL OR len(list) = 0 THEN FALSE
    WHEN x IS NULL THEN NULL WHEN list_contains(list, x) THEN TRUE
    WHEN list_count(list) < len(list) THEN NULL ELSE FALSE END`,
  // Position 0 is 1; before the start is the start.
  `CREATE MACRO text_from(s, p) AS substring(s, CASE WHEN p = 0 OR p < -length(s) THEN 1 ELSE p END)`,
  `CREATE MACRO text_part(s, p) AS text_from(s, p),
    (s, p, n) AS CASE WHEN n < 0 THEN error('Third argument in SUBSTR() cannot be negative')
      ELSE left(text_from(s, p), n) END`,
  `CREATE MACRO text_left(s, n) AS CASE WHEN n < 0 THEN error('Second argument in LEFT() cannot be negative')
    ELSE left(s, n) END`,
  `CREATE MACRO text_right(s, n) AS CASE WHEN n < 0 THEN error('Second argument in RIGHT() cannot be negative')
    ELSE right(s, n) END`,
  `CREATE MACRO text_repeat(s, n) AS CASE WHEN n < 0 THEN error('Second argument in REPEAT() cannot be negative')
    ELSE repeat(s, n) END`,
  ...['lpad', 'rpad'].map(
    (name) => `CREATE MACRO text_${name}(s, n, pad) AS
      CASE WHEN n < 0 THEN error('Second argument in ${name.toUpperCase()}() cannot be negative')
      ELSE ${name}(s, CAST(n AS INTEGER), pad) END`,
  ),
  `CREATE MACRO item_or_error(list, i) AS CASE WHEN i < 1 OR i > len(list)
    THEN error('Array index is out of bounds') ELSE list[i] END`,
  'CREATE MACRO item_or_null(list, i) AS CASE WHEN i < 1 OR i > len(list) THEN NULL ELSE list[i] END',
  // GoogleSQL has the years 1 to 9999; DuckDB goes on.
  `CREATE MACRO date_in_range(d) AS CASE WHEN d < DATE '0001-01-01' OR d > DATE '9999-12-31'
    THEN error('Date out of range: ' || d) ELSE d END`,
  `CREATE MACRO timestamp_in_range(t) AS CASE WHEN epoch_us(t) < -62135596800000000 OR epoch_us(t) > 253402300799999999
    THEN error('Timestamp out of range') ELSE t END`,
  `CREATE MACRO row_offset(n, name) AS CASE
    WHEN n IS NULL THEN error('The offset to the function ' || name || ' must not be null')
    WHEN n < 0 THEN error('The offset to the function ' || name || ' must not be negative') ELSE n END`,
  // DuckDB reads offsets such as +02:00 with the other sign.
  `CREATE MACRO zone_name(z) AS CASE WHEN z IS NULL OR regexp_matches(z, '^[A-Za-z]') THEN z
    ELSE error('Invalid time zone: ' || z) END`,
  // DuckDB counts bytes, which for ASCII are the characters.
  `CREATE MACRO edit_distance(a, b) AS CASE WHEN strlen(a) = length(a) AND strlen(b) = length(b)
    THEN levenshtein(a, b) ELSE character_distance(a, b) END`,
];
