import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFigureKey } from '../figures/index.ts'
import { type InventedFiling, inventedBytes, inventedReader } from '../testing/invented-reader.ts'
import { isOnPostgres, placeForTests, removePlace } from '../testing/library-place.ts'
import { takeBackTo4 } from '../testing/older-schema.ts'
import { openSqlite } from './engines/sqlite/sqlite.ts'
import { type FindDealsQuery, type Library, sortKeys } from './library.ts'
import { openLibrary } from './open-library.ts'
import { readDealsQuery } from './read-deals-query.ts'
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
const place = await placeForTests()
let library: Library
beforeAll(async () => {
  library = openLibrary({ ...place, writer: writeWith(inventedReader), readerVersion: '1' })
  for (const filing of filings) await library.keepFiling(inventedBytes(filing), 'filing.txt')
})
afterAll(async () => {
  await library.close()
  await removePlace(place)
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

  it('counts each choice of a facet, all other choices being as they are', async () => {
    const { facets } = await library.findDeals({ year: '2004' })
    const one = { deals: 1, possible: 0 }
    expect(facets).toEqual({
      tags: [],
      years: [
        { year: 2001, deals: 2, possible: 0 },
        { year: 2004, ...one },
      ],
      shelves: [{ shelf: 'Kestrel Trust', ...one }],
      trustees: [],
      masterServicers: [{ name: 'Müller & Sons', ...one }],
      forms: [{ name: '8-K', ...one }],
      failing: 0,
      passing: 1,
      noTables: 0,
      possible: { failing: 0, passing: 0, noTables: 0 },
    })
    expect(await names({ servicer: 'muller & sons' })).toEqual(['Kestrel Trust 2004-HE1'])
    expect(await names({ form: '10-K' })).toEqual([])
    expect(await names({ only: 'passing', sort: 'name' })).toHaveLength(3)
  })
})

const ask = async (address: string) => {
  const { query, problems } = readDealsQuery(new URLSearchParams(address))
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return await library.findDeals(query)
}
const matched = async (address: string) =>
  (await ask(address)).deals.map(({ name, match }) => `${match} ${name}`).sort()

