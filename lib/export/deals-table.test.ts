import { expect, it } from 'vitest'
import type { DealSummary } from '../library/deal-summary.ts'
import { filingFacts } from '../library/filing-facts.ts'
import { summarizeDeal } from '../library/summarize-deal.ts'
import { inventedReport } from '../testing/invented-reader.ts'
import { formatCsv } from './csv.ts'
import { dealsTable } from './deals-table.ts'

const invented = {
  trust: '=Fernhill Trust 2003-2',
  depositor: 'Fernhill',
  signedOn: '2003-01-31',
  wacPct: 7.5,
}
const kept = {
  sha256: 'a'.repeat(64),
  name: 'a.txt',
  addedAt: '2026-01-01T00:00:00Z',
  searchText: '',
  fetched: null,
}
const inventedDeal = summarizeDeal(
  'fernhill',
  [{ ...kept, facts: filingFacts(inventedReport(invented, new Uint8Array(3), 'a.txt')) }],
  { givenName: null, tags: ['ARM', 'watch'] },
)

it('has a row for each deal, its figures typed and its texts guarded', () => {
  const [header = '', row, end] = formatCsv(dealsTable([inventedDeal], 'https://strata.test')).split('\r\n')
  expect(header.split(',').slice(0, 6)).toEqual([
    '\ufeffDeal',
    'Name by its filings',
    'Series',
    'Depositor',
    'Signed',
    'Balance (USD)',
  ])
  expect(row).toBe(
    `'=Fernhill Trust 2003-2,,,Fernhill,2003-01-31,10000000.00,40,250000.00,7.5,gross,,,,0,80,,,,CA,75,2,1,0,1,"ARM, watch",,,https://strata.test/deals/fernhill`,
  )
  expect(end).toBe('')
})

it('gives the least and the most of an average that no filing states', () => {
  const figures = { wacPct: null, waltvPct: null, wamMonths: 340, bounds: { waltvPct: [69.985, 77.44] } }
  const [header = '', row = ''] = formatCsv(
    dealsTable([{ ...inventedDeal, ...figures }] as DealSummary[], 'https://strata.test'),
  ).split('\r\n')
  const cellOf = (name: string) => row.split(',')[header.split(',').indexOf(name)]
  expect(['WALTV (%)', 'WALTV at least (%)', 'WALTV at most (%)'].map(cellOf)).toEqual([
    '',
    '69.985',
    '77.44',
  ])
  expect(['WAM (months)', 'WAM at least (months)', 'WAM at most (months)'].map(cellOf)).toEqual([
    '340',
    '',
    '',
  ])
})
