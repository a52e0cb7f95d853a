import { remembered } from '../vocabulary/remembered.ts';
import { fromOtherSites } from './between-sites.ts';
import { businessForms } from './business-forms.ts';
import { countAndCover, coverForms } from './cover-forms.ts';
import { customerForms } from './customer-forms.ts';
import { deliverForms } from './deliver-forms.ts';
import { everydayForms } from './everyday-forms.ts';
import { fiscalTimes } from './fiscal-times.ts';
import { forecastForms } from './forecast-forms.ts';
import { levelForms } from './level-forms.ts';
import { lossForms } from './loss-forms.ts';
import { moneyLosing } from './money-losing.ts';
import { moveForms } from './move-forms.ts';
import { movementForms } from './movement-forms.ts';
import { withFigures } from './numbers-in-words.ts';
import { openTimes } from './open-times.ts';
import { withoutCourtesies } from './openings.ts';
import { otherWords } from './other-words.ts';
import { outsideQuotes } from './outside-quotes.ts';
import { payingForms } from './paying-forms.ts';
import { plainAsking, storeNoun } from './plain-asking.ts';
import { boundSigns, plainBounds } from './plain-bounds.ts';
import { plainComparisons } from './plain-comparisons.ts';
import { plainExclusions } from './plain-exclusions.ts';
import { plainForms } from './plain-forms.ts';
import { withMeans } from './plain-means.ts';
import { plainRange } from './plain-range.ts';
import { plainRankings } from './plain-rankings.ts';
import { withPlainShares } from './plain-shares.ts';
import { plainTimes } from './plain-times.ts';
import { goodsForms } from './rephrase-goods.ts';
import { rewrite, type Written } from './replace-with.ts';
import { sayPlainly } from './say-plainly.ts';
import { writeOut } from './short-forms.ts';
import { shortRequests } from './short-requests.ts';
import { shortTimes } from './short-times.ts';
import { spansOfYears } from './spans-of-years.ts';
import { spellings } from './spellings.ts';
import { stockForms } from './stock-forms.ts';
import { supplierForms } from './supplier-forms.ts';
import { supplyForms } from './supply-forms.ts';
import { supplyTalk } from './supply-talk.ts';
import { thanBefore } from './than-before.ts';
import { withTimesAhead } from './times-ahead.ts';
import { tradeAdjectives } from './trade-adjectives.ts';
import { unsoldForms } from './unsold-forms.ts';
import { usualForms } from './usual-forms.ts';
import { whenForms } from './when-forms.ts';

type Step = [RegExp, Written][] | ((text: string) => string);

/** How a question comes to stand in plain words: each step reads what the ones before it have written. */
const steps: Step[] = [
  ...[
    writeOut,
    countAndCover,
    fromOtherSites,
    whenForms,
    [storeNoun],
    supplyTalk,
    moneyLosing,
    thanBefore,
    businessForms,
    plainAsking,
    payingForms,
    spansOfYears,
    usualForms,
    everydayForms,
  ],
  // When.
  ...[withTimesAhead, fiscalTimes, shortTimes, plainTimes, openTimes],
  ...[withoutCourtesies, tradeAdjectives, withFigures],
  ...[plainExclusions, plainRankings, plainBounds, plainComparisons, withPlainShares, plainRange, plainForms],
  ...[sayPlainly, withMeans, boundSigns, spellings],
  // Then what is spoken of, as the vocabulary has it.
  ...[forecastForms, moveForms, customerForms, unsoldForms, deliverForms, supplyForms, coverForms],
  ...[levelForms, lossForms, stockForms, movementForms, shortRequests, supplierForms, otherWords, goodsForms],
];

/** What a question may begin with; it stays, and no step reads it. "So far" says something. */
const opening = /^(?:(?:and|but|so(?! far| much| many| long)|ok|okay|now|then|well),? )*/i;

/** A question in plain words; what is quoted stays. */
export const normaliseQuestion = remembered(
  (quoting) =>
    outsideQuotes(quoting, (text) => {
      const opens = opening.exec(text)?.[0] ?? '';
      return opens + steps.reduce(takeStep, text.slice(opens.length));
    }),
  2000,
);

function takeStep(said: string, step: Step): string {
  return typeof step === 'function' ? step(said) : rewrite(said, step);
}
