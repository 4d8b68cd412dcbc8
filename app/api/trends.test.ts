import { describe, expect, it } from 'vitest'
import { GET as trends } from '@/app/api/trends/route.ts'
import { GET as table } from '@/app/api/trends.csv/route.ts'
import { GET as picture } from '@/app/api/trends.svg/route.ts'
import { type TrendsAnswer, trendsAnswerSchema } from '@/lib/server/trends-answer.ts'
import { keepFiles, libraryForTests, sampleDeals } from '@/lib/testing/library-for-tests.ts'

const harborPoint = sampleDeals.harborPoint.slug
const tidewater = sampleDeals.tidewater.slug
libraryForTests(library =>
  keepFiles(
    library,
    Object.values(sampleDeals).map(({ file }) => file),
  ),
)

const ask = (query: string) => trends(new Request(`http://strata.test/api/trends?${query}`))

async function answerOf(query: string): Promise<TrendsAnswer> {
  const answer = await ask(query)
  expect(answer.status).toBe(200)
  const body = await answer.json()
  expect(trendsAnswerSchema.parse(body)).toEqual(body)
  return body as TrendsAnswer
}

describe('GET /api/trends', () => {
  it('has a point for each deal that reports a share, at its cut-off date, and a line by year', async () => {
    const { measure, by, points, series, notReported } = await answerOf('measure=state.MA')
    expect({ measure, by }).toEqual({ measure: 'state.MA', by: 'year' })
    const [first] = points
    expect(first).toMatchObject({
      deal: { slug: harborPoint },
      date: '2001-04-01',
      dateKind: 'cut-off',
      balanceCents: 8_342_278_630,
      checksFailed: 0,
      source: `/deals/${harborPoint}/tables/state`,
    })
    // 28,599,956.41 of 83,422,786.30.
    expect(first?.value.low).toBeCloseTo(34.2831, 3)
    expect(first?.value.high).toBe(first?.value.low)
    expect(series[0]).toMatchObject({ period: '2001', from: '2001-01-01', until: '2002-01-01', exact: 1 })
    expect(series[0]?.value?.low).toBeCloseTo(34.2831, 3)
    expect(series.map(({ period }) => period)).toEqual(
      ['2001', '2002', '2003', '2004'].slice(0, series.length),
    )
    expect(points.length + notReported.length).toBe(3)
  })

  it('gives bounds where the edge lies inside a row, and never drops a deal that does not report', async () => {
    const { points, notReported } = await answerOf('measure=original-ltv.above.77')
    const value = points.find(({ deal }) => deal.slug === harborPoint)?.value
    expect(value?.kind).toBe('bounded')
    expect(value?.low).toBeLessThan(value?.high ?? 0)
    expect(points.length + notReported.length).toBe(3)
  })

  it('narrows to deals by search, by shelf and by slug', async () => {
    const slugs = async (query: string) =>
      (await answerOf(`measure=balance&${query}`)).points.map(({ deal }) => deal.slug)
    expect(await slugs('q=harbor')).toEqual([harborPoint])
    expect(await slugs('shelf=Tidewater+Home+Equity+Trust')).toEqual([tidewater])
    expect(await slugs(`deals=${tidewater},${harborPoint}`)).toEqual([harborPoint, tidewater])
  })

  it('has one line over quarters and months too', async () => {
    const { series } = await answerOf(`measure=balance&by=quarter&deals=${harborPoint}`)
    expect(series.map(({ period }) => period)).toEqual(['2001-Q2'])
    expect((await answerOf(`measure=balance&by=month&deals=${harborPoint}`)).series[0]?.period).toBe(
      '2001-04',
    )
  })

  it.each([
    ['', 400, 'query-is-not-understood', 'measure'],
    ['measure=rainfall', 400, 'query-is-not-understood', 'rainfall'],
    ['measure=waltv&measure=wac', 400, 'query-is-not-understood', 'measure'],
    ['measure=original-ltv.above.1000', 400, 'query-is-not-understood', '1000'],
    ['measure=waltv&by=week', 400, 'query-is-not-understood', 'week'],
    ['measure=waltv&deals=nowhere-1', 404, 'deal-is-unknown', 'nowhere-1'],
  ])('refuses ?%s', async (query, status, code, detail) => {
    const answer = await ask(query)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error: { code, detail: expect.stringContaining(detail) } })
  })
})

describe('GET /api/trends.svg', () => {
  const draw = (query: string) => picture(new Request(`http://strata.test/api/trends.svg?${query}`))

  it('is a picture that needs nothing else', async () => {
    const answer = await draw('measure=state.MA')
    expect(answer.headers.get('content-type')).toContain('image/svg+xml')
    const svg = await answer.text()
    expect(svg).not.toMatch(
      /<(?:image|script|link|use|foreignObject)|@import|href=|class=|var\(|url\((?!data:)/,
    )
    expect(svg).toContain('Share in Massachusetts')
    expect(svg).toContain('2001')
  })

  it.each([
    ['', 'All shelves'],
    ['&q=harbor', 'Deals found by “harbor”'],
    ['&waltv__gte=1', 'Deals of a search'],
    [`&deals=${harborPoint}`, 'One deal'],
    [`&deals=${harborPoint},${tidewater}`, '2 chosen deals'],
  ])('says of which deals it is, of “%s”: %s', async (query, name) => {
    expect(await (await draw(`measure=waltv${query}`)).text()).toContain(name)
  })

  it('is none where there is nothing to draw', async () => {
    expect((await draw('measure=margin&q=harbor')).status).toBe(422)
    expect((await draw('measure=rainfall')).status).toBe(400)
  })
})

describe('GET /api/trends.csv', () => {
  it('has a row for each deal, those that do not report the measure too', async () => {
    const answer = await table(new Request('http://strata.test/api/trends.csv?measure=state.MA'))
    expect(answer.headers.get('content-type')).toContain('text/csv')
    const [header = '', ...rows] = (await answer.text()).trimEnd().split('\r\n')
    expect(header.split(',').slice(0, 3)).toEqual(['Date', 'Deal', 'Shelf'])
    const { points, notReported } = await answerOf('measure=state.MA')
    expect(rows).toHaveLength(points.length + notReported.length)
    expect(rows[0]).toMatch(/^2001-04-01,Harbor Point Mortgage Trust 2001-4,.*,34\.28/)
    expect(rows[0]).toMatch(/\/deals\/harbor-point-mortgage-trust-2001-4\/tables\/state$/)
    expect(rows.filter(row => row.includes('not reported'))).toHaveLength(notReported.length)
  })
})

it('says points in words where it is asked to', async () => {
  const { points } = await answerOf('measure=state.MA&sentences=1')
  expect(points[0]?.sentence).toMatch(/^Harbor Point Mortgage Trust 2001-4; 34\.28%, /)
  expect((await answerOf('measure=state.MA')).points[0]).not.toHaveProperty('sentence')
})
