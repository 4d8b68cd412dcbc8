import { findDimension } from '@/lib/dimensions/index.ts'
import type { Stratification } from '@/lib/report.ts'

/** A table's name for the index: short, from its dimension; its printed title when the dimension is not known. */
export function shortName({ dimension, title }: Pick<Stratification, 'dimension' | 'title'>): string {
  return findDimension(dimension)?.name ?? title
}

/** The title with its loan group, unless the title already names it. */
export function fullTitle({ title, loanGroup }: Pick<Stratification, 'title' | 'loanGroup'>): string {
  if (loanGroup === null || title.toLowerCase().includes(loanGroup.toLowerCase())) return title
  return `${title}, ${loanGroup}`
}
