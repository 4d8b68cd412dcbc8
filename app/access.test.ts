import { globSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Refused } from '@/components/access/refused.tsx'
import type { Asker, HeldLink } from '@/lib/access/asker.ts'
import type { Need, Role } from '@/lib/access/role.ts'
import { askerHeader, makeAskerKey, sealAsker } from '@/lib/access/sealed-asker.ts'
import type { Library } from '@/lib/library/index.ts'
import { errorAnswerSchema } from '@/lib/server/service-errors.ts'
import { base, type OpenLibrary, openForRoutes } from '@/lib/testing/called-routes.ts'
import { inventedBytes } from '@/lib/testing/invented-reader.ts'

/**
 * Every call and page that there is, found by its file, asked for by everybody there is. What is not named here is for viewers
 * where it only reads, and for editors where it does more; so a new one is guarded, or this fails.
 */
const others: Record<string, Need> = {
  'GET api/health': 'nothing',
  'GET api/health/live': 'nothing',
  'GET api/sign-in': 'nothing',
  'GET api/sign-in/callback': 'nothing',
  'POST api/sign-out': 'nothing',
  'GET api/[...path]': 'nothing',
  'POST api/[...path]': 'nothing',
  'GET api/links': 'edit',
  'GET api/log': 'own',
  'POST api/mcp': 'look',
  'POST api/bin/erase': 'own',
  'POST api/sessions/end': 'own',
  'page sign-in': 'nothing',
  'page [...missing]': 'nothing',
  'page deleted': 'edit',
  'page share': 'edit',
  'page log': 'own',
  'page edgar/[accession]': 'edit',
}

/** What a link opens besides what asks for nothing, by what it was made for. */
const opened = {
  deal: [
    /^GET api\/deals\/\[slug\](?:\/(?:tail|certificate|changes|over-time|tied|slice(?:\.csv)?|loans(?:\/\[number\])?|stratifications\/\[id\]))?$/,
    /^GET api\/deals\/\[slug\]\/loans\.\w+$/,
    /^GET api\/filings\/\[sha256\]\/(?:source|lines|why|drawn)$/,
    /^(?:page|picture) deals\/\[slug\](?!\/similar)/,
  ],
  comparison: [/^GET api\/compare(?:\.\w+|\/certificate)?$/, /^page compare$/],
  search: [/^GET api\/deals$/, /^page $/],
}

const asked: { headers: Headers } = { headers: new Headers() }
vi.mock('next/headers', () => ({ headers: async () => asked.headers }))

const slug = 'fernhill-trust-2003-2'
const other = 'greenhill-trust-2004-1'
const query = `deals=${slug}&q=fernhill`
let library: Library
let sha256 = ''
let close: OpenLibrary['close']

beforeAll(async () => {
  ;({ library, sha256, close } = await openForRoutes())
  await library.keepFiling(inventedBytes({ trust: 'Greenhill Trust 2004-1' }), 'greenhill.txt')
  vi.stubEnv('STRATA_AUTH', 'proxy')
  makeAskerKey()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await close()
})

type Door = { name: string; need: Need; knock: () => Promise<boolean> }

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const files = globSync('**/{route.ts,page.tsx,opengraph-image.tsx}', { cwd: import.meta.dirname }).sort()

/** What stands in a path for its parameters. */
const params = () =>
  Promise.resolve({
    slug,
    sha256,
    id: 'state.csv',
    table: 'state',
    filing: undefined,
    which: ['filings'],
    accession: '0000912057-02-012345',
    path: ['x'],
    missing: ['x'],
  })

/** Every door of the site: each method of each call, each page with its title, each picture. */
async function findDoors(): Promise<Door[]> {
  const doors: Door[] = []
  for (const file of files) {
    const module: Record<string, unknown> = await import(path.join(import.meta.dirname, file))
    const place = path.dirname(file) === '.' ? '' : path.dirname(file)
    const add = (kind: string, usual: Need, knock: Door['knock']) => {
      const name = `${kind} ${place}`
      doors.push({ name, need: others[name.replace(/^title of/, 'page')] ?? usual, knock })
    }
    if (file.endsWith('route.ts'))
      for (const method of methods) {
        const handle = module[method]
        if (isHandler(handle))
          add(method, method === 'GET' ? 'look' : 'edit', () => knockAtCall(handle, method))
      }
    else if (isHandler(module.default)) {
      const { default: page, generateMetadata } = module
      const kind = file.endsWith('page.tsx') ? 'page' : 'picture'
      add(kind, 'look', () => knockAtPage(page))
      if (isHandler(generateMetadata)) add('title of', 'look', () => knockAtTitle(generateMetadata))
    }
  }
  return doors
}

type Handler = (...asked: unknown[]) => unknown
const isHandler = (value: unknown): value is Handler => typeof value === 'function'

