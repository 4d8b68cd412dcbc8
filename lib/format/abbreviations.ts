/** What the abbreviations stand for that the field uses, each in one line. */
const meanings: Record<string, string> = {
  ARM: 'adjustable-rate mortgage',
  CIK: 'Central Index Key, the number under which the SEC files a company',
  CLTV: 'combined loan-to-value ratio: all loans on the property, over its value',
  DSCR: 'debt service coverage ratio: income of the property over payments on its loan',
  PTI: 'payment-to-income ratio: the loan’s payment over the borrower’s income',
  DTI: 'debt-to-income ratio: the borrower’s debt payments over income',
  EIN: 'Employer Identification Number, given by the IRS',
  FICO: 'credit score by the method of Fair, Isaac and Company',
  LTV: 'loan-to-value ratio: the loan over the value of the property',
  WA: 'weighted average',
  WAC: 'weighted average coupon: the mortgage rate, averaged by balance',
  WALTV: 'weighted average loan-to-value ratio: the loan over the value of the property, averaged by balance',
  WAM: 'weighted average maturity: the remaining term, averaged by balance',
}

/** What the abbreviations in some words stand for, null where there are none that the field knows. */
export function spellOut(words: string): string | null {
  const found = [...new Set(words.match(/\b[A-Z]{2,5}\b/g))].filter(word => Object.hasOwn(meanings, word))
  if (found.length === 0) return null
  return found.map(word => `${word}: ${meanings[word]}`).join('. ')
}
