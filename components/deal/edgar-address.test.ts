import { expect, it } from 'vitest'
import { inventedReport } from '@/lib/testing/invented-reader.ts'
import { listEdgarLinks } from './edgar-address.ts'

const report = inventedReport({ trust: 'Fernhill Trust 2003-2' }, new Uint8Array(3), 'a.txt')
const company = {
  name: 'FERNHILL',
  cik: '1000695',
  ein: null,
  sic: null,
  fileNumber: '333-65554',
  role: null,
}
const submission = (accession: string | null, companies: (typeof company)[]) =>
  ({ accession, formType: '8-K', filedOn: null, periodOfReport: null, companies }) as never
const at = { line: 1, start: 1, end: 2 }

it('leads to the filing, the company and the registration', () => {
  const links = listEdgarLinks(
    {
      submission: submission('0000950117-01-501415', [company]),
      deal: { ...report.deal, fileNumber: { value: '333-65554, 333-77054-01', at } },
    },
    null,
  )
  const browse = 'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany'
  expect(links).toEqual([
    {
      text: 'Filing 0000950117-01-501415',
      href: 'https://www.sec.gov/Archives/edgar/data/1000695/000095011701501415/0000950117-01-501415-index.htm',
    },
    { text: 'CIK 0001000695', href: `${browse}&CIK=0001000695&owner=include&count=40` },
    { text: 'File 333-65554', href: `${browse}&filenum=333-65554&owner=include&count=40` },
    { text: 'File 333-77054-01', href: `${browse}&filenum=333-77054-01&owner=include&count=40` },
  ])
})

it('makes no address of what is no number of EDGAR', () => {
  const odd = { ...company, cik: '../x', fileNumber: 'javascript:1' }
  const deal = { ...report.deal, fileNumber: null }
  expect(listEdgarLinks({ submission: submission('0000950117-01-501415', [odd]), deal }, null)).toEqual([])
  expect(listEdgarLinks({ submission: null, deal }, null)).toEqual([])
})

it('leads to the submission of a document that was fetched alone', () => {
  const deal = { ...report.deal, fileNumber: null }
  const fetched = { accession: '0000950117-01-501415', company: 1000695, document: 'a99.htm' }
  expect(listEdgarLinks({ submission: null, deal }, fetched).map(({ href }) => href)).toEqual([
    'https://www.sec.gov/Archives/edgar/data/1000695/000095011701501415/0000950117-01-501415-index.htm',
    'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0001000695&owner=include&count=40',
  ])
})
