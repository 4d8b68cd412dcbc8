import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { GET as compare } from '@/app/api/compare/route.ts'
import { GET as table } from '@/app/api/compare.csv/route.ts'
import { GET as picture } from '@/app/api/compare.svg/route.ts'
import { GET as compareInBook } from '@/app/api/compare.xlsx/route.ts'
import { GET as getSimilar } from '@/app/api/deals/[slug]/similar/route.ts'
import { type CompareAnswer, compareAnswerSchema } from '@/lib/server/compare-answer.ts'
import { similarAnswerSchema } from '@/lib/server/similar-answer.ts'
import { keepFiles, libraryForTests, sampleDeals } from '@/lib/testing/library-for-tests.ts'

const harborPoint = sampleDeals.harborPoint.slug
const tidewater = sampleDeals.tidewater.slug
libraryForTests(library => keepFiles(library, [sampleDeals.harborPoint.file, sampleDeals.tidewater.file]))

const ask = (query: string) => compare(new Request(`http://strata.test/api/compare?${query}`))
const both = `deals=${harborPoint},${tidewater}`

async function answerOf(query: string): Promise<CompareAnswer> {
  const answer = await ask(query)
  expect(answer.status).toBe(200)
  const body = await answer.json()
  expect(compareAnswerSchema.parse(body)).toEqual(body)
  return body as CompareAnswer
}

describe('GET /api/deals/{slug}/similar', () => {
  const like = (slug: string, query = '') =>
    getSimilar(new Request(`http://strata.test/api/deals/${slug}/similar?${query}`), {
      params: Promise.resolve({ slug }),
    })

  it('tells how far other pools are, and in what', async () => {
    const answer = await like(harborPoint)
    expect(answer.status).toBe(200)
    const body = similarAnswerSchema.parse(await answer.json())
    expect(body).toMatchObject({ slug: harborPoint, dimensions: 9, deals: 1, measured: 1 })
    const [only] = body.pools
    expect(only?.slug).toBe(tidewater)
    expect(only?.points).toBeGreaterThan(0)
    expect(only?.compared.map(({ dimension }) => dimension)).toContain('original-ltv')
    for (const { points, floor } of only?.compared ?? []) {
      expect(points).toBeLessThanOrEqual(100)
      expect(floor).toBeGreaterThanOrEqual(0)
    }
    expect(only?.sentence).toMatch(/^Nearest in .*; furthest in .*\.$/)
  })

  it.each([
    ['nowhere-1', '', 404, 'deal-is-unknown'],
    [harborPoint, 'group=group-9', 404, 'loan-group-is-unknown'],
    [harborPoint, 'limit=0', 400, 'query-is-not-understood'],
    [harborPoint, 'limit=many', 400, 'query-is-not-understood'],
  ])('refuses %s?%s', async (slug, query, status, code) => {
    const answer = await like(slug, query)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error: { code } })
  })
})

describe('GET /api/compare', () => {
  it('brings ranges to the edges that both print, where every figure is exact', async () => {
    const { edges, rows, deals, notCompared } = await answerOf(`${both}&dimension=original-ltv`)
    expect(deals.map(({ slug }) => slug)).toEqual([harborPoint, tidewater])
    expect(notCompared).toEqual([])
    expect(edges).toContain(80)
    for (const { values } of rows)
      for (const value of values) expect(value && value.high - value.low).toBeLessThan(0.001)
  })

  it('bounds what lies between edges that no deal prints', async () => {
    const { edges, rows } = await answerOf(`${both}&dimension=original-ltv&edges=77&measure=loanCount`)
    expect(edges).toEqual([77])
    expect(rows.some(({ values }) => values.some(value => value && value.low < value.high))).toBe(true)
  })

  it('takes slugs as the ticked rows of a form come', async () => {
    const { deals } = await answerOf(`deals=${harborPoint}&deals=${tidewater}&dimension=state`)
    expect(deals).toHaveLength(2)
  })

  it('tells how far each lies from a base', async () => {
    const { base, rows } = await answerOf(`${both}&dimension=original-ltv&base=${harborPoint}&rows=above`)
    expect(base).toBe(harborPoint)
    for (const { values, differences } of rows) {
      const [own, other] = values
      expect(differences[0]?.low).toBeCloseTo(0, 2)
      expect(differences[1]?.low).toBeCloseTo((other?.low ?? 0) - (own?.high ?? 0), 9)
    }
  })

  it('lines single figures up by their value, and all that lies above each edge', async () => {
    const rates = await answerOf(`${both}&dimension=mortgage-rate&edges=values`)
    expect(['values', 'edges']).toContain(rates.by)
    const tails = await answerOf(`${both}&dimension=original-ltv&rows=above&edges=finer`)
    expect(tails.by).toBe('tails')
    const shares = tails.rows.map(({ values }) => values[0]?.high ?? 0)
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  })

  it('tells which deal has no such table', async () => {
    const { rows, notCompared } = await answerOf(`${both}&dimension=vehicle-make`)
    expect(rows).toEqual([])
    expect(notCompared.map(({ slug }) => slug)).toEqual([harborPoint, tidewater])
  })

  it.each([
    [`deals=${harborPoint}&dimension=state`, 400, 'deals-are-too-few-or-many'],
    [
      `deals=${Array.from({ length: 9 }, (_, order) => `a-${order}`).join(',')}&dimension=state`,
      400,
      'deals-are-too-few-or-many',
    ],
    [`${both}&dimension=colour`, 400, 'query-is-not-understood'],
    [`${both}&dimension=state&measure=colour`, 400, 'query-is-not-understood'],
    [`${both}&dimension=original-ltv&edges=high`, 400, 'edge-is-not-understood'],
    [`${both}&dimension=original-ltv&edges=70,400`, 400, 'edge-is-outside'],
    [`${both}&dimension=state&rows=beside`, 400, 'query-is-not-understood'],
    [`${both}&dimension=state&base=nowhere-1`, 400, 'query-is-not-understood'],
    [`deals=${harborPoint},nowhere-1&dimension=state`, 404, 'deal-is-unknown'],
    [`deals=${harborPoint},${tidewater}~group-9&dimension=state`, 404, 'loan-group-is-unknown'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await ask(query)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error: { code } })
  })
})

