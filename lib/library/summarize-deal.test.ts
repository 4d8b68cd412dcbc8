import { describe, expect, it } from 'vitest'
import { type InventedFiling, inventedBytes, inventedReport } from '../testing/invented-reader.ts'
import { filingFacts } from './filing-facts.ts'
import { summarizeDeal } from './summarize-deal.ts'

function nameOf(filing: InventedFiling): string {
  const facts = filingFacts(inventedReport(filing, inventedBytes(filing), 'filing.txt'))
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

  it('by its file where it names nobody', () => expect(nameOf({})).toBe('filing.txt'))
})
