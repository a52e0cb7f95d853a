import { remembered } from '../vocabulary/remembered.ts';
import { everydayForms } from './everyday-forms.ts';
import { withFigures } from './numbers-in-words.ts';
import { withoutCourtesies } from './openings.ts';
import { outsideQuotes } from './outside-quotes.ts';
import { withPlainBounds } from './plain-bounds.ts';
import { withPlainComparisons } from './plain-comparisons.ts';
import { withPlainExclusions } from './plain-exclusions.ts';
import { withPlainForms } from './plain-forms.ts';
import { withMeans } from './plain-means.ts';
import { withPlainRange } from './plain-range.ts';
import { withPlainRankings } from './plain-rankings.ts';
import { withPlainShares } from './plain-shares.ts';
import { withPlainTimes } from './plain-times.ts';
import { rephraseQuestion } from './rephrase-question.ts';
import { rewrite } from './replace-with.ts';
import { sayPlainly } from './say-plainly.ts';
import { writeOut } from './short-forms.ts';
import { spellings } from './spellings.ts';
import { withTimesAhead } from './times-ahead.ts';
import { withTradeAdjectives } from './trade-adjectives.ts';
import { usualForms } from './usual-forms.ts';

/** A question with its usual short forms written out. */
export const normaliseQuestion = remembered(normalise, 2000);

function normalise(quoting: string): string {
  return outsideQuotes(quoting, (text) => {
    const said = rewrite(rewrite(writeOut(text), usualForms), everydayForms);
    const asked = withFigures(withTradeAdjectives(withoutCourtesies(withPlainTimes(withTimesAhead(said)))));
    const set = withPlainComparisons(withPlainBounds(withPlainRankings(withPlainExclusions(asked))));
    const plain = withMeans(sayPlainly(withPlainForms(withPlainRange(withPlainShares(set)))));
    return rephraseQuestion(rewrite(plain, spellings));
  });
}
