import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readCoverage } from '../coverage/read-coverage.ts'
import { decodeFiling } from '../filing/decode-filing.ts'
import { splitDocuments } from '../filing/split-documents.ts'
import type { Deal } from '../report.ts'
import { explainNoStratifications } from './no-stratifications.ts'
import { readDeal } from './read-deal.ts'

const shared = new URL('../../../shared/', import.meta.url)
const isThere = existsSync(shared)

/** The file of a shared folder whose name starts so. */
function readShared(folder: string, start: string) {
  const name = readdirSync(new URL(folder, shared)).find(each => each.startsWith(start))
  if (name === undefined) throw new Error(`No file ${folder}${start}… is shared`)
  const stored = readFileSync(new URL(folder + name, shared))
  const decoded = decodeFiling(name.endsWith('.gz') ? gunzipSync(stored) : stored)
  if ('refusal' in decoded) throw new Error(decoded.refusal.message)
  const { documents, submission } = splitDocuments(decoded.file).value
  const { value: deal, claims } = readDeal(decoded.file, documents, submission)
  return { file: decoded.file, documents, submission, deal, claims }
}

/** The values of a deal's leaves that are printed, without places. */
function printedLeaves(deal: Deal): Record<string, string> {
  return Object.fromEntries(
    Object.entries(deal).flatMap(([key, leaf]) =>
      leaf !== null && 'value' in leaf ? [[key, leaf.value]] : [],
    ),
  )
}

describe.runIf(!isThere)('real filings beside the project', () => {
  it.skip('are not read: ../shared is not here, so these tests have nothing to run on')
})

describe.runIf(isThere)('the seeds in ../shared', () => {
  it('gives every fact of the report with final pool tables', () => {
    const { deal } = readShared('seeds/', '000')
    expect(printedLeaves(deal)).toEqual({
      depositor: 'CWMBS, INC.',
      trust: 'Alternative Loan Trust 2002-12',
      series: '2002-20',
      securities: 'Mortgage Pass-Through Certificates',
      seller: 'Countrywide Home Loans, Inc.',
      masterServicer: 'Countrywide Home Loans Servicing LP',
      trustee: 'The Bank of New York',
      stateOfIncorporation: 'Delaware',
      fileNumber: '333-92152',
      ein: '95-4596516',
      address: '4500 Park Granada, Calabasas, California 91302',
      phone: '(818) 225-3000',
      formType: '8-K',
      eventDate: '2002-09-30',
      agreementDate: '2002-09-01',
      prospectusDate: '2002-09-24',
      prospectusSupplementDate: '2002-09-25',
      signedOn: '2002-10-15',
      signatory: 'Celia Coulter',
      signatoryTitle: 'Vice President',
    })
    expect(deal.items.map(each => [each.number.value, each.title?.value])).toEqual([
      ['5', 'Other Events'],
      ['7', 'Financial Statements, Pro Forma Financial Information and Exhibits'],
    ])
  })

  it('leaves the rows of its tables unexplained as long as nobody claims them', () => {
    const { file, documents, claims } = readShared('seeds/', '000')
    expect(readCoverage(file, documents, claims).unexplained).toBe(10 + 6 + 5 + 29 + 3 + 11 + 3 + 15 + 15 + 9)
  })

  it('gives parties, exhibits and signature of the report with paper exhibits', () => {
    const { deal } = readShared('seeds/', '004')
    expect(printedLeaves(deal)).toMatchObject({
      trust: 'Alternative Loan Trust 2003-21T1',
      series: '2003-55',
      eventDate: '2003-10-28',
      signedOn: '2003-10-28',
      signatory: 'Darren Bigby',
      signatoryTitle: 'Vice President',
      prospectusDate: '2003-06-24',
      prospectusSupplementDate: '2003-10-24',
    })
    const underwriters = ['Bear, Stearns & Co. Inc.', 'Countrywide Securities Corporation']
    expect(deal.underwriters.map(each => each.value)).toEqual(underwriters)
    expect(
      deal.exhibits.map(each => [each.number?.value, each.medium?.value, each.preparedBy?.value]),
    ).toEqual([
      ['99.1', 'paper', underwriters[0]],
      ['99.2', 'paper', underwriters[1]],
    ])
  })

  it('says that its exhibits were filed on paper, by whom prepared, and explains every line', () => {
    const { deal, documents, file, claims } = readShared('seeds/', '004')
    const coverage = readCoverage(file, documents, claims)
    expect(coverage.unexplained).toBe(0)
    const facts = {
      deal,
      documents,
      coverage,
      otherTables: 0,
      paidLoans: 0,
      holdsNoLoans: false,
      leftOut: false,
      nameXml: () => '',
    }
    expect(explainNoStratifications(facts)).toEqual({
      reason: 'exhibits-filed-on-paper',
      message:
        'Exhibits 99.1 (prepared by Bear, Stearns & Co. Inc.) and 99.2 (prepared by Countrywide Securities Corporation) were filed on paper under Form SE dated 28 October 2003, so the electronic filing holds no tables.',
    })
  })
})

describe.runIf(isThere)('the real submissions in ../shared', () => {
  it.each([
    ['1000695', 2, '2001-10-23', 'Gilbert S. Goldbeck', '(858) 623-3265'],
    ['1001136', 3, '2000-08-01', 'Philip T. Colton', '763.542.6000'],
    ['1001426', 2, '2006-05-10', 'Alex Hui', '(408) 435-0800'],
    ['100240', 7, '1994-01-24', 'William S. Ghegan', '(404) 827-1700'],
    ['aames', 2, '1998-12-15', 'Barbara S. Polsky', '(213) 210-5000'],
    ['rfmsi', 2, '2000-12-26', 'Davee Olson', '(612) 832-7000'],
  ])('reads the cover of %s', (start, count, eventDate, signatory, phone) => {
    const { deal, documents } = readShared('filings/', start)
    expect(documents).toHaveLength(count)
    expect(printedLeaves(deal)).toMatchObject({ eventDate, signatory, phone, formType: '8-K' })
  })

  it.each([
    ['1990sheader', ['subject company', 'reporting owner']],
    ['Bank', ['filer', 'serial company']],
    ['First', ['filer', 'filer']],
    ['Multiple', ['filer']],
    ['header_with', ['filer', 'filer']],
  ])('reads the companies of the header %s', (start, roles) => {
    const { submission } = readShared('filings/', start)
    expect(submission?.companies.map(each => each.role)).toEqual(roles)
  })
})
