import { describe, expect, it } from 'vitest'
import type { Company } from '../report.ts'
import { type Filer, findRegistrantFindings } from './registrant-findings.ts'

const at = { line: 1, start: 1, end: 9 }
const printed = (value: string | null) => (value === null ? null : { value, at })

function filer(depositor: string, ein: string | null, company: Partial<Company> | null = null): Filer {
  const none = { name: null, cik: null, ein: null, sic: null, fileNumber: null, role: null }
  return {
    deal: { depositor: printed(depositor), ein: printed(ein), stateOfIncorporation: printed('Delaware') },
    submission: company && {
      accession: null,
      formType: null,
      filedOn: null,
      periodOfReport: null,
      companies: [{ ...none, ...company }],
    },
  }
}

describe('filings of one registrant', () => {
  it('that give two employer numbers are told, each with its filings', () => {
    const filers = [
      filer('Larkspur Funding Corp.', '95-1111111'),
      filer('LARKSPUR FUNDING CORP', '95-2222222'),
      filer('Larkspur Funding Corp.', '951111111'),
      filer('Tidewater Assets, Inc.', '33-3333333'),
    ]
    expect(findRegistrantFindings(filers)).toEqual([
      {
        field: 'employer-number',
        registrant: 'Larkspur Funding Corp.',
        values: [
          { value: '95-1111111', filings: [0, 2], at },
          { value: '95-2222222', filings: [1], at },
        ],
      },
    ])
  })

  it('are known by their CIK under another name too', () => {
    const filers = [
      filer('Larkspur Funding Corp.', '95-1111111', { cik: '0000123456' }),
      filer('Larkspur Capital Corp.', '95-1111111', { cik: '123456' }),
    ]
    expect(
      findRegistrantFindings(filers).map(({ field, values }) => [field, values.map(({ value }) => value)]),
    ).toEqual([['name', ['Larkspur Funding Corp.', 'Larkspur Capital Corp.']]])
  })

  it('are found through a third filing', () => {
    const filers = [
      filer('Larkspur Funding Corp.', '95-1111111'),
      filer('Larkspur Capital Corp.', '95-2222222', { cik: '123456' }),
      filer('Larkspur Funding Corp.', null, { cik: '123456' }),
    ]
    expect(findRegistrantFindings(filers).map(({ field }) => field)).toEqual(['employer-number', 'name'])
  })

  it('give nothing to tell where they agree, or where nothing ties them', () => {
    const one = filer('Larkspur Funding Corp.', '95-1111111')
    expect(findRegistrantFindings([one, one])).toEqual([])
    expect(findRegistrantFindings([one, filer('Harbor Point Funding', '33-3333333')])).toEqual([])
  })
})
