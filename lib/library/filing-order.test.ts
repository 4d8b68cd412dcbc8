import { describe, expect, test } from 'vitest'
import type { FilingSummary } from './deal-summary.ts'
import { byDate, nameFiling, sayUndated } from './filing-order.ts'

const filing = (sha256: string, more: Partial<FilingSummary>): FilingSummary => ({
  sha256,
  name: `${sha256}.txt`,
  bytes: 1,
  formType: '424B5',
  accession: null,
  signedOn: null,
  filedOn: null,
  period: null,
  stratifications: 1,
  printedTables: 1,
  checks: { passed: 1, failed: 0 },
  noStratifications: null,
  fetched: null,
  addedAt: '2026-01-01T00:00:00Z',
  ...more,
})

const sheet = filing('sheet', {
  formType: 'FWP',
  filedOn: '2006-06-10',
  addedAt: '2026-01-02T00:00:00Z',
})
const final = filing('final', { filedOn: '2006-06-27' })
const report = filing('report', { formType: '8-K', signedOn: '2006-06-20' })
const bare = filing('bare', { formType: null })
const deal = { filings: [final, sheet, report, bare] }

describe('the filings of a deal', () => {
  test('stand in the order in which they were filed, whichever was added first', () => {
    expect(byDate(deal.filings)).toEqual([sheet, report, final, bare])
  })
  test('of one period stand with what amends another last, then by their days, whichever was added first', () => {
    const month = { formType: 'ABS-EE', period: '2024-01-31' }
    const original = filing('original', { ...month, filedOn: '2024-02-15', addedAt: '2026-01-03T00:00:00Z' })
    const again = filing('again', { ...month, filedOn: '2024-02-20', addedAt: '2026-01-02T00:00:00Z' })
    const amended = filing('amended', { ...month, formType: 'ABS-EE/A', filedOn: '2024-03-01' })
    const undated = filing('undated', { ...month, formType: 'ABS-EE/A' })
    const alone = filing('alone', { ...month, formType: null, addedAt: '2026-01-04T00:00:00Z' })
    const rising = [alone, original, again, undated, amended]
    expect(byDate(rising)).toEqual(rising)
    expect(byDate(rising.toReversed())).toEqual(rising)
  })
  test('are named by form and the date of filing, else of signing', () => {
    expect(deal.filings.map(one => nameFiling(one, deal))).toEqual([
      '424B5 filed 27 June 2006',
      'FWP filed 10 June 2006',
      '8-K signed 20 June 2006',
      'bare.txt',
    ])
  })
  test('say which of two gives no date', () => {
    expect(sayUndated([sheet, final], deal)).toBeNull()
    expect(sayUndated([sheet, bare], deal)).toBe(
      'bare.txt gives no date, so it may be the earlier of the two.',
    )
    const other = filing('other', { formType: null })
    expect(sayUndated([bare, other], deal)).toBe(
      'Neither filing gives a date; the one that was added first is taken for the earlier.',
    )
  })
})
