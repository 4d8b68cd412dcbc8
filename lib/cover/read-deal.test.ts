import { describe, expect, it } from 'vitest'
import type { Deal } from '../report.ts'
import {
  depositorCover,
  htmlCover,
  readFixture,
  stackedCover,
  termSheet,
  textAt,
} from '../testing/cover-texts.ts'

type LeafKey = Exclude<keyof Deal, 'underwriters' | 'items' | 'exhibits'>

function valuesOf(deal: Deal, keys: LeafKey[]): (string | null)[] {
  return keys.map(key => deal[key]?.value ?? null)
}

describe('an 8-K of a depositor, in text', () => {
  const { value: deal, file, issues } = readFixture(depositorCover)

  it('joins names and numbers that break at a hyphen', () => {
    expect(valuesOf(deal, ['trust', 'series', 'securities'])).toEqual([
      'Alderbrook Home Loan Trust 1998-A4',
      '1998-17',
      'Home Loan Asset-Backed Certificates',
    ])
    expect(deal.series && textAt(file, deal.series.at)).toBe('1998-⏎17')
  })

  it('keeps the depositor as printed and finds parties by their role', () => {
    expect(valuesOf(deal, ['depositor', 'seller', 'masterServicer', 'trustee', 'sponsor'])).toEqual([
      'ALDERBROOK FUNDING, L.L.C.',
      'Fenwick Savings Bank, F.S.B.',
      'Fenwick Savings Bank, F.S.B.',
      'Harbor & Vale Trust Company, N.A.',
      null,
    ])
    expect(deal.underwriters.map(each => each.value)).toEqual(['Larch, Moore & Co. Inc.'])
  })

  it('tells six dates apart, typos and slashes included', () => {
    expect(
      valuesOf(deal, [
        'eventDate',
        'agreementDate',
        'cutOffDate',
        'prospectusDate',
        'prospectusSupplementDate',
        'signedOn',
      ]),
    ).toEqual(['1998-10-29', '1998-10-01', '1998-10-01', '1998-06-03', '1998-10-26', '1998-11-12'])
  })

  it('reads numbers above their captions, and says that "pending" is none', () => {
    expect(valuesOf(deal, ['stateOfIncorporation', 'fileNumber', 'ein', 'formType', 'phone'])).toEqual([
      'New York',
      '333-10101',
      null,
      '8-K',
      '(518) 555-0142',
    ])
    expect(issues.map(each => each.code)).toEqual(['cover-field-is-not-read'])
    expect(issues[0]?.message).toContain('“pending” for the employer number')
  })

  it('joins the lines of the address and gives the place of all of it', () => {
    expect(deal.address?.value).toBe('12 Quarry Lane, 3rd Floor, Albany, New York 12207')
    expect(deal.address && textAt(file, deal.address.at)).toBe('12 Quarry Lane, 3rd Floor⏎Albany, New York')
  })

  it('joins an item title and a signatory title over lines', () => {
    expect(deal.items.map(({ number, title }) => [number.value, title?.value])).toEqual([
      ['2', 'Acquisition or Disposition of Assets'],
      ['7', 'Financial Statements and Exhibits'],
    ])
    expect(valuesOf(deal, ['signatory', 'signatoryTitle'])).toEqual([
      'Rosalind T. Okafor',
      'Senior Vice President and Treasurer',
    ])
  })

  it('says of each exhibit what it is, where it went and who prepared it', () => {
    expect(
      deal.exhibits.map(each => [
        each.number?.value,
        each.description?.value,
        each.medium?.value,
        each.preparedBy?.value,
      ]),
    ).toEqual([
      ['4.1', 'Pooling and Servicing Agreement', 'missing', undefined],
      [
        '99.1(a)',
        'LARCH, MOORE Computational Materials filed in paper under cover of Form SE',
        'paper',
        'Larch, Moore & Co. Inc.',
      ],
    ])
  })
})

