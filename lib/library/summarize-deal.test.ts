import { describe, expect, it } from 'vitest'
import type { FilingReport } from '../report.ts'
import { type InventedFiling, inventedBytes, inventedReport } from '../testing/invented-reader.ts'
import { filingFacts } from './filing-facts.ts'
import { summarizeDeal } from './summarize-deal.ts'

function nameOf(filing: InventedFiling, submission: FilingReport['submission'] = null): string {
  const report = inventedReport(filing, inventedBytes(filing), 'filing.txt')
  const facts = filingFacts({ ...report, submission })
  const one = {
    sha256: 'a'.repeat(64),
    name: 'filing.txt',
    addedAt: '2026-01-01T00:00:00Z',
    searchText: '',
    fetched: null,
    facts,
  }
  return summarizeDeal('filing-aaaaaaaa', [one]).name
}

describe('a deal is called', () => {
  it('by its trust, else by depositor and series', () => {
    expect(nameOf({ trust: 'Larkspur Trust 2004-1', depositor: 'Larkspur Funding' })).toBe(
      'Larkspur Trust 2004-1',
    )
    expect(nameOf({ depositor: 'Larkspur Funding', series: '2004-1' })).toBe(
      'Larkspur Funding, Series 2004-1',
    )
  })

  it('by depositor, form and date where it names neither', () =>
    expect(nameOf({ depositor: 'Larkspur Funding', signedOn: '2004-04-14' })).toBe(
      'Larkspur Funding, 8-K of 14 April 2004',
    ))

  it('by who filed it, form and date of its header where the filing itself names nobody', () => {
    const submission = {
      accession: '0001234567-03-000001',
      formType: '8-K',
      filedOn: '2003-07-15',
      periodOfReport: null,
      companies: [
        { name: 'MARIGOLD FUNDING INC', cik: null, ein: null, sic: null, fileNumber: null, role: null },
      ],
    }
    expect(nameOf({}, submission)).toBe('MARIGOLD FUNDING INC, 8-K of 15 July 2003')
  })

  it('by its file where it names nobody', () => expect(nameOf({})).toBe('filing.txt'))
})
