import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getLoan } from '@/app/api/deals/[slug]/loans/[number]/route.ts'
import { GET as getLoans } from '@/app/api/deals/[slug]/loans/route.ts'
import { GET as getCsv } from '@/app/api/deals/[slug]/loans.csv/route.ts'
import { GET as getParquet } from '@/app/api/deals/[slug]/loans.parquet/route.ts'
import { GET as getXlsx } from '@/app/api/deals/[slug]/loans.xlsx/route.ts'
import { openLibrary } from '@/lib/library/open-library.ts'
import { writeWith } from '@/lib/library/writer.ts'
import { readFiling } from '@/lib/read-filing.ts'
import type { LoansAnswer } from '@/lib/server/loans-answer.ts'
import { base, bodyOf, inDeal } from '@/lib/testing/called-routes.ts'
import { placeForTests, removePlace } from '@/lib/testing/library-place.ts'
import { type PrintedAsset, printExhibit } from '@/lib/testing/print-exhibit.ts'
import { unzipped } from '@/lib/testing/unzipped.ts'

const car = (number: string, more: PrintedAsset = {}): PrintedAsset => ({
  assetNumber: number,
  reportingPeriodActualEndBalanceAmount: '100.00',
  obligorGeographicLocation: 'TX',
  originatorName: '=Bank of Examples',
  ...more,
})
const cars = [
  car('1'),
  car('2', { reportingPeriodActualEndBalanceAmount: '300.50', originationDate: '02/2024' }),
  car('2', { reportingPeriodActualEndBalanceAmount: '200.00', obligorGeographicLocation: 'OH' }),
]

const place = await placeForTests()
const library = openLibrary({ ...place, writer: writeWith(readFiling), readerVersion: '1' })
let slug = ''

beforeAll(async () => {
  Object.assign(globalThis, { [Symbol.for('strata.library')]: Promise.resolve(library) })
  const kept = await library.keepFiling(Buffer.from(printExhibit('auto-loan', cars)), 'ex102.xml')
  slug = kept.deal?.slug ?? ''
})
afterAll(async () => {
  await library.close()
  await removePlace(place)
})

const asking = (query: string) => new Request(`${base}/api/deals/${slug}/loans?${query}`)
const list = async (query: string) =>
  (await bodyOf(await getLoans(asking(query), inDeal(slug)), 'Loans')) as LoansAnswer
const inLoan = (number: string) => ({ params: Promise.resolve({ slug, number }) })

describe('the loans of a deal', () => {
  it('come page by page, in the order that is asked for', async () => {
    const first = await list('sort=-current-balance&limit=2&columns=current-balance,state')
    expect(first).toMatchObject({ loans: 3, found: 3, balanceCents: 60050, kind: 'auto-loan' })
    expect(first.rows.map(({ number, values }) => [number, values])).toEqual([
      ['2', { 'current-balance': 30050, state: 'TX' }],
      ['2', { 'current-balance': 20000, state: 'OH' }],
    ])
    const rest = await list(
      `sort=-current-balance&limit=2&columns=current-balance,state&cursor=${first.next}`,
    )
    expect(rest.rows.map(({ number }) => number)).toEqual(['1'])
    expect(rest.next).toBeNull()
  })

  it('are those that filters let through', async () => {
    const found = await list('state=TX')
    expect(found).toMatchObject({ loans: 3, found: 2, balanceCents: 40050 })
  })

  it.each(['columns=nothing', 'sort=nothing', 'nothing=1', 'limit=0', 'cursor=x'])(
    'are refused where %s is not understood',
    async query => {
      const answer = await getLoans(asking(query), inDeal(slug))
      expect(answer.status).toBe(400)
      expect(await bodyOf(answer, 'Error')).toMatchObject({ error: { code: 'query-is-not-understood' } })
    },
  )

  it('are told by their line where two have one number', async () => {
    const { rows } = await list('')
    expect(rows.map(({ url }) => url.replace(/.*loans/, ''))).toEqual([
      '/1',
      `/2?line=${rows[1]?.line}`,
      `/2?line=${rows[2]?.line}`,
    ])
    const answer = await getLoan(asking(`line=${rows[2]?.line}`), inLoan('2'))
    expect(await bodyOf(answer, 'Loan')).toMatchObject({ loan: { number: '2', balanceCents: 20000 } })
    expect((await getLoan(asking('line=1'), inLoan('2'))).status).toBe(404)
    expect((await getLoan(asking(''), inLoan('4'))).status).toBe(404)
  })
})

describe('a file of loans', () => {
  it('is CSV that no spreadsheet runs', async () => {
    const answer = await getCsv(asking('state=OH&columns=current-balance,originatorName'), inDeal(slug))
    expect(answer.headers.get('content-disposition')).toContain(`${slug}--loans.csv`)
    const [head, row, end] = (await answer.text()).split('\r\n')
    expect(head).toMatch(/^\ufeff?Loan,.*\(USD\),Originator name,Line$/)
    expect(row).toMatch(/^2,200\.00,'=Bank of Examples,\d+$/)
    expect(end).toBe('')
  })

  it('is a sheet with text as text and dates as dates', async () => {
    const answer = await getXlsx(asking('columns=current-balance,originatorName'), inDeal(slug))
    const files = await unzipped(Buffer.from(await answer.arrayBuffer()))
    const sheet = String(files.get('xl/worksheets/sheet1.xml'))
    expect(sheet).toContain('=Bank of Examples')
    expect(sheet).not.toContain('<f>')
    expect(sheet.match(/<row /g)).toHaveLength(4)
  })

  it('is Parquet', async () => {
    const answer = await getParquet(asking(''), inDeal(slug))
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 4).toString()).toBe('PAR1')
    expect(bytes.subarray(-4).toString()).toBe('PAR1')
  })
})