describe('an 8-K in HTML', () => {
  const { value: deal, file } = readFixture(htmlCover)

  it('reads the trust as registrant, the date before its phrase, and new item numbers', () => {
    expect(valuesOf(deal, ['trust', 'series', 'eventDate', 'cutOffDate', 'agreementDate'])).toEqual([
      'Quillan Mortgage Trust, Series 2004-2',
      '2004-2',
      '2004-11-30',
      '2004-11-01',
      '2004-11-01',
    ])
    expect(deal.items.map(each => each.number.value)).toEqual(['8.01', '9.01'])
  })

  it('reads names through references and gives places in the markup', () => {
    expect(valuesOf(deal, ['depositor', 'sponsor', 'masterServicer', 'trustee'])).toEqual([
      'Quillan Acceptance Corp.',
      'Teasel Home Lending',
      'Teasel Servicing LP',
      'Marram Bank & Trust Company',
    ])
    expect(deal.trustee && textAt(file, deal.trustee.at)).toBe('Marram Bank &amp; Trust Company')
  })

  it('reads numbers whose captions stand in another row', () => {
    expect(valuesOf(deal, ['stateOfIncorporation', 'fileNumber', 'ein'])).toEqual([
      'Delaware',
      '333-123456-07',
      '20-1234567',
    ])
  })

  it('reads who prepared an exhibit after "prepared by"', () => {
    expect(deal.exhibits.map(each => each.preparedBy?.value)).toEqual(['Dunlin Securities LLC'])
  })
})

describe('two registrants', () => {
  const { value: deal, issues } = readFixture(stackedCover)

  it('tells the company from the trust', () => {
    expect(valuesOf(deal, ['depositor', 'trust'])).toEqual([
      'QUILLAN FUNDING CORPORATION',
      'QUILLAN HOME LOAN TRUST 2003-A',
    ])
  })

  it('gives the first of stacked numbers and says how many there are', () => {
    expect(valuesOf(deal, ['fileNumber', 'ein'])).toEqual(['333-10101', '52-1111111'])
    expect(issues.map(each => each.code)).toEqual(['cover-prints-several', 'cover-prints-several'])
    expect(issues[1]?.message).toContain('3 employer numbers')
  })

  it('takes the earlier date in the bracket as the event', () => {
    expect(deal.eventDate?.value).toBe('2003-01-30')
  })
})

describe('a term sheet', () => {
  it('reads parties from labels and captions', () => {
    const { value: deal } = readFixture(termSheet)
    expect(
      valuesOf(deal, ['depositor', 'seller', 'masterServicer', 'trustee', 'sponsor', 'cutOffDate']),
    ).toEqual([
      'Quillan Acceptance Corp.',
      'Teasel Home Lending, Inc.',
      'Fenwick Savings Bank, F.S.B.',
      'The Marram National Bank',
      'Alder Bank, N.A.',
      '2005-03-01',
    ])
    expect(deal.underwriters.map(each => each.value)).toEqual(['Larch, Moore & Co. Inc.'])
  })
})