describe('GET /api/compare.xlsx', () => {
  const inBook = (query: string) => compareInBook(new Request(`http://strata.test/api/compare.xlsx?${query}`))

  it('has a sheet for each dimension that two pools print, and one tape of all rows', async () => {
    const answer = await inBook(`${both}&base=${tidewater}`)
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="compared.xlsx"',
    ])
    const { sheets } = await readXlsx(Buffer.from(await answer.arrayBuffer()))
    const names = sheets.map(({ name }) => name)
    expect([names[0], ...names.slice(-4)]).toEqual(['Compared', 'Figures', 'Ledger', 'Tape', 'About'])
    expect(names).toContain('Original LTV')
    const deals = new Set(
      sheets
        .find(({ name }) => name === 'Tape')
        ?.rows.slice(1)
        .map(row => row[0]),
    )
    expect([...deals]).toEqual(['Harbor Point Mortgage Trust 2001-4', 'Tidewater Home Equity Trust 2004-3'])
    const ltv = sheets.find(({ name }) => name === 'Original LTV')
    const { rows } = await answerOf(`${both}&dimension=original-ltv`)
    expect(ltv?.rows.slice(3, 3 + rows.length).map(row => row[0])).toEqual(rows.map(({ label }) => label))
  })

  it('keeps to one dimension where one is asked for', async () => {
    const answer = await inBook(`${both}&dimension=purpose`)
    const { sheets } = await readXlsx(Buffer.from(await answer.arrayBuffer()))
    expect(sheets.map(({ name }) => name)).toEqual([
      'Compared',
      'Purpose',
      'Figures',
      'Ledger',
      'Tape',
      'About',
    ])
  })

  it.each([
    [`deals=${harborPoint}`, 400, 'deals-are-too-few-or-many'],
    [`${both}&dimension=colour`, 400, 'query-is-not-understood'],
    [`${both}&base=nowhere`, 400, 'query-is-not-understood'],
    [`deals=${harborPoint},nowhere-1`, 404, 'deal-is-unknown'],
    [`deals=${harborPoint},${tidewater}~group-9`, 404, 'loan-group-is-unknown'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await inBook(query)
    expect([answer.status, await answer.json()]).toMatchObject([status, { error: { code } }])
  })
})

describe('GET /api/compare.csv and .svg', () => {
  const query = `${both}&dimension=original-ltv&edges=60,77,80&base=${harborPoint}`
  const asked = (form: string) => new Request(`http://strata.test/api/compare.${form}?${query}`)

  it('gives the rows of the answer, each deal at least and at most, for spreadsheets', async () => {
    const answer = await table(asked('csv'))
    expect(answer.headers.get('content-disposition')).toContain('compare-original-ltv.csv')
    const [header, ...rows] = (await answer.text()).trimEnd().split('\r\n')
    expect(header).toContain('"Harbor Point Mortgage Trust 2001-4, at least (%)"')
    expect(header?.match(/at least/g)).toHaveLength(4)
    const { rows: answered } = await answerOf(query)
    expect(rows).toHaveLength(answered.length)
    const [low = 0, high = 0] = rows[1]?.split(',').slice(1, 3).map(Number) ?? []
    expect(low).toBeLessThan(high)
    expect(low).toBeLessThanOrEqual(answered[1]?.values[0]?.low ?? 0)
    expect(high).toBeGreaterThanOrEqual(answered[1]?.values[0]?.high ?? 0)
  })

  it('draws the rows as a picture with its address', async () => {
    const answer = await picture(asked('svg'))
    expect(answer.headers.get('content-type')).toContain('image/svg+xml')
    const svg = await answer.text()
    expect(svg).toContain('Harbor Point Mortgage Trust 2001-4</text>')
    expect(svg).toContain('url(#pool-0)')
    expect(svg).toContain('/compare?deals=')
    expect(svg).not.toContain('NaN')
  })

  it('refuses what the call refuses', async () => {
    const bad = new Request(`http://strata.test/api/compare.csv?deals=${harborPoint}&dimension=original-ltv`)
    expect((await table(bad)).status).toBe(400)
    expect((await picture(bad)).status).toBe(400)
  })
})
