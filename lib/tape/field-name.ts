/** Years are no amounts: > yearBuiltNumber 1998, not 1,998 */
export const isYear = (field: string) => /year/i.test(field)

/** Words of element names that are written in capitals, or otherwise than they are said. */
const said: Record<string, string> = {
  dti: 'DTI',
  ltv: 'LTV',
  cltv: 'CLTV',
  id: 'ID',
  fico: 'FICO',
}

/**
 * An element's name as words.
 *
 * > originalLoanAmount → Original loan amount     originalCLTVPercentage → Original CLTV percentage
 */
export function nameField(field: string): string {
  const words = field
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(' ')
    .map(word => said[word] ?? word)
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
