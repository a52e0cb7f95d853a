/** A number as it stands in a text, and how far the exact value may be from it. */
export type SpokenNumber = { value: number; precision: number };

const scales: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 };

/** Reads "$1.2M", "12.3 %", "-1,234" or "(5)"; the precision is half of the last digit. Null where no number stands. */
export function readFigure(text: string): SpokenNumber | null {
  const match =
    /([-−–]?)[^\d.]*(\d[\d,]*(?:\.(\d+))?)\s*(thousand|million|billion|[kmb]\b)?\s*(%|percent)?/i.exec(text);
  if (!match?.[2]) return null;
  const scale = (scales[match[4]?.toLowerCase() ?? ''] ?? 1) / (match[5] ? 100 : 1);
  const sign = match[1] ? -1 : 1;
  const value = sign * Number(match[2].replaceAll(',', '')) * scale;
  return { value, precision: (0.5001 * scale) / 10 ** (match[3]?.length ?? 0) };
}
