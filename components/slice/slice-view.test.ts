import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import type { DealRecord } from '@/lib/library/deal-summary.ts'
import type { Library } from '@/lib/library/index.ts'
import { readFiling } from '@/lib/read-filing.ts'
import { loadSlice } from '@/lib/server/slice-answer.ts'
import { inventedCar, inventLoans } from '@/lib/testing/invented-exhibit.ts'
import { printExhibit } from '@/lib/testing/print-exhibit.ts'
import { SliceView } from './slice-view.tsx'

vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))

const cars = [
  { ...inventedCar, assetNumber: '1', obligorGeographicLocation: 'TX', obligorCreditScore: '655' },
  { ...inventedCar, assetNumber: '2', obligorGeographicLocation: 'TX', obligorCreditScore: '' },
  { ...inventedCar, assetNumber: '3' },
]

/** The page of what an address asks, as text and markup. */
async function draw(query: string): Promise<string> {
  const bytes = new TextEncoder().encode(printExhibit('auto-loan', cars))
  const read = readFiling(bytes, 'ex102.xml')
  if ('refusal' in read) throw new Error(read.refusal.message)
  const { report } = read
  const library = {
    findLoans: async () => inventLoans('auto-loan', cars),
    findReportPart: async () => ({ report }),
  } as unknown as Library
  const { sha256 } = report.file
  const loaded = await loadSlice(library, sha256, new URLSearchParams(query))
  if (loaded === null) throw new Error('There are no loans.')
  const deal = {
    slug: 'birch',
    name: 'Birch',
    chosen: sha256,
    filings: [],
    notes: [],
  } as unknown as DealRecord
  return renderToStaticMarkup(createElement(SliceView, { deal, report, loaded, typed: '' }))
}

it('shows what is chosen beside the whole pool, what does not tell it, and every table with its edges', async () => {
  const html = await draw('state=TX&credit-score__lt=700&edges.credit-score=650,660')
  expect(html).toContain('1 of 3 loans, 33.33% of the balance')
  expect(html).toContain('Credit score: 1 loan, $15,000.00, do not tell it')
  expect(html).toContain('>650 to under 660</a>')
  expect(html).toContain('aria-label="Edges of Credit score" name="edges.credit-score" value="650,660"')
  // A row leads to just its loans, with what is chosen already.
  expect(html).toContain('credit-score__gte=650&amp;credit-score__lt=660')
})

it('sorts one way within another with totals at both ends', async () => {
  const html = await draw('rows=state&columns=credit-score&cells=loans')
  expect(html).toContain('State down, Credit score across')
  const matrix = /<table class="strat slice-matrix">.*?<\/table>/s.exec(html)?.[0] ?? ''
  expect(
    /<tfoot>.*<\/tfoot>/s
      .exec(matrix)?.[0]
      .replace(/<[^>]*>/g, ' ')
      .trim(),
  ).toMatch(/^Total\s+1\s+1\s+1\s+3$/)
})

it('says that no loan is left, and what to take off', async () => {
  const html = await draw('state=TX&vehicle-make__not=HONDA')
  expect(html).toContain('No loan meets all of these filters.')
  expect(html).toContain('Without “State”')
  expect(html).not.toContain('strat-section')
})

it('tells what is not understood, and leaves it out', async () => {
  const html = await draw('sate=TX')
  expect(html).toContain('“sate” is nothing that these loans are sorted by')
  expect(html).toContain('All 3 loans')
})
