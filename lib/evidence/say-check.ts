import { formatMoney } from '../format/money.ts'
import { checkWording } from '../issues.ts'
import type { Check, FilingReport, Stratification } from '../report.ts'
import { type CheckFigures, formatCheck, withUnit } from './check-figures.ts'

/** From which figure a check is looked at: a row of the table, its total, or neither (a statistic, a footnote). */
export type Viewpoint = { row: number | 'total' | null; measure: string | null }

type Told = { check: Check; figures: CheckFigures; table: Stratification | null; from: Viewpoint }

/**
 * What a check says about a figure, in half a sentence that follows its tick or cross:
 *
 * > 50.35% printed beside it; 113,346,210.62 ÷ 225,112,214.21 is 50.351%
 * > counted in the column total at line 116
 */
export function sayCheck(report: FilingReport, check: Check, from: Viewpoint): string {
  const table = report.stratifications.find(({ id }) => id === check.stratification) ?? null
  const told = { check, figures: formatCheck(report, check), table, from }
  return (sentences[check.code] ?? sayPlainly)(told)
}

const sentences: Record<string, (told: Told) => string> = {
  'column-adds-up-to-total': sayColumn,
  'row-percent-matches-balance': sayRowPercent,
  'total-is-the-same-in-every-table': saySameTotal,
  'row-average-is-inside-its-range': sayRowAverage,
  'stated-figure-matches-the-rows': sayStated,
}

function sayColumn({ check, figures, table, from }: Told): string {
  const off = check.outcome === 'fail'
  if (from.row !== 'total') {
    const missed = off ? `, which the rows miss by ${figures.difference}` : ''
    return `counted in the column total at line ${check.at.line}${missed}`
  }
  const rows =
    table?.buckets.length === 1 ? 'the one row gives' : `the ${table?.buckets.length} rows add up to`
  const slack = !off && check.found !== check.expected ? `, ${figures.allowed} allowed` : ''
  return `${rows} ${figures.found}${off ? `, ${figures.difference} from what is printed` : slack}`
}

function sayRowPercent({ check, figures, table, from }: Told): string {
  const found =
    Number(check.found.toFixed(3)).toString() === figures.printed ? figures.printed : trimTo(check, figures)
  const division = sayDivision(check, table) ?? 'its share of the total'
  const result = `${division} is ${withUnit(found, figures.unit)}`
  return from.measure === check.measure
    ? `${result}${check.outcome === 'pass' ? '' : `, not ${withUnit(figures.printed, figures.unit)}`}`
    : `${withUnit(figures.printed, figures.unit)} printed beside it; ${result}`
}

/** One decimal more than printed, unless it takes more to see that the check fails. */
function trimTo(check: Check, figures: CheckFigures): string {
  const decimals = figures.printed.split('.')[1]?.length ?? 0
  return check.outcome === 'pass' ? check.found.toFixed(decimals + 1) : figures.found
}

/** The division behind a row's percent, only when its printed terms do give what the check found. */
function sayDivision(check: Check, table: Stratification | null): string | null {
  const part = table?.buckets[check.bucket ?? -1]?.values.balanceCents
  const whole = table?.total?.values.balanceCents
  if (!part || !whole || Math.abs((part / whole) * 100 - check.found) > 1e-6) return null
  return `${formatMoney(part)} ÷ ${formatMoney(whole)}`
}

function saySameTotal({ check, figures }: Told): string {
  return check.outcome === 'pass'
    ? 'the same total in the other tables of the pool'
    : `another table of the pool totals ${withUnit(figures.found, figures.unit)}, ${figures.difference} from this`
}

function sayRowAverage({ check, figures }: Told): string {
  const lies = check.outcome === 'pass' ? 'lies inside' : 'lies outside'
  return `${withUnit(figures.printed, figures.unit)} a loan ${lies} the row’s range, ${figures.allowed}`
}

function sayStated({ check, figures }: Told): string {
  if (check.bounds) {
    return `the rows allow ${figures.allowed}${check.outcome === 'pass' ? '' : `, not ${figures.printed}`}`
  }
  return `recomputed from the rows: ${withUnit(figures.found, figures.unit)}, ${figures.allowed} allowed`
}

function sayPlainly({ check, figures }: Told): string {
  const wording = Object.entries(checkWording).find(([code]) => code === check.code)?.[1] ?? check.code
  return `${wording}: printed ${figures.printed}, found ${figures.found}, allowed ${figures.allowed}`
}
