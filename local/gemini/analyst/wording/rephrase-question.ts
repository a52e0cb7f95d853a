import { coverForms } from './cover-forms.ts';
import { customerForms } from './customer-forms.ts';
import { deliverForms } from './deliver-forms.ts';
import { forecastForms } from './forecast-forms.ts';
import { moveForms } from './move-forms.ts';
import { movementForms } from './movement-forms.ts';
import { otherWords } from './other-words.ts';
import { goodsForms } from './rephrase-goods.ts';
import { rewrite } from './replace-with.ts';
import { shortRequests } from './short-requests.ts';
import { stockForms } from './stock-forms.ts';
import { supplierForms } from './supplier-forms.ts';
import { supplyForms } from './supply-forms.ts';
import { unsoldForms } from './unsold-forms.ts';

/** A question as the vocabulary has it. */
export function rephraseQuestion(text: string): string {
  return rewrite(text, [
    ...forecastForms,
    ...moveForms,
    ...customerForms,
    ...unsoldForms,
    ...deliverForms,
    ...supplyForms,
    ...coverForms,
    ...stockForms,
    ...movementForms,
    ...shortRequests,
    ...supplierForms,
    ...otherWords,
    ...goodsForms,
  ]);
}
