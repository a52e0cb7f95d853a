/** What a follow-up may begin with before it says anything: "and", "so then", "ok, now". */
export const lead = '(?:(?:and|so|but|ok|okay|now|then|well),? )*';

/** A follow-up by what it begins with, after that, whatever the case. */
export function begins(pattern: string): RegExp {
  return new RegExp(`^${lead}${pattern}`, 'i');
}
