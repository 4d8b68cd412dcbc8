import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST as deleteDeals } from '@/app/api/bin/route.ts'
import { POST as postFilings } from '@/app/api/filings/route.ts'
import { POST as withdrawLink } from '@/app/api/links/[id]/withdraw/route.ts'
import { GET as getLinks, POST as makeLink } from '@/app/api/links/route.ts'
import { GET as getLog } from '@/app/api/log/route.ts'
import { askerHeader, makeAskerKey, sealAsker } from '@/lib/access/sealed-asker.ts'
import type { Library } from '@/lib/library/index.ts'
import { hashToken } from '@/lib/server/link-tokens.ts'
import { clientHeader } from '@/lib/server/note-act.ts'
import { base, bodyOf, type OpenLibrary, openForRoutes } from '@/lib/testing/called-routes.ts'
import { inventedBytes } from '@/lib/testing/invented-reader.ts'

let library: Library
let close: OpenLibrary['close']
beforeAll(async () => {
  ;({ library, close } = await openForRoutes())
  await library.keepFiling(inventedBytes({ trust: 'Alder Trust 2004-1' }), 'alder.txt')
  vi.stubEnv('STRATA_AUTH', 'proxy')
  vi.stubEnv('STRATA_URL', 'https://strata.example')
  makeAskerKey()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await close()
})

const slug = 'fernhill-trust-2003-2'
const as = (role: 'editor' | 'owner') => ({
  [askerHeader]: sealAsker({
    person: { id: `${role}@desk.example`, name: role, role, by: 'proxy' },
    links: [],
  }),
  [clientHeader]: '192.0.2.1',
})
const post = (body: object) =>
  new Request(base, {
    method: 'POST',
    headers: { ...as('editor'), 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  })
const make = async (address: string, days?: number) => makeLink(post({ address, days }))
const tokenOf = (url: unknown) => new URL(String(url)).searchParams.get('link') ?? ''

describe('POST /api/links', () => {
  it.each([
    [`/deals/${slug}/ledger?x=1`, `/deals/${slug}`, 'Fernhill Trust 2003-2'],
    [`/compare?deals=${slug},alder-trust-2004-1`, undefined, 'Fernhill Trust 2003-2 and Alder Trust 2004-1'],
    ['/?q=fernhill&year=2003', undefined, '“fernhill”, year 2003'],
  ])('makes a link to %s, of whose token only the hash is kept', async (address, opens = address, name) => {
    const made = await bodyOf(await make(address, 7), 'LinkMade')
    expect(made.link).toMatchObject({ address: opens, name, madeBy: 'editor@desk.example' })
    const token = tokenOf(made.url)
    expect(String(made.url)).toBe(
      `https://strata.example${opens}${opens.includes('?') ? '&' : '?'}link=${token}`,
    )
    expect(await library.access.findLink(hashToken(token))).toMatchObject({ address: opens })
    expect(JSON.stringify(await library.access.listLinks(null))).not.toContain(token)
  })

  it.each(['/deals/none', '/trends', `/compare?deals=${slug},none`, 'https://elsewhere.example/', '//x', ''])(
    'makes none to %s',
    async address => {
      const answer = await make(address)
      expect([answer.status, (await answer.json()).error.detail]).toEqual([400, 'address'])
    },
  )

  it('shows a form the link once, on the page that lists them', async () => {
    const answer = await makeLink(
      new Request(base, {
        method: 'POST',
        headers: { ...as('editor'), 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ address: `/deals/${slug}`, days: '' }),
      }),
    )
    const location = new URL(answer.headers.get('location') ?? '', base)
    expect([answer.status, location.pathname]).toEqual([303, '/share'])
    const found = await library.access.findLink(hashToken(location.searchParams.get('made') ?? ''))
    expect(found?.address).toBe(`/deals/${slug}`)
  })
})

describe('a link', () => {
  it('opens nothing once it is withdrawn', async () => {
    const { link, url } = (await bodyOf(await make(`/deals/${slug}`), 'LinkMade')) as {
      link: { id: string }
      url: string
    }
    const context = { params: Promise.resolve({ id: link.id }) }
    await bodyOf(await withdrawLink(post({}), context), 'LinkWithdrawn')
    expect(await library.access.findLink(hashToken(tokenOf(url)))).toBeNull()
    expect((await withdrawLink(post({}), context)).status).toBe(404)
    const asked = new Request(`${base}?address=/deals/${slug}`, { headers: as('editor') })
    const { links } = (await bodyOf(await getLinks(asked), 'Links')) as {
      links: { id: string; withdrawnBy: string }[]
    }
    expect(links.find(({ id }) => id === link.id)?.withdrawnBy).toBe('editor@desk.example')
  })
})

describe('GET /api/log', () => {
  it('tells owners who uploaded, deleted, and made and withdrew links', async () => {
    const body = new FormData()
    body.append(
      'file',
      new File([new Uint8Array(inventedBytes({ trust: 'Birch Trust 2005-1' }))], 'birch.txt'),
    )
    await postFilings(new Request(base, { method: 'POST', headers: as('editor'), body }))
    await deleteDeals(post({ deals: ['birch-trust-2005-1'] }))
    const log = await bodyOf(await getLog(new Request(base, { headers: as('owner') })), 'Log')
    const acts = log.acts as { who: string; client: string; what: string; detail: string }[]
    expect(acts.slice(0, 2)).toMatchObject([
      { who: 'editor@desk.example', client: '192.0.2.1', what: 'deleted', detail: 'birch-trust-2005-1' },
      { what: 'uploaded', detail: 'birch.txt (added, birch-trust-2005-1)' },
    ])
    const whats = new Set(acts.map(({ what }) => what))
    for (const what of ['link-made', 'link-withdrawn']) expect(whats).toContain(what)
    expect(JSON.stringify(acts)).not.toContain('link=')
  })

  it('goes on where a page ends', async () => {
    for (let act = 0; act < 120; act++)
      await library.access.noteAct({ who: 'ada', client: '', what: 'refused', detail: String(act) })
    const ask = (query: string) => getLog(new Request(`${base}${query}`, { headers: as('owner') }))
    const first = await bodyOf(await ask(''), 'Log')
    const next = await bodyOf(await ask(`?before=${first.next}`), 'Log')
    const details = [...(first.acts as { detail: string }[]), ...(next.acts as { detail: string }[])]
    expect(details.slice(98, 102).map(({ detail }) => detail)).toEqual(['21', '20', '19', '18'])
  })

  it('holds nothing where nobody signs in', async () => {
    vi.stubEnv('STRATA_AUTH', '')
    expect((await getLog(new Request(base))).status).toBe(404)
    expect((await make(`/deals/${slug}`)).status).toBe(404)
    vi.stubEnv('STRATA_AUTH', 'proxy')
  })
})
