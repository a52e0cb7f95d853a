/** A name of the declarations as it is said: "gross margin", "at least". */
export function toWords(name = ''): string {
  return name.replaceAll('_', ' ');
}
