import { expect, it } from 'vitest'
import { GET as getChanges } from '@/app/api/deals/[slug]/changes/route.ts'
import { type ChangesAnswer, changesAnswerSchema } from '@/lib/server/changes-answer.ts'
import { inventedBytes, inventedReader } from '@/lib/testing/invented-reader.ts'
import { libraryForTests } from '@/lib/testing/library-for-tests.ts'

const slug = 'fernhill-trust-2003-2'
const trust = 'Fernhill Trust 2003-2'
const filings: string[] = []
libraryForTests(async library => {
  for (const filing of [
    { trust, signedOn: '2003-01-10', tables: 1 },
    { trust, signedOn: '2003-01-31' },
    { trust: 'Lone Trust 2003-1' },
  ])
    filings.push((await library.keepFiling(inventedBytes(filing), 'a.txt')).sha256)
}, inventedReader)

const ask = (query = '', of = slug) =>
  getChanges(new Request(`http://strata.test/api/deals/${of}/changes?${query}`), {
    params: Promise.resolve({ slug: of }),
  })

async function answerOf(query = ''): Promise<ChangesAnswer> {
  const answer = await ask(query)
  expect(answer.status).toBe(200)
  const body = await answer.json()
  expect(changesAnswerSchema.parse(body)).toEqual(body)
  return body as ChangesAnswer
}

it('tells from the last but one filing to the last, or as it is asked', async () => {
  const usual = await answerOf()
  expect([usual.from.sha256, usual.to.sha256]).toEqual([filings[0], filings[1]])
  expect(usual.tables.map(({ state }) => state)).toContain('added')
  const back = await answerOf(`from=${filings[1]?.slice(0, 12)}&to=${filings[0]?.slice(0, 12)}`)
  expect(back.tables.map(({ state }) => state)).toContain('gone')
})

it.each([
  ['to=ffffffffffff', slug, 404, 'filing-is-unknown'],
  ['from=ffffffffffff', slug, 404, 'filing-is-unknown'],
  ['', 'lone-trust-2003-1', 422, 'one-filing-alone'],
  ['', 'no-such-deal', 404, 'deal-is-unknown'],
])('refuses ?%s of %s', async (query, of, status, code) => {
  const answer = await ask(query, of)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ error: { code } })
})

it('refuses one filing against itself', async () => {
  const answer = await ask(`from=${filings[0]?.slice(0, 12)}&to=${filings[0]?.slice(0, 12)}`)
  expect(answer.status).toBe(400)
})
