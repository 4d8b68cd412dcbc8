import { findDimension } from '../dimensions/index.ts'
import { rowName } from '../format/index.ts'
import { findMeasure } from '../measures/index.ts'
import type { Stratification } from '../report.ts'
import { nameGroup } from './loan-groups.ts'

const statisticNames = new Map<string, string>(
  Object.entries({
    wac: 'WAC, gross',
    'net-wac': 'WAC, net',
    waltv: 'WALTV',
    wam: 'WAM',
    'wa-cltv': 'WA CLTV',
    'wa-dti': 'WA DTI',
    'average-balance': 'Average balance',
    'pool-balance': 'Pool balance',
    'loan-count': 'Loans',
    'largest-postal-code-pct': 'Largest postal code',
    'other-state-count': 'States not named',
  }),
)

/** What people call a statistic; an id without a name of its own is read as words. */
export function nameStatistic(id: string): string {
  return statisticNames.get(id) ?? sayId(id)
}

/** What a table splits the pool by, else its title as printed. */
export function nameSplit({ dimension, title }: Pick<Stratification, 'dimension' | 'title'>): string {
  return findDimension(dimension)?.name ?? title
}

type TableName = Pick<Stratification, 'dimension' | 'title' | 'loanGroup'>

/** A table in short: what it splits the pool by, else its title as printed, with its loan group. */
export function nameTable({ dimension, title, loanGroup }: TableName): string {
  const name = findDimension(dimension)?.name
  if (!name) return titleTable({ title, loanGroup })
  return loanGroup === null ? name : `${name}, ${nameGroup(loanGroup)}`
}

/** A table by its title as printed, with its loan group unless the title names it. */
export function titleTable({ title, loanGroup }: Pick<TableName, 'title' | 'loanGroup'>): string {
  if (loanGroup === null || title.toLowerCase().includes(loanGroup.toLowerCase())) return title
  return `${title}, ${nameGroup(loanGroup)}`
}

/** The kind of a table that is no stratification, in words. */
export function nameKind(kind: string): string {
  return sayId(kind)
}

/** A column of a table in short, else by its heading as printed. */
export function nameMeasure(table: Pick<Stratification, 'columns'>, measure: string): string {
  const header = table.columns.find(column => column.measure === measure)?.header
  return findMeasure(measure)?.name ?? header ?? measure
}

/** A row of a table: its label as printed, behind the heading of its group, or Total. */
export function nameRow(table: Stratification, row: number | 'total'): string {
  if (row === 'total') return table.total?.label ?? 'Total'
  const bucket = table.buckets[row]
  return bucket === undefined ? '' : rowName(bucket)
}

function sayId(id: string): string {
  const words = id.replace(/^wa-/, 'WA ').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