describe('figures', () => {
  it('are matched certainly, possibly, or not known, and each can be listed', async () => {
    // Every pool has 75 % in California and 25 % in states that are not named; one filing has no tables.
    expect((await ask('state.CA__gt=50')).counts).toEqual({ certain: 3, possible: 0, unknown: 1 })
    expect((await ask('state.TX__gt=10')).facets).toMatchObject({
      failing: 1,
      passing: 2,
      possible: { failing: 1, passing: 2, noTables: 0 },
    })
    const texas = await ask('state.TX__gt=10')
    expect(texas.counts).toEqual({ certain: 0, possible: 3, unknown: 1 })
    expect(texas.deals[0]).toMatchObject({
      match: 'possible',
      figures: { 'state.TX': { low: 0, high: 25, kind: 'bounded' } },
    })
    expect((await ask('state.TX__gt=30')).counts).toEqual({ certain: 0, possible: 0, unknown: 1 })
    expect((await ask('state.TX__gt=30')).ruledOut).toBe(3)
    expect(await matched('state.CA__gt=50&match=unknown')).toEqual(['unknown Paper Trust 2003-1'])
    expect((await ask('state.CA__gt=50&match=certain,unknown')).count).toBe(4)
  })

  it('narrow together, by any edge of a range too', async () => {
    expect(await matched('state.CA__gt=50&loans__lt=5')).toEqual([
      'certain Harrow Trust 2001-12',
      'certain Harrow Trust 2001-9',
    ])
    expect(await matched('original-ltv.above.80__lte=0&balance__gte=150')).toHaveLength(2)
    expect((await ask('original-ltv.above.70__gt=10')).counts).toEqual({
      certain: 0,
      possible: 3,
      unknown: 1,
    })
    expect(await matched('has=wac')).toEqual(['certain Kestrel Trust 2004-HE1'])
    expect(await matched('wac__eq=7.5&q=kestrel')).toEqual(['certain Kestrel Trust 2004-HE1'])
  })

  it('are paged with the better matches first', async () => {
    const whole = (await ask('state.TX__gt=10&match=possible,unknown&sort=name')).deals.map(
      ({ name }) => name,
    )
    expect(whole.at(-1)).toBe('Paper Trust 2003-1')
    const paged: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await ask(`state.TX__gt=10&match=possible,unknown&sort=name&limit=1&cursor=${cursor}`)
      paged.push(...page.deals.map(({ name }) => name))
      cursor = page.next
    }
    expect(paged).toEqual(whole)
  })

  it('take a cursor under the same order and limits alone', async () => {
    const { next } = await ask('state.TX__gt=10&match=possible,unknown&sort=name&limit=1')
    const behind = (query: string) => readDealsQuery(new URLSearchParams(`${query}&cursor=${next}`))
    expect(behind('sort=name&limit=3&match=unknown,possible&state.TX__gt=10').problems).toEqual([])
    for (const query of [
      'state.TX__gt=10&match=unknown,possible&sort=-name',
      'state.TX__gt=10&sort=name',
      'state.TX__gt=11&match=unknown,possible&sort=name',
      'match=unknown,possible&sort=name',
      'state.TX__gt=10&match=unknown,possible&sort=name&q=trust',
      'state.TX__gt=10&match=unknown,possible',
    ]) {
      const read = behind(query)
      expect(read.query.cursor, query).toBeUndefined()
      expect(read.problems, query).toMatchObject([
        { parameter: 'cursor', detail: expect.stringMatching(/of no page of this list/) },
      ])
    }
  })

  it('are spread over bins that leave out what they themselves are narrowed to', async () => {
    const loans = readFigureKey('loans')
    if ('problem' in loans) throw new Error(loans.problem)
    const { query } = readDealsQuery(new URLSearchParams('loans__gt=5'))
    const found = await library.findDeals({ ...query, histograms: [loans] })
    expect(found.count).toBe(1)
    const [histogram] = found.histograms ?? []
    expect(histogram?.bins.reduce((sum, { deals }) => sum + deals, 0)).toBe(3)
  })

  it('follow what other connections add, delete and bring back', async () => {
    const other = openLibrary({ ...place, writer: writeWith(inventedReader), readerVersion: '1' })
    const count = async () => (await ask('state.CA__gt=50')).counts.certain
    const filing = inventedBytes({ trust: 'Later Trust 2005-1', loanCount: 77 })
    await other.keepFiling(filing, 'later.txt')
    expect(await count()).toBe(4)
    expect(await matched('loans__eq=77')).toEqual(['certain Later Trust 2005-1'])
    await other.changeDeals({ what: 'delete', slugs: ['later-trust-2005-1'] })
    expect(await count()).toBe(3)
    await other.changeDeals({ what: 'restore', slugs: ['later-trust-2005-1'] })
    expect(await count()).toBe(4)
    await other.changeDeals({ what: 'delete', slugs: ['later-trust-2005-1'] })
    await other.changeDeals({ what: 'erase', slugs: ['later-trust-2005-1'] })
    expect(await count()).toBe(3)
    await other.close()
  })

  it('are found by the same words as others add, rename and delete', async () => {
    const other = openLibrary({ ...place, writer: writeWith(inventedReader), readerVersion: '1' })
    const found = () => names({ q: 'wordsmith', sort: 'name' })
    expect(await found()).toEqual([])
    const kept = await other.keepFiling(inventedBytes({ trust: 'Wordsmith Trust 2005-2' }), 'words.txt')
    expect(await found()).toEqual(['Wordsmith Trust 2005-2'])
    expect(await found()).toEqual(['Wordsmith Trust 2005-2'])
    const slug = kept.deal?.slug ?? ''
    expect(await names({ q: 'letterer' })).toEqual([])
    await other.changeDeals({ what: 'rename', slug, name: 'Letterer Trust' })
    expect(await names({ q: 'letterer' })).toEqual(['Letterer Trust'])
    await other.changeDeals({ what: 'delete', slugs: [slug] })
    expect(await found()).toEqual([])
    await other.changeDeals({ what: 'erase', slugs: [slug] })
    expect(await found()).toEqual([])
    await other.close()
  })

  it.skipIf(isOnPostgres)(
    'of filings that an older reader read are there once they are read again',
    async () => {
      const older = mkdtempSync(join(tmpdir(), 'strata-older-'))
      const open = (readerVersion: string) =>
        openLibrary({ folder: older, writer: writeWith(inventedReader), readerVersion })
      const first = open('1')
      await first.keepFiling(inventedBytes({ trust: 'Older Trust 1999-1' }), 'older.txt')
      await first.close()
      const { connection } = openSqlite(older)
      takeBackTo4(connection)
      connection.close()
      const second = open('2')
      const { query } = readDealsQuery(new URLSearchParams('state.CA__gt=50'))
      expect((await second.findDeals(query)).counts).toEqual({ certain: 0, possible: 0, unknown: 1 })
      await second.bringUpToDate()
      expect((await second.findDeals(query)).counts).toEqual({ certain: 1, possible: 0, unknown: 0 })
      await second.close()
      rmSync(older, { recursive: true })
    },
  )
})

describe('deals that nobody signed', () => {
  it('are in order of time by the date that the pool is told of', async () => {
    const own = await placeForTests()
    const other = openLibrary({ ...own, writer: writeWith(inventedReader), readerVersion: '1' })
    try {
      const dates = [
        { signedOn: '2001-11-30' },
        { agreementDate: '2003-06-01' },
        {},
        { signedOn: '2004-02-27' },
      ]
      for (const [order, date] of dates.entries())
        await other.keepFiling(inventedBytes({ trust: `Alder Trust 200${order}-1`, ...date }), 'filing.txt')
      const { deals } = await other.findDeals({ sort: '-signed' })
      expect(deals.map(({ name }) => name.slice(12))).toEqual(['2003-1', '2001-1', '2000-1', '2002-1'])
    } finally {
      await other.close()
      await removePlace(own)
    }
  })
})
