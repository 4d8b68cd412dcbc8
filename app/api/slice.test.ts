import { describe, expect, it } from 'vitest'
import { GET as compare } from '@/app/api/compare/route.ts'
import { GET as slice } from '@/app/api/deals/[slug]/slice/route.ts'
import { GET as sliceCsv } from '@/app/api/deals/[slug]/slice.csv/route.ts'
import { GET as tail } from '@/app/api/deals/[slug]/tail/route.ts'
import { answerSchemas } from '@/lib/server/answer-schemas.ts'
import { inventedCar } from '@/lib/testing/invented-exhibit.ts'
import { keepFiles, libraryForTests, sampleDeals } from '@/lib/testing/library-for-tests.ts'
import { printExhibit } from '@/lib/testing/print-exhibit.ts'

const cars = [
  ['OH', '701', '15000.00'],
  ['TX', '655', '10000.00'],
  ['TX', '656', '20000.00'],
  ['TX', null, '5000.00'],
] as const
const exhibit = (more: string) =>
  printExhibit(
    'auto-loan',
    cars.map(([state, score, balance], order) => {
      const { obligorCreditScore: _, ...car } = inventedCar
      return {
        ...car,
        assetNumber: `${more}${order}`,
        obligorGeographicLocation: state,
        reportingPeriodActualEndBalanceAmount: balance,
        ...(score !== null && { obligorCreditScore: score }),
      }
    }),
  )
const slugs: string[] = []
libraryForTests(async library => {
  await keepFiles(library, [sampleDeals.harborPoint.file])
  for (const more of ['a', 'b']) {
    const { deal } = await library.keepFiling(new TextEncoder().encode(exhibit(more)), `${more}.xml`)
    slugs.push(deal?.slug ?? '')
  }
})

const inDeal = (slug = slugs[0] ?? '') => ({ params: Promise.resolve({ slug }) })
const ask = (query: string) => new Request(`http://strata.test/api/x?${query}`)
async function sliced(query: string) {
  const answer = await slice(ask(query), inDeal())
  expect(answer.status).toBe(200)
  const body = await answer.json()
  const parsed = answerSchemas.Slice.parse(body)
  expect(parsed).toEqual(body)
  return parsed
}

describe('GET /api/deals/{slug}/slice', () => {
  it('gives the loans that filters let through beside all, and counts what is not told', async () => {
    const body = await sliced('state=TX&credit-score__lt=656')
    expect(body).toMatchObject({
      balance: { field: 'reportingPeriodActualEndBalanceAmount' },
      chosen: { loans: 1, balanceCents: 1_000_000 },
      whole: { loans: 4, balanceCents: 5_000_000 },
      balancePct: 20,
      open: { loans: 1, balanceCents: 500_000 },
      within: null,
    })
    expect(body.filters.map(({ says, untold }) => [says, untold.loans])).toEqual([
      ['State Texas', 0],
      ['Credit score below 656', 1],
    ])
  })

  it('cuts tables at any edges and sorts one way within another', async () => {
    const body = await sliced('edges.credit-score=655.5&rows=state&columns=credit-score&cells=loans')
    const scores = body.tables.find(({ id }) => id === 'credit-score')
    expect(scores?.buckets.map(({ values }) => values.loanCount)).toEqual([1, 2, 1])
    expect(body.within?.lines.map(({ label, cells }) => [label, cells.map(({ shown }) => shown)])).toEqual([
      ['Texas', [1, 1, 1]],
      ['Ohio', [null, 1, null]],
    ])
  })

  it('counts with another balance that the exhibit gives', async () => {
    const body = await sliced('balance=originalLoanAmount')
    expect(body).toMatchObject({ balance: { name: 'original balance' }, whole: { balanceCents: 8_000_000 } })
  })

  it.each([
    ['sate=TX', 'sate'],
    ['credit-score__lt=low', 'credit-score__lt'],
    ['balance=none', 'balance'],
    ['rows=state&rows=credit-score', 'rows'],
    ['edges.state=1', 'edges.state'],
  ])('refuses ?%s', async (query, detail) => {
    const answer = await slice(ask(query), inDeal())
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { detail: expect.stringContaining(detail) } })
  })

  it('says of a deal of tables alone that it has no loans', async () => {
    const answer = await slice(ask(''), inDeal(sampleDeals.harborPoint.slug))
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { error: { code: 'deal-has-no-loans' } },
    ])
  })

  it('gives its tables as CSV', async () => {
    const csv = await sliceCsv(ask('state=TX&table=credit-score'), inDeal())
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect((await csv.text()).split('\r\n').at(-2)).toMatch(/^Total,.*,3,35000\.00,100\.00/)
    const within = await sliceCsv(ask('table=within&rows=state&columns=credit-score'), inDeal())
    expect((await within.text()).split('\r\n').at(-2)).toBe('Total,Total,4,50000.00,100.00')
    expect((await sliceCsv(ask('table=colour'), inDeal())).status).toBe(404)
  })
})

describe('questions to a deal of loans', () => {
  it('are answered exactly at any edge', async () => {
    const answer = await (await tail(ask('dimension=credit-score&above=655'), inDeal())).json()
    expect(answer).toMatchObject({
      exact: true,
      loanCount: { low: 2, high: 2 },
      balanceCents: { low: 3_500_000, high: 3_500_000 },
      balancePct: { low: 70, high: 70 },
    })
  })

  it('are compared exactly at edges that no table has', async () => {
    const query = `deals=${slugs.join(',')}&dimension=credit-score&edges=656&measure=balanceCents&base=${slugs[0]}`
    const answer = await (await compare(ask(query))).json()
    expect(answer.notCompared).toEqual([])
    type Row = { label: string; values: { low: number; high: number }[] }
    const told = answer.rows.map(({ label, values }: Row) => [
      label,
      ...values.map(({ low, high }) => [low, high]),
    ])
    expect(told).toEqual([
      ['Below 656', [1_000_000, 1_000_000], [1_000_000, 1_000_000]],
      ['656 and above', [3_500_000, 3_500_000], [3_500_000, 3_500_000]],
    ])
  })
})
