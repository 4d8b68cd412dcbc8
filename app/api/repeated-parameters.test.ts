import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareHref } from '@/lib/addresses/compare-address.ts'
import { comparingOperations } from '@/lib/server/calls/comparing.ts'
import { readComparePage } from '@/lib/server/compare-page.ts'
import { findRepeated } from '@/lib/server/repeated-values.ts'
import { readTrendsQuery } from '@/lib/server/trends-query.ts'
import { keepFiles, libraryForTests, sampleDeals } from '@/lib/testing/library-for-tests.ts'

const { harborPoint, tidewater } = sampleDeals
libraryForTests(library => keepFiles(library, [harborPoint.file, tidewater.file]))

type Handle = (request: Request, context: { params: Promise<object> }) => Promise<Response>

/** What may be given any number of values, all of which count. */
const manyValued = ['deals']

/** Calls that hold deals against each other, with each of their parameters that has one value. */
const asked = comparingOperations
  .filter(({ path: call }) => !call.endsWith('/changes'))
  .flatMap(operation =>
    (operation.parameters ?? [])
      .filter(one => one.in === 'query' && !manyValued.includes(one.name))
      .map(({ name }) => ({ name, call: operation.path, example: operation.example.path })),
  )

/** Two values for a parameter, the first as the example has it. */
function twice(example: string, name: string): URL {
  const address = new URL(example, 'http://strata.test')
  const values = example.includes('/trends') && name === 'measure' ? ['waltv', 'wac'] : (known[name] ?? [])
  const first = address.searchParams.get(name) ?? values[0] ?? 'one'
  const others = [...values, 'another']
  address.searchParams.delete(name)
  address.searchParams.append(name, first)
  address.searchParams.append(name, others.find(other => other !== first) ?? 'another')
  return address
}

/** Values that are each understood by itself. */
const known: Record<string, readonly string[]> = {
  dimension: ['original-ltv', 'state'],
  measure: ['balancePct', 'loanCount'],
  edges: ['60, 80', 'finer'],
  rows: ['between', 'above'],
  base: [harborPoint.slug, tidewater.slug],
  limit: ['1', '2'],
  group: ['whole-pool', 'loan-group-1'],
  theme: ['light', 'dark'],
  row: ['0', '1'],
  deal: [harborPoint.slug, tidewater.slug],
  shelf: ['Harbor Point', 'Tidewater'],
  q: ['harbor', 'tidewater'],
  by: ['month', 'year'],
  failing: ['in', 'out'],
  sentences: ['1', '0'],
}

async function send(call: string, address: URL): Promise<Response> {
  const route = call.replace('/api/', '').replaceAll('{', '[').replaceAll('}', ']')
  const handlers: { GET?: Handle } = await import(path.join(import.meta.dirname, route, 'route.ts'))
  if (!handlers.GET) throw new Error(`${route} answers nothing`)
  const slug = /\/deals\/([^/]+)/.exec(address.pathname)?.[1] ?? ''
  return await handlers.GET(new Request(address), { params: Promise.resolve({ slug }) })
}

describe('a call with two values for a parameter that has one', () => {
  it.each(asked)('$call refuses two of $name, and says which it is', async ({ name, call, example }) => {
    const answer = await send(call, twice(example, name))
    expect(answer.status).toBe(400)
    const { error } = (await answer.json()) as { error: { code: string; detail: string } }
    expect(error.code).toBe('query-is-not-understood')
    expect(error.detail).toContain(name)
  })

  it('answers where both are the same, or one is empty', async () => {
    const deals = `deals=${harborPoint.slug},${tidewater.slug}&dimension=original-ltv`
    for (const query of ['measure=loanCount&measure=loanCount', 'measure=loanCount&measure=']) {
      const answer = await send('/api/compare', new URL(`http://strata.test/api/compare?${deals}&${query}`))
      expect(await answer.json()).toMatchObject({ measure: 'loanCount' })
    }
  })

  it('reads all deals that are named one by one', async () => {
    const one = `deals=${harborPoint.slug}&deals=${tidewater.slug}`
    const both = `deals=${harborPoint.slug},${tidewater.slug}`
    const [apart, together] = await Promise.all(
      [one, both].map(async deals => {
        const query = `${deals}&dimension=original-ltv`
        return (await send('/api/compare', new URL(`http://strata.test/api/compare?${query}`))).json()
      }),
    )
    expect(apart).toEqual(together)
    const trends = await send('/api/trends', new URL(`http://strata.test/api/trends?measure=waltv&${one}`))
    const { points, notReported } = (await trends.json()) as { points: unknown[]; notReported: unknown[] }
    expect(points.length + notReported.length).toBe(2)
  })
})

describe('a page with two values for a parameter that has one', () => {
  it.each(['dimension', 'measure', 'edges', 'rows', 'base'])('compares without %s, and says so', name => {
    const given = new URLSearchParams([
      ['dimension', 'original-ltv'],
      ...(known[name] ?? []).map((value): [string, string] => [name, value]),
    ])
    if (name === 'dimension') given.delete('dimension')
    if (name === 'dimension') for (const value of known.dimension ?? []) given.append('dimension', value)
    const { problems, context } = readComparePage({
      pools: [],
      address: { deals: [], dimension: name === 'dimension' ? undefined : 'original-ltv' },
      unknown: [],
      tooLong: [],
      asked: 2,
      isSearching: true,
      repeated: findRepeated(given, [name]),
    })
    const says = [...problems, context.edgesProblem].filter(one => one !== null)
    expect(says).toHaveLength(1)
    expect(says[0]).toContain(`“${name}” two values`)
    expect(compareHref(context.address)).not.toContain(`${name}=${known[name]?.[1]}`)
  })

  it.each([
    ['by', 'by'],
    ['failing', 'failing'],
    ['shelf', 'shelf'],
    ['q', 'q'],
    ['tail', 'measure'],
    ['side', 'measure'],
    ['at', 'measure'],
  ])('shows trends without %s, and says so at the control of %s', (name, control) => {
    const values: [string, string][] = [
      ['tail', 'original-ltv'],
      ['side', 'above'],
      ['at', '80'],
      ...(known[name] ?? ['original-ltv', 'credit-score']).map((value): [string, string] => [name, value]),
    ]
    const { problems, figures } = readTrendsQuery(new URLSearchParams(values))
    expect(problems.map(({ parameter }) => parameter)).toEqual([control])
    if (control === 'measure') expect(figures).toEqual([])
  })

  it('draws a chart for each of several measures', () => {
    const { figures, problems } = readTrendsQuery(new URLSearchParams('measure=waltv&measure=wac'))
    expect(figures).toHaveLength(2)
    expect(problems).toEqual([])
  })
})