describe('a prospectus supplement or exhibit without the cover of a report', () => {
  it('names the registration, and a master servicer that is the originator too', () => {
    const { value: deal } = readFixture(`FWP
Filed under Rule 433, Registration Statement No. 333-900417

                      SANDPIPER HELOC TRUST 2006-H1
                         Sandpiper Savings Bank
                     Originator and Master Servicer

This free writing prospectus is not an offer to sell.
`)
    expect(valuesOf(deal, ['fileNumber', 'masterServicer', 'trust'])).toEqual([
      '333-900417',
      'Sandpiper Savings Bank',
      'Sandpiper Heloc Trust 2006-H1',
    ])
  })

  it.each([
    ['EXHIBIT 99.1\nCHARACTERISTICS OF THE MORTGAGE LOANS\nSANDPIPER ADJUSTABLE TRUST 2005-9\n'],
    ['The Computational Materials for the Sandpiper Adjustable Trust 2005-9 are attached.\n'],
    [
      '<table><tr><td>FREE WRITING PROSPECTUS</td><td>Dated</td><td>Rule 433</td></tr><tr><td>Deal</td><td>Issuing Entity</td><td>Sandpiper Adjustable Trust 2005-9</td><td>Pool</td><td>Arms</td></tr></table>',
    ],
  ])('takes the trust without what stands right on its name', text => {
    const { value: deal } = readFixture(text)
    expect(deal.trust?.value).toBe('Sandpiper Adjustable Trust 2005-9')
  })

  it('reads a party that its role follows on the line, and none where more is said', () => {
    const { value: deal } = readFixture(`FREE WRITING PROSPECTUS

Filed under Rule 433, Registration Statement No. 333-900417

Sandpiper Home Trust 2006-4

Sandpiper Asset Acceptance, LLC, Depositor
Marram Bank, N.A., Trustee
Teasel Bank sold all of them, and so it is no longer, seller
`)
    expect(valuesOf(deal, ['depositor', 'trustee', 'seller'])).toEqual([
      'Sandpiper Asset Acceptance, LLC',
      'Marram Bank, N.A.',
      null,
    ])
  })

  it('says its own date', () => {
    const { value: deal } = readFixture('The date of this prospectus supplement is October 25, 2004.\n')
    expect(deal.prospectusSupplementDate?.value).toBe('2004-10-25')
  })

  it('tells securities from the trust above them', () => {
    const { value: deal } = readFixture('SANDPIPER TRUST 2001-4\nPass-Through Certificates, Series 2001-4\n')
    expect(valuesOf(deal, ['trust', 'securities'])).toEqual([
      'Sandpiper Trust 2001-4',
      'Pass-Through Certificates',
    ])
  })
})

describe('exhibits listed with leaders behind their numbers', () => {
  it('are told with their medium', () => {
    const { value: deal } = readFixture(`Item 7.  Exhibits.

     99.1 ................... Computational Materials (filed in paper under
                              cover of Form SE)
     99.2 ................... Term Sheet (filed in paper under cover of Form SE)
`)
    expect(deal.exhibits.map(each => [each.number?.value, each.medium?.value])).toEqual([
      ['99.1', 'paper'],
      ['99.2', 'paper'],
    ])
  })
})

describe('sentences that say a thing once for two', () => {
  const { value: deal } = readFixture(`<DOCUMENT>
<TYPE>8-K
<TEXT>
     TARN & VOSS SECURITIES INC. ("TARN"), as one of the underwriters, gave
investors certain materials. BRACKEN CAPITAL MARKETS LLC ("Bracken"), also an
underwriter, gave investors materials of its own.

     The prospectus is dated May 2, 2003 and the prospectus supplement
June 4, 2003.
</TEXT>
</DOCUMENT>
`)

  it('reads the second of two underwriters', () => {
    expect(deal.underwriters.map(each => each.value)).toEqual([
      'Tarn & Voss Securities Inc.',
      'Bracken Capital Markets LLC',
    ])
  })

  it('reads the date of a supplement where "dated" is said of the prospectus alone', () => {
    expect(valuesOf(deal, ['prospectusDate', 'prospectusSupplementDate'])).toEqual([
      '2003-05-02',
      '2003-06-04',
    ])
  })
})

describe('every fixture', () => {
  it.each([depositorCover, htmlCover, stackedCover, termSheet])(
    'gives places inside the lines (%#)',
    text => {
      const { value: deal, file } = readFixture(text)
      for (const at of placesOf(deal)) {
        expect(file.lines.length).toBeGreaterThanOrEqual(at.lastLine ?? at.line)
        expect(textAt(file, at)).not.toBe('')
      }
    },
  )
})

/** Every place anywhere in a deal. */
function placesOf(value: unknown): { line: number; start: number; end: number; lastLine?: number }[] {
  if (value === null || typeof value !== 'object') return []
  const own =
    'line' in value && 'start' in value ? [value as { line: number; start: number; end: number }] : []
  return [...own, ...Object.values(value).flatMap(placesOf)]
}
