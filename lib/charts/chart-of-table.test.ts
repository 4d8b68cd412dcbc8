import { describe, expect, it } from 'vitest'
import { failingCells } from '../evidence/failing-cells.ts'
import { findFixtures, runFixture } from '../fixtures/run-fixture.ts'
import type { Check, FilingReport, Stratification } from '../report.ts'
import { inventReport } from '../testing/invented-report.ts'
import { chartModel } from './chart-model.ts'
import { chartOfTable } from './chart-of-table.ts'
import { type ChartSource, chartSource } from './chart-source.ts'
import { drawChart, figureWidths } from './draw-chart.ts'
import { packTable } from './pack-table.ts'
import { figuresOf, placesOfRow, unpackTable } from './packed-table.ts'
import { stillOf } from './still.ts'

function drawNarrow(source: ChartSource) {
  return stillOf(drawChart(chartModel(source, 'percent'), figureWidths.narrow))
}

/** Every check of a table failing, so that cells have something to say. */
function failing({ checks }: FilingReport, { id }: Stratification): Check[] {
  return checks.filter(one => one.stratification === id).map(one => ({ ...one, outcome: 'fail' as const }))
}

describe('a table as it travels', () => {
  it.each(findFixtures())('draws the chart that the report gives: %s', name => {
    const { report } = runFixture(name)
    for (const table of report.stratifications) {
      const fails = failingCells(report, table, failing(report, table))
      const given = chartSource(table, report.statistics, fails)
      const drawn = chartOfTable(unpackTable(packTable(table, report.statistics, { fails })))
      expect(drawn).toEqual(given)
      if (drawn && given.rows.length > 0) expect(drawNarrow(drawn)).toEqual(drawNarrow(given))
    }
  })

  const report = inventReport()
  const [table] = report.stratifications
  if (!table) throw new Error('the invented filing has a table')

  it('gives figures by measure and where they lead', () => {
    const packed = unpackTable(packTable(table, report.statistics))
    expect(figuresOf(packed, 'loanCount')).toEqual([30, 20])
    expect(figuresOf(packed, 'waDtiPct')).toEqual([null, null])
    expect(placesOfRow(packed, 0).get('loanCount')).toMatch(/^12:\d+-\d+$/)
    expect(placesOfRow(packed, 9).size).toBe(0)
  })

  it('carries what was noted on its figures, and nothing of other places', () => {
    const at = placesOfRow(unpackTable(packTable(table, [])), 0).get('loanCount') ?? ''
    const noted = new Map([
      [at, 'Asked the trustee'],
      ['999:1-2', 'Elsewhere'],
    ])
    expect(unpackTable(packTable(table, [], { noted })).noted).toEqual({ [at]: 'Asked the trustee' })
    expect(unpackTable(packTable(table, [])).noted).toBeUndefined()
  })

  it('carries the scale that its chart shares with others', () => {
    const scale = { x: { from: 0, to: 9 }, perWidth: 3, tops: { percent: 80 }, limits: {} }
    expect(chartOfTable(unpackTable(packTable(table, [], { scale })))?.scale).toEqual(scale)
  })

  it('has no chart where it is only some of its rows', () => {
    const cut = { ...table, cut: { rows: 900, rowsBefore: 0, columns: 3, columnsBefore: 0 } }
    expect(chartOfTable(unpackTable(packTable(cut, report.statistics)))).toBeNull()
  })

  it('keeps a label that would end a script', () => {
    const [first, ...rest] = table.buckets
    if (!first) throw new Error('no row')
    const label = 'A “quoted” </script> label, with a\nbreak'
    const packed = packTable({ ...table, buckets: [{ ...first, label }, ...rest] }, [])
    expect(packed).not.toContain('\n')
    expect(unpackTable(packed).rows[0]?.[1]).toBe(label)
  })
})
