import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type InventedFiling, inventedBytes, inventedReader } from '../testing/invented-reader.ts'
import { type FindDealsQuery, type Library, sortKeys } from './library.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

const filings: InventedFiling[] = [
  {
    trust: 'Harrow Trust 2001-9',
    depositor: 'Harrow Bay',
    signedOn: '2001-11-30',
    balanceCents: 300_00,
    loanCount: 4,
  },
  {
    trust: 'Harrow Trust 2001-12',
    depositor: 'Harrow Bay',
    signedOn: '2001-12-31',
    balanceCents: 100_00,
    loanCount: 2,
    failing: 1,
  },
  {
    trust: 'Kestrel Trust 2004-HE1',
    depositor: 'Kestrel, Inc.',
    signedOn: '2004-02-27',
    balanceCents: 200_00,
    loanCount: 10,
    wacPct: 7.5,
    masterServicer: 'Müller & Sons',
  },
  { trust: 'Paper Trust 2003-1', depositor: 'Paper', tables: 0 },
]
const folder = mkdtempSync(join(tmpdir(), 'strata-find-'))
let library: Library
beforeAll(async () => {
  library = openLibrary({ folder, writer: writeWith(inventedReader), readerVersion: '1' })
  for (const filing of filings) await library.keepFiling(inventedBytes(filing), 'filing.txt')
})
afterAll(async () => {
  await library.close()
  rmSync(folder, { recursive: true })
})
const names = async (query: FindDealsQuery) => (await library.findDeals(query)).deals.map(deal => deal.name)

describe('findDeals', () => {
  it.each<[FindDealsQuery, string[]]>([
    [{ q: 'harrow', sort: 'name' }, ['Harrow Trust 2001-9', 'Harrow Trust 2001-12']],
    [{ q: '2001-12' }, ['Harrow Trust 2001-12']],
    [{ q: 'kestr he1' }, ['Kestrel Trust 2004-HE1']],
    [{ q: 'muller' }, ['Kestrel Trust 2004-HE1']],
    [{ q: 'February 27' }, ['Kestrel Trust 2004-HE1']],
    [{ q: '333-00001 paper' }, ['Paper Trust 2003-1']],
    [{ q: 'california 2004' }, ['Kestrel Trust 2004-HE1']],
    [{ q: 'nobody' }, []],
    [{ q: 'other' }, []],
    [{ year: '2004' }, ['Kestrel Trust 2004-HE1']],
    [{ year: '2002-2004' }, ['Kestrel Trust 2004-HE1']],
    [{ shelf: 'HARROW TRUST', sort: 'name' }, ['Harrow Trust 2001-9', 'Harrow Trust 2001-12']],
    [{ only: 'failing' }, ['Harrow Trust 2001-12']],
    [{ only: 'no-tables' }, ['Paper Trust 2003-1']],
    [
      { sort: '-balance' },
      ['Harrow Trust 2001-9', 'Kestrel Trust 2004-HE1', 'Harrow Trust 2001-12', 'Paper Trust 2003-1'],
    ],
    [
      { sort: 'balance' },
      ['Harrow Trust 2001-12', 'Kestrel Trust 2004-HE1', 'Harrow Trust 2001-9', 'Paper Trust 2003-1'],
    ],
    [{}, ['Paper Trust 2003-1', 'Kestrel Trust 2004-HE1', 'Harrow Trust 2001-12', 'Harrow Trust 2001-9']],
  ])('answers %j with %j', async (query, expected) => expect(await names(query)).toEqual(expected))

  it.each(['"', '*', 'a AND', '(', 'NEAR(a b)', 'words:x', "';drop table deal;--", '\u0000', '-'])(
    'takes %j for words, never for syntax',
    async q => expect((await library.findDeals({ q })).count).toBeGreaterThanOrEqual(0),
  )

  it('pages through all deals once, in every order', async () => {
    for (const sort of sortKeys.flatMap(key => [key, `-${key}`] as const)) {
      const whole = await names({ sort })
      const paged: string[] = []
      let cursor: string | null | undefined
      while (cursor !== null) {
        const page = await library.findDeals({ sort, limit: 1, cursor })
        paged.push(...page.deals.map(deal => deal.name))
        cursor = page.next
      }
      expect(paged).toEqual(whole)
      expect(new Set(paged).size).toBe(4)
    }
  })

  it('totals all that match, whatever page is shown', async () => {
    const found = await library.findDeals({ q: 'harrow', limit: 1 })
    expect(found.totals).toEqual({ deals: 2, withoutTables: 0, poolBalanceCents: 400_00, loanCount: 6 })
    expect(found.count).toBe(2)
    expect((await library.findDeals({ q: 'nobody' })).totals).toEqual({
      deals: 0,
      withoutTables: 0,
      poolBalanceCents: 0,
      loanCount: 0,
    })
  })

  it('counts the search in each group, whatever group is chosen', async () => {
    const { facets } = await library.findDeals({ year: '2004' })
    expect(facets).toEqual({
      tags: [],
      years: [
        { year: 2001, deals: 2 },
        { year: 2004, deals: 1 },
      ],
      shelves: [
        { shelf: 'Harrow Trust', deals: 2 },
        { shelf: 'Kestrel Trust', deals: 1 },
        { shelf: 'Paper Trust', deals: 1 },
      ],
      failing: 1,
      noTables: 1,
    })
  })
})
