import { shares } from '../checks/percent-shares.ts'
import { formatMoney } from '../format/money.ts'
import { formatCount, formatDecimal } from '../format/numbers.ts'
import type { Check, FilingReport, Stratification } from '../report.ts'
import { type CheckFigures, formatCheck, withUnit } from './check-figures.ts'
import { sayWording } from './name-check.ts'
import { nameTable } from './names.ts'

/** From which figure a check is looked at: a row of the table, its total, or neither (a statistic, a footnote). */
export type Viewpoint = { row: number | 'total' | null; measure: string | null }

type Told = {
  report: FilingReport
  check: Check
  figures: CheckFigures
  table: Stratification | null
  from: Viewpoint
}

/**
 * What a check says about a figure, in half a sentence that follows its tick or cross:
 *
 * > 50.35% printed beside it; 113,346,210.62 ÷ 225,112,214.21 is 50.351%
 * > counted in the column total at line 116
 */
export function sayCheck(report: FilingReport, check: Check, from: Viewpoint): string {
  const table = report.stratifications.find(({ id }) => id === check.stratification) ?? null
  const told = { report, check, figures: formatCheck(report, check), table, from }
  return (sentences[check.code] ?? sayPlainly)(told)
}

const sentences: Record<string, (told: Told) => string> = {
  'column-adds-up-to-total': told => sayColumn(told, 'the column total', sayRowsSum(told)),
  'weighted-average-matches-rows': told =>
    sayColumn(told, 'the average of the column', `the rows average ${told.figures.found}`),
  'row-percent-matches-balance': sayRowPercent,
  'total-is-the-same-in-every-table': saySameTotal,
  'average-balance-matches-row': sayAverage,
  'row-average-is-inside-its-range': sayRange,
  'groups-add-up-to-aggregate': sayGroups,
  'stated-figure-matches-the-rows': sayStated,
}

/** From a row: where it counts. From the total row itself: what the rows give. */
function sayColumn({ check, figures, from }: Told, column: string, rowsGive: string): string {
  const off = check.outcome === 'fail'
  if (from.row !== 'total') {
    return `counted in ${column} at line ${check.at.line}${off ? `, which is off by ${figures.difference}` : ''}`
  }
  if (off) return `${rowsGive}, ${figures.difference} from what is printed`
  return check.found === check.expected ? rowsGive : `${rowsGive}, ${figures.allowed} allowed`
}

function sayRowsSum({ figures, table }: Told): string {
  const rows = table?.buckets.length ?? 0
  return rows === 1 ? `the one row gives ${figures.found}` : `the ${rows} rows add up to ${figures.found}`
}

function sayRowPercent({ check, figures, table, from }: Told): string {
  const division = sayDivision(check, table) ?? 'its share of the whole'
  const result = `${division} is ${withUnit(sayShare(check, figures), figures.unit)}`
  const printed = withUnit(figures.printed, figures.unit)
  if (from.measure !== check.measure) return `${printed} printed beside it; ${result}`
  return check.outcome === 'pass' ? result : `${result}, not ${printed}`
}

/** One decimal more than printed, unless it takes more to see that the check fails. */
function sayShare(check: Check, figures: CheckFigures): string {
  const decimals = figures.printed.split('.')[1]?.length ?? 0
  return check.outcome === 'pass' ? formatDecimal(check.found, decimals + 1) : figures.found
}

/** The division behind a row's percent, only when the table's own figures do give what the check found. */
function sayDivision(check: Check, table: Stratification | null): string | null {
  const of = shares.find(({ percent }) => percent === check.measure)?.of
  const part = of && table?.buckets[check.bucket ?? -1]?.values[of]
  const whole = of && table?.total?.values[of]
  if (!part || !whole || Math.abs((part / whole) * 100 - check.found) > 1e-6) return null
  const say = of === 'balanceCents' ? formatMoney : formatCount
  return `${say(part)} ÷ ${say(whole)}`
}

function saySameTotal({ report, check, figures }: Told): string {
  const reference = report.stratifications.find(({ id }) => id === check.reference)
  const at = check.measure ? reference?.total?.places[check.measure] : undefined
  const where = reference
    ? `in ${nameTable(reference)}${at ? `, line ${at.line}` : ''}`
    : 'in the other tables'
  return check.outcome === 'pass'
    ? `the same total ${where}`
    : `the total ${where} is ${withUnit(figures.found, figures.unit)}, ${figures.difference} from this`
}

function sayAverage({ check, figures }: Told): string {
  const found = withUnit(figures.found, figures.unit)
  return `balance over loans is ${found}${check.outcome === 'pass' ? '' : `, not ${withUnit(figures.printed, figures.unit)}`}`
}

function sayRange({ check, figures }: Told): string {
  const lies = check.outcome === 'pass' ? 'lies inside' : 'lies outside'
  const loan = check.measure === 'balanceCents' ? ' a loan' : ''
  return `${withUnit(figures.printed, figures.unit)}${loan} ${lies} the row’s range, ${figures.allowed}`
}

function sayGroups({ check, figures }: Told): string {
  const sum = `the loan groups add up to ${figures.found}`
  return check.outcome === 'pass' ? sum : `${sum}, ${figures.difference} from what is printed`
}

function sayStated({ check, figures }: Told): string {
  if (check.bounds) {
    return `the rows allow ${figures.allowed}${check.outcome === 'pass' ? '' : `, not ${figures.printed}`}`
  }
  return `recomputed from the rows: ${withUnit(figures.found, figures.unit)}, ${figures.allowed} allowed`
}

function sayPlainly({ check, figures }: Told): string {
  return `${sayWording(check.code)}: printed ${figures.printed}, found ${figures.found}, allowed ${figures.allowed}`
}
