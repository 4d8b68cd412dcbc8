import { describe, expect, it } from 'vitest'
import type { Deal, Printed } from '@/lib/report.ts'
import { inventReport } from '@/lib/testing/invented-report.ts'
import { listFacts, listMissingFacts } from './deal-facts.ts'

const at = { line: 3, start: 5, end: 9 }
const printed = (value: string): Printed => ({ value, at })

/** A deal of which nothing was read. */
const bare: Deal = { ...inventReport().deal, depositor: null }

function say(deal: Partial<Deal>, label: string): string | undefined {
  const fact = listFacts({ ...bare, ...deal }).find(one => one.label === label)
  return fact?.parts.map(({ text }) => text).join('')
}

describe('facts of a deal', () => {
  it('leave out what the filing does not give', () => {
    expect(listFacts(bare)).toEqual([])
    expect(listMissingFacts(bare)).toContain('cut-off date')
  })
  it('join the form and its items', () => {
    const items = ['5', '7', '9'].map(number => ({ number: printed(number), title: null }))
    expect(say({ formType: printed('8-K'), items }, 'Form')).toBe('8-K, items 5, 7 and 9')
    expect(say({ items: items.slice(0, 1) }, 'Form')).toBe('item 5')
  })
  it('take form and day of filing from the header where the document prints none', () => {
    const header = {
      accession: null,
      formType: '424B5',
      filedOn: '2006-06-27',
      periodOfReport: null,
      companies: [],
    }
    const facts = listFacts(bare, {}, header).map(({ label, parts }) => `${label}: ${parts[0]?.text}`)
    expect(facts).toEqual(['Form: 424B5', 'Filed: 27 June 2006'])
    const [form] = listFacts({ ...bare, formType: printed('8-K') }, {}, header)
    expect(form?.parts).toEqual([{ text: '8-K', at }])
  })
  it('say who signed, as what and when, as far as that is printed', () => {
    const signedOn = printed('2004-03-30')
    expect(say({ signatory: printed('Ada Hall'), signedOn }, 'Signed by')).toBe('Ada Hall, 30 March 2004')
    expect(say({ signatoryTitle: printed('Vice President') }, 'Signed by')).toBe('Vice President')
  })
  it('name a supplement alone and beside its prospectus', () => {
    const prospectusSupplementDate = printed('2004-03-26')
    expect(say({ prospectusSupplementDate }, 'Prospectus supplement')).toBe('26 March 2004')
    expect(say({ prospectusSupplementDate, prospectusDate: printed('2004-01-05') }, 'Prospectus')).toBe(
      '5 January 2004, supplement 26 March 2004',
    )
  })
  it('give two underwriters a cell each and a selling group one for all', () => {
    const group = ['Abel & Co.', 'Baker Inc.', 'Cole LLC'].map(printed)
    const labels = (underwriters: Printed[]) => listFacts({ ...bare, underwriters }).map(({ label }) => label)
    expect(labels(group.slice(0, 2))).toEqual(['Underwriter', 'Underwriter'])
    expect(labels(group)).toEqual(['3 underwriters'])
  })
  it('lead every printed piece to its place, and no joining word anywhere', () => {
    const [fact] = listFacts({
      ...bare,
      fileNumber: printed('333-1'),
      stateOfIncorporation: printed('Delaware'),
    })
    expect(fact?.parts.map(part => part.at)).toEqual([at, null, at])
  })
})
