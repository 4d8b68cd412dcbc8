import type { Column, Unit } from '@/lib/report.ts'

/** What stands over a column: short, with the unit, for cells carry none. */
const headings: Record<string, string> = {
  loanCount: 'Loans',
  countPct: '% of loans',
  balanceCents: 'Balance, $',
  balancePct: '% of balance',
  averageBalanceCents: 'Average, $',
  waRatePct: 'WA rate, %',
  waRemainingTermMonths: 'WA term, months',
  waOriginalTermMonths: 'WA original term, months',
  waCreditScore: 'WA score',
  waLtvPct: 'WA LTV, %',
  waCltvPct: 'WA CLTV, %',
  waDtiPct: 'WA DTI, %',
  waMarginPct: 'WA margin, %',
  waLoanAgeMonths: 'WA age, months',
  fullDocPct: '% full doc',
  ownerOccupiedPct: '% owner occupied',
}

const unitSuffix: Partial<Record<Unit, string>> = { cents: ', $', percent: ', %', months: ', months' }

/** Heading of a column; a measure without a short one keeps what the filing prints over it, with the unit added. */
export function headColumn({ measure, header, unit }: Column): string {
  const short = measure === null ? undefined : headings[measure]
  if (short) return short
  const suffix = unit === null || /[%$]|\bmonths?\b/i.test(header) ? '' : (unitSuffix[unit] ?? '')
  return `${header}${suffix}`
}

/** A column that was read: its measure is known, and so its cells have values. */
export type ReadColumn = Column & { measure: string }

export function isRead(column: Column): column is ReadColumn {
  return column.measure !== null
}
