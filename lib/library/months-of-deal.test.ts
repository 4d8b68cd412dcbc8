import { describe, expect, it } from 'vitest'
import { exhibitOf, type InventedMonth, inventMonths, submissionOf } from '../testing/invented-months.ts'
import { libraryForTests } from '../testing/library-for-tests.ts'
import { printAnnex } from '../testing/printed-annex.ts'
import { byDate, nameFiling } from './filing-order.ts'

const trust = 'Alder Auto Receivables Trust 2024-A'
const depositor = 'Alder Auto Funding LLC'
const [january, february, march, april] = inventMonths(4)
const [other] = inventMonths(1, 40, 'Z')

const opened = libraryForTests()

async function keep(text: string, name: string): Promise<string> {
  const kept = await opened.library.keepFiling(Buffer.from(text), name)
  if (kept.deal === null) throw new Error(`${name} is not kept.`)
  return kept.deal.slug
}

describe('the months of a deal’s loans', () => {
  it('are one deal, as exhibits alone and in submissions, whichever comes first; other loans are another', async () => {
    if (!january || !february || !march || !april || !other) throw new Error('A month is missing.')
    const slug = await keep(exhibitOf(february), 'february.xml')
    expect(await keep(exhibitOf(january), 'january.xml')).toBe(slug)
    expect(await keep(submissionOf(march, trust, depositor), 'march.txt')).toBe(slug)
    expect(await keep(submissionOf(april, trust, depositor), 'april.txt')).toBe(slug)
    expect(await keep(exhibitOf(other), 'other.xml')).not.toBe(slug)
    const deal = await opened.library.findDeal(slug)
    expect(deal?.name).toBe(trust)
    if (!deal) throw new Error('The deal is not there.')
    expect(byDate(deal.filings).map(filing => nameFiling(filing, deal))).toEqual([
      'loans of January 2024',
      'loans of February 2024',
      'loans of March 2024',
      'loans of April 2024',
    ])
    expect(deal.filings[0]?.period).toBe('2024-04-30')
  })

  it('join what their trust prints where its name stands in the header of their submission alone', async () => {
    const [first, second, third] = inventMonths(3, 40, 'H')
    if (!first || !second || !third) throw new Error('A month is missing.')
    const name = 'Hazel Auto Receivables Trust 2024-B'
    const unnamed = (month: InventedMonth, filer = name) => {
      const text = submissionOf(month, name, depositor)
      const cover = text.indexOf('FORM FOR SUBMISSION')
      const end = text.indexOf('</TEXT>')
      return `${text.slice(0, cover)}${text.slice(end)}`.replaceAll(name, filer.toUpperCase())
    }
    const slug = await keep(unnamed(first), 'first.txt')
    expect(await keep(printAnnex(first, name, depositor), 'annex.txt')).toBe(slug)
    expect(await keep(unnamed(second), 'second.txt')).toBe(slug)
    // A shortened name in a header does not part the same loans.
    expect(await keep(unnamed(third, 'Hazel Auto Rec Tr 2024-B'), 'third.txt')).toBe(slug)
    expect(await opened.library.findDeal(slug)).toMatchObject({ name, filings: { length: 4 } })
  })

  it('are called by the trust that the header of their submission names, and not by a date', async () => {
    const [month] = inventMonths(1, 40, 'K')
    if (!month) throw new Error('A month is missing.')
    const name = 'Kestrel Auto Trust 2024-C'
    const text = submissionOf(month, name, depositor)
    const slug = await keep(
      `${text.slice(0, text.indexOf('FORM FOR SUBMISSION'))}${text.slice(text.indexOf('</TEXT>'))}`,
      'k.txt',
    )
    expect(slug).toBe('kestrel-auto-trust-2024-c')
    expect((await opened.library.findDeal(slug))?.name).toBe(name)
  })

  it('are of two deals where their filings name two trusts', async () => {
    if (!january || !february) throw new Error('A month is missing.')
    const one = await keep(submissionOf(january, 'Birch Auto Trust 2024-1', depositor), 'birch.txt')
    const two = await keep(submissionOf(february, 'Cedar Auto Trust 2024-1', depositor), 'cedar.txt')
    expect(one).not.toBe(two)
  })
})
