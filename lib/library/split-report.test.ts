import { describe, expect, it } from 'vitest'
import type { Check, FilingReport, Issue, OtherTable, Stratification } from '../report.ts'
import { inventedReport } from './invented-reader.ts'
import { printJson } from './pack-report.ts'
import { splitReport } from './split-report.ts'

const plain = inventedReport({ trust: 'Fernhill Trust 2003-2', failing: 2 }, new Uint8Array(3), 'a.txt')
const at = (line: number) => ({ line, start: 1, end: 2 })
const [someTable] = plain.stratifications
const [someCheck] = plain.checks

/** A report with a table on every tenth line, a check and an issue in each, and other tables after them. */
function largeReport(tables: number, others: number): FilingReport {
  if (!someTable || !someCheck) throw new Error('the invented report has no table')
  const order = Array.from({ length: tables }, (_, n) => n + 1)
  return {
    ...plain,
    stratifications: order.map((n): Stratification => ({ ...someTable, id: `state-${n}`, at: at(10 * n) })),
    checks: [
      { ...someCheck, stratification: null },
      ...order.map((n): Check => ({ ...someCheck, stratification: `state-${n}`, expected: n })),
    ],
    issues: [
      { code: 'a', message: 'of the filing', at: null },
      ...order.map((n): Issue => ({ code: 'a', message: `of ${n}`, at: at(10 * n + 5) })),
    ],
    otherTables: Array.from(
      { length: others },
      (_, n): OtherTable => ({ kind: 'plain', title: `${n}`, rows: [], reason: '', at: at(1_000_000 + n) }),
    ),
  }
}

describe('splitReport', () => {
  it('leaves a report whole that one page shows', () => {
    const report = largeReport(100, 2000)
    expect(splitReport(report)).toEqual([{ report, from: { line: 0, start: 0 }, tablesBefore: 0 }])
  })

  it('keeps every table, check and issue, once and in order, with the tables they are of', () => {
    const report = largeReport(250, 2100)
    const parts = splitReport(report)
    expect(parts.map(({ tablesBefore, from }) => [tablesBefore, from.line])).toEqual([
      [0, 0],
      [100, 1010],
      [200, 2010],
      [250, 1_002_000],
    ])
    for (const key of ['stratifications', 'checks', 'issues', 'otherTables'] as const)
      expect(parts.flatMap((part): unknown[] => part.report[key])).toEqual(report[key])
    expect(parts[1]?.report.checks.map(({ expected }) => expected)).toEqual(
      parts[1]?.report.stratifications.map((_, n) => 101 + n),
    )
    expect(parts.map(part => part.report.documents.length)).toEqual([1, 0, 0, 0])
  })
})

describe('printJson', () => {
  it.each([
    ['an ordinary report', plain],
    ['a large one', largeReport(250, 3)],
    ['an empty object', {}],
    ['empty lists', { a: [], b: { c: [] }, d: null, e: 'é"\\' }],
  ])('prints what JSON.stringify prints: %s', (_, value) => {
    expect([...printJson(value)].join('')).toBe(JSON.stringify(value))
  })
})
