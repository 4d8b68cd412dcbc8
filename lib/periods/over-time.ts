import type { LoanStatus, PeriodAmount, TapeFacts } from '../report.ts'
import { periodsBetween } from '../trends/index.ts'
import { type Speed, speedOf } from './speed.ts'

/** A filing of a deal with what is kept of its loans, and how people call it. */
export type MonthFiling = { sha256: string; name: string; tape: TapeFacts }

/** A sum of the loans that tell it, in cents; `ofAll` where each loan of the exhibit does. */
export type Told = { cents: number; loans: number; ofAll: boolean }

/** Of the loans that something is left of, those of a status: its share of the balance where each of them tells that, in percent. */
export type StatusShare = {
  loans: number
  balanceCents: number | null
  balancePct: number | null
  loansPct: number
}

/** A month of a deal's loans. What is null is not reported. */
export type MonthOfDeal = {
  /** As `2024-06`. */
  month: string
  /** Null of a month between others that no filing reports. */
  filing: MonthFiling | null
  /** Others that report the same month, of which none is counted. */
  alsoIn: readonly MonthFiling[]
  /** Loans that something is left of at the end. */
  loans: number | null
  amounts: Readonly<Record<PeriodAmount, Told | null>>
  statuses: ReadonlyMap<LoanStatus | 'untold', StatusShare> | null
  left: TapeFacts['period']['left']
  speed: Speed
  /** How far its beginning lies from the end of the month before, in cents; null where either is not told. */
  gapCents: number | null
}

/** A deal's loans month by month, the earliest first; filings that say no period stand apart. */
export type OverTime = { months: MonthOfDeal[]; undated: MonthFiling[] }

const hundred = 100
const sharePct = (part: number, whole: number) => (whole > 0 ? (part / whole) * hundred : 0)

function toldOf({ period }: TapeFacts, amount: PeriodAmount): Told | null {
  const sum = period.amounts[amount]
  return sum && { cents: sum.cents, loans: sum.loans, ofAll: sum.loans === period.loans }
}

function amountsOf(tape: TapeFacts): MonthOfDeal['amounts'] {
  return {
    beginning: toldOf(tape, 'beginning'),
    end: toldOf(tape, 'end'),
    scheduled: toldOf(tape, 'scheduled'),
    unscheduled: toldOf(tape, 'unscheduled'),
    collected: toldOf(tape, 'collected'),
    losses: toldOf(tape, 'losses'),
    recovered: toldOf(tape, 'recovered'),
  }
}

const nothingTold: MonthOfDeal['amounts'] = {
  beginning: null,
  end: null,
  scheduled: null,
  unscheduled: null,
  collected: null,
  losses: null,
  recovered: null,
}

function statusesOf({ period: { statuses } }: TapeFacts): MonthOfDeal['statuses'] {
  if (statuses === null) return null
  const { rows, untold, untoldCents } = statuses
  const all = [
    ...rows.map(({ status, loans, balanceCents }) => ({ key: status, loans, balanceCents })),
    ...(untold > 0 ? [{ key: 'untold' as const, loans: untold, balanceCents: untoldCents }] : []),
  ]
  const loans = all.reduce((sum, row) => sum + row.loans, 0)
  const isWhole = all.every(({ balanceCents }) => balanceCents !== null)
  const balance = isWhole ? all.reduce((sum, row) => sum + (row.balanceCents ?? 0), 0) : null
  return new Map(
    all.map(row => [
      row.key,
      {
        loans: row.loans,
        balanceCents: row.balanceCents,
        balancePct: balance === null ? null : sharePct(row.balanceCents ?? 0, balance),
        loansPct: sharePct(row.loans, loans),
      },
    ]),
  )
}

function monthOf(month: string, filings: readonly MonthFiling[], before: MonthOfDeal | null): MonthOfDeal {
  const filing = filings.at(-1) ?? null
  if (filing === null)
    return {
      month,
      filing: null,
      alsoIn: [],
      loans: null,
      amounts: nothingTold,
      statuses: null,
      left: null,
      speed: { reason: 'no-filing' },
      gapCents: null,
    }
  const { tape } = filing
  const amounts = amountsOf(tape)
  const [ended, begins] = [before?.amounts.end, amounts.beginning]
  return {
    month,
    filing,
    alsoIn: filings.slice(0, -1),
    loans: tape.loans,
    amounts,
    statuses: statusesOf(tape),
    left: tape.period.left,
    speed: speedOf(tape),
    gapCents: ended?.ofAll && begins?.ofAll ? begins.cents - ended.cents : null,
  }
}

/** So many months without a filing between two others are listed one by one; a longer gap would be most of the page. */
const mostMonths = 600

/**
 * The filings of a deal that hold its loans, a month each by the end of the period that they report; of several for one month the
 * last counts, and the others are named. Months between that no filing reports are there, and empty.
 */
export function orderMonths(filings: readonly MonthFiling[]): OverTime {
  const dated = filings.filter(({ tape }) => tape.asOf !== null)
  const byMonth = Map.groupBy(dated, ({ tape }) => (tape.asOf ?? '').slice(0, 'YYYY-MM'.length))
  const known = [...byMonth.keys()].sort()
  const [first, last] = [known[0], known.at(-1)]
  const undated = filings.filter(({ tape }) => tape.asOf === null)
  if (first === undefined || last === undefined) return { months: [], undated }
  const between = periodsBetween(`${first}-01`, `${last}-01`, 'month').map(({ key }) => key)
  const months: MonthOfDeal[] = []
  for (const month of between.length > mostMonths ? known : between)
    months.push(monthOf(month, byMonth.get(month) ?? [], months.at(-1) ?? null))
  return { months, undated }
}
