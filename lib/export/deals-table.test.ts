import { expect, it } from 'vitest'
import { filingFacts } from '../library/filing-facts.ts'
import { summarizeDeal } from '../library/summarize-deal.ts'
import { inventedReport } from '../testing/invented-reader.ts'
import { formatCsv } from './csv.ts'
import { dealsTable } from './deals-table.ts'

it('has a row for each deal, its figures typed and its texts guarded', () => {
  const invented = {
    trust: '=Fernhill Trust 2003-2',
    depositor: 'Fernhill',
    signedOn: '2003-01-31',
    wacPct: 7.5,
  }
  const report = inventedReport(invented, new Uint8Array(3), 'a.txt')
  const kept = {
    sha256: 'a'.repeat(64),
    name: 'a.txt',
    addedAt: '2026-01-01T00:00:00Z',
    searchText: '',
    fetched: null,
  }
  const marks = { givenName: null, tags: ['ARM', 'watch'] }
  const deal = summarizeDeal('fernhill', [{ ...kept, facts: filingFacts(report) }], marks)
  const [header = '', row, end] = formatCsv(dealsTable([deal], 'https://strata.test')).split('\r\n')
  expect(header.split(',').slice(0, 6)).toEqual([
    '\ufeffDeal',
    'Name by its filings',
    'Series',
    'Depositor',
    'Signed',
    'Balance (USD)',
  ])
  expect(row).toBe(
    `'=Fernhill Trust 2003-2,,,Fernhill,2003-01-31,10000000.00,40,250000.00,7.5,gross,,,CA,75,2,1,0,1,"ARM, watch",,,https://strata.test/deals/fernhill`,
  )
  expect(end).toBe('')
})
