/** Questions that leave out what they are about, as only a follow-up may: with the pronoun, or the split, that they imply. */
const forms: [RegExp, string][] = [
  // "And is there more coming, when?", "when is it due?"
  [
    /\b(?:is|are) there (?:any |some )?more (?:of (?:it|them|those|these) )?(?:coming(?: in)?|on (?:the|its|their) way|due|arriving|expected|in the pipeline)[, ]+(?:and )?(?:if so,? )?(?:(?:by|from) )?when\b/gi,
    'open units of it by expected date',
  ],
  [
    /\b(?:is|are) there (?:any |some )?more (?:of (?:it|them|those|these) )?(?:coming(?: in)?|on (?:the|its|their) way|due|arriving|expected|in the pipeline)\b/gi,
    'how many units of it are on order',
  ],
  [
    /\b(?:is|are) (?:it|they|any|more|any more) on (?:the|its|their) way\b/gi,
    'how many units of it are on order',
  ],
  [
    /\bwhen (?:is|are|will|does|do|can we expect) (it|they|those|these|them|more|the (?:next|rest) ?(?:one|delivery|lot|batch|shipment)?)(?: be)? ?(?:coming|come|due|arriv\w*|deliver\w*|expected|land|get here|back in stock|in)\b(?: in)?/gi,
    'open units of it by expected date',
  ],
  [/^((?:and |but )?)(?:from whom|who from|from which supplier)(?=\W*$)/gi, 'show them by supplier'],
  [/^((?:and |but )?)(?:where|in which warehouses?|at which sites?)(?=\W*$)/gi, 'show them by warehouse'],
  [
    /^((?:and |but )?)(?:to whom|who to|who bought (?:it|them|that)|by whom)(?=\W*$)/gi,
    'show them by customer',
  ],
];

export function completeEllipsis(sentence: string): string {
  return forms.reduce((text, [form, written]) => text.replace(form, written), sentence);
}
