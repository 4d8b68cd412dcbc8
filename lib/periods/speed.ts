import type { TapeFacts } from '../report.ts'

/** How fast loans are prepaid, in percent of what could be: of a month, and of a year at that speed. Or why nothing proves it. */
export type Speed = { smmPct: number; cprPct: number } | { reason: NoSpeed }
type NoSpeed = 'no-filing' | 'no-element' | 'not-every-loan' | 'not-a-month' | 'no-balance' | 'below-nothing'

const hundred = 100
const monthsOfYear = 12
/**
 * A period of payments from the twelfth to the eleventh, or from the first to the last of a month, has so many days. A day of
 * determination that is no day of business is put off by up to three, at either end of the period.
 */
const daysOfMonth = { least: 25, most: 35 }
const dayMs = 86_400_000

/** Is the period a month long? A quarter's prepayments are no month's. */
function isMonth({ asOf, period: { from } }: TapeFacts): boolean {
  if (asOf === null || from === null) return false
  const days = (Date.parse(asOf) - Date.parse(from)) / dayMs + 1
  return days >= daysOfMonth.least && days <= daysOfMonth.most
}

/**
 * The single monthly mortality and the conditional prepayment rate: unscheduled principal over the balance at the beginning less
 * scheduled principal. Only where every loan tells all three, for the loans that do not would count as not prepaid.
 */
export function speedOf(tape: TapeFacts): Speed {
  const { amounts, loans } = tape.period
  const { beginning, scheduled, unscheduled } = amounts
  if (!beginning || !scheduled || !unscheduled) return { reason: 'no-element' }
  if ([beginning, scheduled, unscheduled].some(one => one.loans < loans)) return { reason: 'not-every-loan' }
  if (!isMonth(tape)) return { reason: 'not-a-month' }
  const could = beginning.cents - scheduled.cents
  if (could <= 0) return { reason: 'no-balance' }
  const share = unscheduled.cents / could
  if (share < 0 || share > 1) return { reason: 'below-nothing' }
  return { smmPct: share * hundred, cprPct: (1 - (1 - share) ** monthsOfYear) * hundred }
}

/** Why a month has no speed, as a sentence. */
export const noSpeedSays: Readonly<Record<NoSpeed, string>> = {
  'no-filing': 'No filing of the deal reports this month.',
  'no-element': 'The loans do not tell scheduled and unscheduled principal apart, so no speed is computed.',
  'not-every-loan':
    'Not every loan tells its balance, scheduled and unscheduled principal, so no speed is computed.',
  'not-a-month': 'The period is not told, or is no month, so no speed is computed.',
  'no-balance': 'No balance was left to be prepaid.',
  'below-nothing':
    'The unscheduled principal is below nothing, or above the balance, so no speed is computed.',
}
