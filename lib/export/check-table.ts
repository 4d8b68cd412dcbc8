import { findStatistic } from '../evidence/find-statistic.ts'
import { sayWording } from '../evidence/name-check.ts'
import { rowName } from '../format/index.ts'
import type { Check, FilingReport, Unit } from '../report.ts'
import {
  type Cell,
  type ExportTable,
  figureCell,
  placeCells,
  placeHeaders,
  textCell,
  unitName,
} from './export-table.ts'

/** Every check of a filing, the failing ones first: what is printed, what was found, and how far they may differ. */
export function checkTable(report: FilingReport): ExportTable {
  const failing = report.checks.filter(check => check.outcome === 'fail')
  const passing = report.checks.filter(check => check.outcome === 'pass')
  const headers = [
    'Outcome',
    'Check',
    'Table',
    'Row',
    'Column',
    'Printed',
    'Found',
    'Difference',
    'Allowed',
    'Unit',
  ]
  return {
    headers: [...headers, ...placeHeaders],
    rows: [...failing, ...passing].map(check => checkRow(report, check)),
  }
}

function checkRow(report: FilingReport, check: Check): Cell[] {
  const table = report.stratifications.find(({ id }) => id === check.stratification)
  const column = table?.columns.find(({ measure }) => measure === check.measure)
  const statistic = findStatistic(report, check)
  const unit = column?.unit ?? statistic?.unit ?? null
  const row = check.bucket === null ? undefined : table?.buckets[check.bucket]
  return [
    { text: check.outcome },
    textCell(sayWording(check.code)),
    textCell(table?.title),
    textCell(row && rowName(row)),
    textCell(column?.header ?? statistic?.id),
    ...amounts(check, unit),
    textCell(unitName(unit)),
    ...placeCells(check.at),
  ]
}

function amounts({ expected, found, tolerance }: Check, unit: Unit | null): Cell[] {
  return [expected, found, found - expected, tolerance].map(amount => exactCell(amount, unit))
}

/** Tolerances may be parts of a cent, so money is not cut to cents here; binary noise beyond a billionth is. */
function exactCell(amount: number, unit: Unit | null): Cell {
  const value = unit === 'cents' ? amount / 100 : amount
  return figureCell(Number(value.toFixed(9)), null, null)
}
