import { expect, test } from 'vitest';
import { parseParts } from './parts/parse-parts.ts';
import type { Parts } from './parts/parts.ts';
import { readMeaning } from './parts/read-meaning.ts';
import { declarations } from './test-analyst.ts';
import { createLexicon } from './vocabulary/lexicon.ts';
import { readDeclarations, type Term } from './vocabulary/read-declarations.ts';
import { normaliseQuestion } from './wording/normalise-question.ts';

const today = '2026-11-23';
const vocabulary = readDeclarations(declarations);
const lexicon = createLexicon(vocabulary);

function read(question: string): Parts {
  return readMeaning(parseParts(normaliseQuestion(question), lexicon, today, 1), vocabulary, today);
}

const labelOf = ({ name }: Term) => name.replaceAll('_', ' ');

/** Split so, or refused for a word of its own. The months of the year are months, late orders are listed, and an SKU is a product's. */
function heeds(parts: Parts, split: string): boolean {
  const { dimensions, measures, grain, leftover, missing, unknownSplit } = parts;
  const splits = (name: string) => dimensions.flat().some((one) => one.name === name);
  const lists = measures.flat().some(({ name }) => name === 'late_orders');
  return (
    splits(split) ||
    leftover.length > 0 ||
    missing !== null ||
    unknownSplit !== null ||
    (split === 'month_of_year' && grain === 'month') ||
    (split === 'purchase_order' && lists) ||
    (split === 'sku' && splits('product'))
  );
}

test.each(vocabulary.datasets.map((dataset) => [dataset.tool, dataset] as const))(
  '%s: no figure, by any of its names, loses the split that it is asked by',
  (_, { measures, dimensions }) => {
    const lost = measures.flatMap((measure) =>
      [labelOf(measure), ...measure.synonyms].flatMap((said) =>
        dimensions
          .filter(({ name }) => !heeds(read(`${said} by ${name.replaceAll('_', ' ')} last year`), name))
          .map((dimension) => `${said} by ${labelOf(dimension)}`),
      ),
    );
    expect(lost).toEqual([]);
  },
  120_000,
);
