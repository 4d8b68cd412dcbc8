import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getTable } from '@/app/api/deals/[slug]/stratifications/[id]/route.ts'
import { GET as getDrawn } from '@/app/api/filings/[sha256]/drawn/route.ts'
import { GET as getLines } from '@/app/api/filings/[sha256]/lines/route.ts'
import { GET as getSource } from '@/app/api/filings/[sha256]/source/route.ts'
import { GET as getWhy } from '@/app/api/filings/[sha256]/why/route.ts'
import { GET as getOpenApi } from '@/app/api/openapi.json/route.ts'
import { drawnAnswerSchema, type Library } from '@/lib/library/index.ts'
import { operations } from '@/lib/server/operations.ts'
import {
  asking,
  base,
  bodyOf,
  fernhill,
  inFiling,
  inTable,
  type OpenLibrary,
  openForRoutes,
} from '@/lib/testing/called-routes.ts'
import { inventedBytes } from '@/lib/testing/invented-reader.ts'

let library: Library
let sha256 = ''
let close: OpenLibrary['close']

beforeAll(async () => {
  ;({ library, sha256, close } = await openForRoutes())
})
afterAll(() => close())

describe('GET /api/deals/{slug}/stratifications/{id}', () => {
  it('gives CSV and JSON', async () => {
    const csv = await getTable(asking(), inTable('fernhill-trust-2003-2', 'state.csv'))
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect((await csv.text()).split('\r\n')).toContain("'=Other,other,20,2500000.00,25.00,1,1")
    const json = await getTable(asking(), inTable('fernhill-trust-2003-2', 'state.json'))
    expect(await bodyOf(json, 'Stratification')).toMatchObject({ stratification: { id: 'state' } })
  })

  it('gives the chart as SVG, by the measure and at the width that is asked for', async () => {
    const draw = async (query: string) => {
      const answer = await getTable(asking(query), inTable('fernhill-trust-2003-2', 'state.svg'))
      expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
      expect(answer.headers.get('content-disposition')).toContain('fernhill-trust-2003-2--state.svg')
      return answer.text()
    }
    const plain = await draw('')
    expect(plain).toContain('width="712"')
    expect(plain).toMatch(/Fernhill Trust 2003-2/i)
    expect(plain).toContain('/deals/fernhill-trust-2003-2#state')
    expect(await draw('?measure=count&width=narrow')).toContain('share of loans')
    expect(await draw('?measure=count&width=narrow')).toContain('width="380"')
    expect(await draw('?line=waRatePct')).toBe(plain)
  })

  it('gives the rows at edges of one’s own, as intervals where a row is cut', async () => {
    const ask = (edges: string, id = 'original-ltv.csv') =>
      getTable(asking(`?edges=${edges}`), inTable('fernhill-trust-2003-2', id))
    const csv = (await (await ask('75')).text()).trimEnd().split('\r\n')
    expect(csv).toHaveLength(4)
    expect(csv[0]).toMatch(/^Row,From \(%\),To \(%\),"Loans, at least","Loans, at most",/)
    expect(csv.slice(1, -1).join('\n')).toMatch(/,no$/)
    expect(csv.at(-1)).toMatch(/^Total,,,/)
    for (const [edges, id, status] of [
      ['x', 'original-ltv.csv', 400],
      ['-1', 'original-ltv.csv', 400],
      ['75&edges=80', 'original-ltv.csv', 400],
      ['75', 'nothing.csv', 404],
      ['75', 'state.csv', 422],
    ] as const) {
      const answer = await ask(edges, id)
      expect([edges, id, answer.status]).toEqual([edges, id, status])
      await bodyOf(answer, 'Error')
    }
  })

  it.each([
    ['?measure=weight', 'measure'],
    ['?line=straight', 'line'],
    ['?width=12', 'width'],
  ])('says of a chart which parameter of %s is not understood', async (query, detail) => {
    const answer = await getTable(asking(query), inTable('fernhill-trust-2003-2', 'state.svg'))
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([400, { error: { detail } }])
  })

  it.each([
    ['state.pdf', 'format-is-unknown'],
    ['nothing.svg', 'stratification-is-unknown'],
    ['state', 'format-is-unknown'],
    ['nothing.csv', 'stratification-is-unknown'],
    ['__proto__.csv', 'stratification-is-unknown'],
  ])('answers 404 for %s', async (id, code) => {
    const answer = await getTable(asking(), inTable('fernhill-trust-2003-2', id))
    expect([answer.status, await bodyOf(answer, 'Error')]).toMatchObject([404, { error: { code } }])
  })
})

