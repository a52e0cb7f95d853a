/** Patterns of a unit of time and of months, whole or short. */
export const unit = '(day|week|month|quarter|year)';
export const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
/** How each month begins: "sept" goes on with a letter. */
export const shortMonths = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
export const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
