/** A name of the declarations as it is said: "gross margin", "at least". */
export function toWords(name = ''): string {
  return name.replaceAll('_', ' ');
}

/** "Categories" is one category. */
export function toSingular(noun: string): string {
  return noun.replace(/ies$/i, 'y').replace(/(?<!s)s$/i, '');
}
