import { expect, it } from 'vitest'
import { listedSource } from '../../testing/book-of-report.ts'
import { inventedReport } from '../../testing/invented-reader.ts'
import { dealsSheet, type ListedSource } from './deals-sheet.ts'

const fills = (sources: ListedSource[], header: string) => {
  const { rows } = dealsSheet(sources)
  const column = rows[2]?.findIndex(cell => cell?.value === header) ?? -1
  return rows.slice(3).map(row => row[column]?.look?.fill ?? 'none')
}

it('puts a figure on which a check fails on red, and what has it as a part or a weight', () => {
  const plain = listedSource(
    inventedReport({ trust: 'Fernhill Trust 2003-2', wacPct: 7.5 }, new Uint8Array(3), 'a.txt'),
    'one',
  )
  const { report } = plain
  const failing = { code: 'total-is-the-same-in-every-table', outcome: 'fail' } as const
  const pool = report.pool.map(group => ({
    ...group,
    figures: group.figures.map(figure => (figure.id === 'balance' ? { ...figure, check: failing } : figure)),
  }))
  const wrong = { ...plain, report: { ...report, pool } }
  expect(fills([plain, plain], 'Balance (USD)')).toEqual(['none', 'none', 'none'])
  expect(fills([plain, wrong], 'Balance (USD)')).toEqual(['none', 'fault', 'fault'])
  expect(fills([plain, wrong], 'Loans')).toEqual(['none', 'none', 'none'])
  expect(fills([plain, wrong], 'WAC')).toEqual(['none', 'none', 'fault'])
})