describe('GET /api/filings/{sha256}', () => {
  it('gives the very bytes, as text that no browser takes for more, once', async () => {
    const answer = await getSource(asking(), inFiling(sha256))
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(inventedBytes(fernhill)))
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const headers = { 'if-none-match': answer.headers.get('etag') ?? '' }
    const again = await getSource(new Request(base, { headers }), inFiling(sha256))
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('gives the lines asked for, and where they are', async () => {
    const bytes = inventedBytes({ trust: 'Prospectus Trust 1' })
    const kept = await library.keepFiling(bytes, 'prospectus.txt')
    const answer = await getLines(asking('?from=1&to=9'), inFiling(kept.sha256))
    const lines = [new TextDecoder().decode(bytes)]
    expect(await bodyOf(answer, 'SourceLines')).toEqual({ lineCount: 1, first: 1, lines })
  })

  it.each(['?from=0', '?from=a', '?from=5&to=4', '?to=-1'])('does not take %s for lines', async query => {
    const answer = await getLines(asking(query), inFiling(sha256))
    expect(answer.status).toBe(400)
    await bodyOf(answer, 'Error')
  })

  it('gives a table of HTML as plain cells, whatever its markup says', async () => {
    const remark = "Prospectus <table><tr><td onclick='x()'><b>Rate</b><td>&lt;i&gt;<tr><td>5.5<td>1</table>"
    const bytes = inventedBytes({ trust: 'Table Trust', remark })
    const { sha256 } = await library.keepFiling(bytes, 'table.htm')
    const start = new TextDecoder().decode(bytes).indexOf('<table>') + 1
    const end = start + remark.length - remark.indexOf('<table>')
    const answer = await getDrawn(asking(`?at=1:${start}-${end}`), inFiling(sha256))
    const { drawn } = drawnAnswerSchema.parse(await bodyOf(answer, 'Drawn'))
    const texts = drawn.flatMap(part =>
      part.kind === 'table' ? [part.rows.map(cells => cells.map(({ text }) => text))] : [],
    )
    expect(texts).toEqual([
      [
        ['Rate', '<i>'],
        ['5.5', '1'],
      ],
    ])
  })

  it.each(['', '?at=', '?at=7', '?at=9:9-1'])('does not take %s for a place', async query => {
    const answer = await getDrawn(asking(query), inFiling(sha256))
    expect(answer.status).toBe(400)
    await bodyOf(answer, 'Error')
    expect((await getWhy(asking(query), inFiling(sha256))).status).toBe(400)
  })

  it('tells how the table at a place was read, which is nothing where no table is', async () => {
    const answer = await getWhy(asking('?at=1:1-2'), inFiling(sha256))
    expect(await bodyOf(answer, 'Why')).toEqual({ tables: [] })
  })

  it('answers 404 for an unknown filing', async () => {
    for (const hash of ['0'.repeat(64), 'x', '../../etc/passwd']) {
      expect((await getSource(asking(), inFiling(hash))).status).toBe(404)
      expect((await getLines(asking('?from=1&to=2'), inFiling(hash))).status).toBe(404)
      expect((await getDrawn(asking('?at=1:1-2'), inFiling(hash))).status).toBe(404)
      expect((await getWhy(asking('?at=1:1-2'), inFiling(hash))).status).toBe(404)
    }
  })
})

describe('GET /api/openapi.json', () => {
  it('describes every call that there is, and no other', async () => {
    const description = await (await getOpenApi(asking())).json()
    const described = Object.entries<Record<string, unknown>>(description.paths).flatMap(([path, calls]) =>
      Object.keys(calls).map(method => `${method} ${routeOf(path)}`),
    )
    expect(new Set(described)).toEqual(new Set(routesIn(join(import.meta.dirname))))
    expect(operations.length).toBe(described.length)
  })

  it('refers to nothing that it does not have', async () => {
    const text = await (await getOpenApi(asking())).text()
    const description = JSON.parse(text)
    const refs = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref = '']) => ref)
    expect(refs.length).toBeGreaterThan(9)
    const found = (ref: string) =>
      ref
        .replace(/^#\//, '')
        .split('/')
        .reduce((part, key) => part?.[key], description)
    expect(refs.filter(ref => !ref.startsWith('#/') || found(ref) === undefined)).toEqual([])
  })
})

/** The folder whose route answers a described path: `.csv` and the like are read off the last part by one route. */
function routeOf(path: string): string {
  const route = path.replaceAll('{', '[').replaceAll('}', ']')
  const isFile = existsSync(join(import.meta.dirname, '..', route.slice(1)))
  return isFile ? route : route.replace(/(?:\.\w+)+$/, '')
}

/** `get /api/deals` and so on, for every method that a route file exports; the one for unknown calls aside. */
function routesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('route.ts') && !file.startsWith('[...'))
    .flatMap(file => {
      const source = readFileSync(join(directory, file), 'utf8')
      const methods = [...source.matchAll(/export (?:const|function|async function) (GET|POST)\b/g)]
      return methods.map(
        ([, method = '']) => `${method.toLowerCase()} /api/${file.replace(/\/route\.ts$/, '')}`,
      )
    })
}