const refusals = ['sign-in-is-needed', 'link-opens-something-else', 'role-is-missing', 'role-is-not-enough']

/** True where the call does not refuse whoever asks, whatever else it answers. */
async function knockAtCall(handle: Handler, method: string): Promise<boolean> {
  const request = new Request(`${base}/x?${query}`, { method, headers: asked.headers })
  const answer = (await handle(request, { params: params() })) as Response
  return isLetIn(answer)
}

async function isLetIn(answer: Response): Promise<boolean> {
  if (answer.status !== 401 && answer.status !== 403) return true
  const { error } = errorAnswerSchema.parse(await answer.json())
  expect(refusals).toContain(error.code)
  expect(answer.headers.has('www-authenticate')).toBe(answer.status === 401)
  return false
}

const props = () => ({
  params: params(),
  searchParams: Promise.resolve(Object.fromEntries(new URLSearchParams(query))),
})

async function knockAtPage(page: Handler): Promise<boolean> {
  try {
    const drawn = (await page(props())) as { type?: unknown } | Response | null
    if (drawn instanceof Response) return await isLetIn(drawn)
    return drawn?.type !== Refused
  } catch (thrown) {
    const digest = String((thrown as { digest?: unknown }).digest ?? thrown)
    if (digest.includes('/sign-in')) return false
    if (digest.includes('NEXT_')) return true
    throw thrown
  }
}

async function knockAtTitle(title: Handler): Promise<boolean> {
  const told = JSON.stringify(await title(props()))
  if (!told.includes('Not for you')) return true
  expect(told).not.toMatch(/fernhill/i)
  return false
}

const person = (role: Role | null) => ({ id: 'ada', name: 'Ada', role, by: 'proxy' as const })
const askers: Record<string, Asker> = {
  nobody: { person: null, links: [] },
  'somebody without a role': { person: person(null), links: [] },
  viewer: { person: person('viewer'), links: [] },
  editor: { person: person('editor'), links: [] },
  owner: { person: person('owner'), links: [] },
}

/** The doors that let an asker in, by name. */
async function enter(asker: Asker, doors: Door[]): Promise<string[]> {
  asked.headers = new Headers({ [askerHeader]: sealAsker(asker) })
  const open: string[] = []
  for (const { name, knock } of doors) if (await knock()) open.push(name)
  return open
}

const allowed: Record<string, Need[]> = {
  nobody: ['nothing'],
  'somebody without a role': ['nothing'],
  viewer: ['nothing', 'look'],
  editor: ['nothing', 'look', 'edit'],
  owner: ['nothing', 'look', 'edit', 'own'],
}

describe('every call and page', () => {
  let doors: Door[] = []
  // All routes and pages are loaded for it.
  beforeAll(async () => {
    doors = await findDoors()
  }, 120_000)
  const names = (needs: Need[] | undefined) =>
    doors.filter(({ need }) => needs?.includes(need)).map(({ name }) => name)

  it('is found', () => {
    expect(doors.length).toBeGreaterThan(70)
    const known = doors.map(({ name }) => name)
    expect(Object.keys(others).filter(name => !known.includes(name))).toEqual([])
  })

  it.each(Object.entries(askers))('lets %s in where it is for them, and nowhere else', async (who, asker) => {
    expect(await enter(asker, doors)).toEqual(names(allowed[who]))
  })

  it('takes the word of nobody but the server that has the connection', async () => {
    asked.headers = new Headers({
      [askerHeader]: `${Buffer.from(JSON.stringify(askers.owner)).toString('base64url')}.x`,
    })
    const open: string[] = []
    for (const { name, knock } of doors) if (await knock()) open.push(name)
    expect(open).toEqual(names(['nothing']))
  })

  const links: [keyof typeof opened, string, string][] = [
    ['deal', `/deals/${slug}`, `/deals/${other}`],
    ['comparison', `/compare?deals=${slug}`, `/compare?deals=${other}`],
    ['search', `/?${query}`, '/?q=greenhill'],
  ]
  const held = (address: string): { links: HeldLink[] } => ({ links: [{ id: '1', address }] })

  it.each(links)('lets a stranger in who has a link to the %s, and nowhere else', async (what, address) => {
    const isOpened = (name: string) => opened[what].some(one => one.test(name.replace(/^title of/, 'page')))
    const expected = doors
      .filter(({ name, need }) => need === 'nothing' || isOpened(name))
      .map(({ name }) => name)
    expect(expected.length).toBeGreaterThan(names(['nothing']).length + 1)
    expect(await enter({ person: null, ...held(address) }, doors)).toEqual(expected)
    expect(await enter({ person: person(null), ...held(address) }, doors)).toEqual(expected)
  })

  it.each(links)('lets no stranger in who has a link to another %s', async (_, __, address) => {
    expect(await enter({ person: null, ...held(address) }, doors)).toEqual(names(['nothing']))
  })
})
