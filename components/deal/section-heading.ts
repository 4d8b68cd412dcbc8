import type { Stratification } from '@/lib/report.ts'

const shortNames: Record<string, string> = {
  state: 'State',
  documentation: 'Documentation',
  'property-type': 'Property type',
  'mortgage-rate': 'Mortgage rate',
  purpose: 'Purpose',
  'original-ltv': 'Original LTV',
  'combined-ltv': 'Combined LTV',
  'credit-score': 'Credit score',
  occupancy: 'Occupancy',
  'current-balance': 'Current balance',
  'original-balance': 'Original balance',
  'remaining-term': 'Remaining term',
  'original-term': 'Original term',
  dti: 'DTI',
  'postal-code': 'Postal code',
}

/** A table's name for the index: short, from its dimension; from its printed title when the dimension is not known. */
export function shortName({ dimension, title }: Pick<Stratification, 'dimension' | 'title'>): string {
  if (dimension === null) return title
  const words = dimension.replaceAll('-', ' ')
  return shortNames[dimension] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

/** The title with its loan group, unless the title already names it. */
export function fullTitle({ title, loanGroup }: Pick<Stratification, 'title' | 'loanGroup'>): string {
  if (loanGroup === null || title.toLowerCase().includes(loanGroup.toLowerCase())) return title
  return `${title}, ${loanGroup}`
}
