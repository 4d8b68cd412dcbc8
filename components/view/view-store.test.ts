import { beforeEach, describe, expect, it, vi } from 'vitest'

const address = 'https://strata.example/deals/some-trust-2004-1'
const pushState = vi.fn()
const replaceState = vi.fn()

/** The store as a page at an address loads it. */
async function openAt(href: string) {
  vi.resetModules()
  const url = new URL(href)
  vi.stubGlobal('location', url)
  const go = (_: unknown, __: string, next: string) => {
    url.href = new URL(next, url).href
  }
  vi.stubGlobal('history', {
    state: 'kept',
    pushState: pushState.mockImplementation(go),
    replaceState: replaceState.mockImplementation(go),
  })
  const { keepAddress } = await import('./keep-address.ts')
  stopping = new AbortController()
  keepAddress(stopping.signal)
  return { url, ...(await import('./view-store.ts')) }
}

let stopping = new AbortController()
let hearBack = () => {}

beforeEach(() => {
  stopping.abort()
  vi.clearAllMocks()
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => {
    hearBack = listener
  })
})

describe('what is looked at', () => {
  it('is first what the address names', async () => {
    const { lookedAt } = await openAt(`${address}?measure=count&at=105:47-61`)
    expect(lookedAt()).toMatchObject({ measure: 'loanCount', at: '105:47-61', row: null })
  })

  it('keeps what was chosen before the address was read', async () => {
    const { lookAt, lookedAt, url } = await openAt(`${address}?measure=count&line=none`)
    stopping.abort()
    lookAt({ measure: 'balanceCents' })
    const { keepAddress } = await import('./keep-address.ts')
    keepAddress(new AbortController().signal)
    expect(lookedAt()).toMatchObject({ measure: 'balanceCents', line: 'none' })
    expect(url.href).toBe(`${address}?measure=balance&line=none`)
  })

  it('stands in the address at once, without a step in the history', async () => {
    const { lookAt, url } = await openAt(`${address}?part=2#state`)
    lookAt({ measure: 'loanCount', cumulative: new Set(['state']) })
    expect(url.href).toBe(`${address}?part=2&measure=count&cumulative=state#state`)
    expect(pushState).not.toHaveBeenCalled()
    expect(replaceState).toHaveBeenCalledExactlyOnceWith('kept', '', expect.anything())
  })

  it('adds one step to the history when the source is first opened, however far one walks', async () => {
    const { lookAt, url } = await openAt(address)
    for (const at of ['1:2-3', '2:2-3', null, '3:2-3']) lookAt({ at })
    expect(url.href).toBe(`${address}?at=3:2-3`)
    expect(pushState).toHaveBeenCalledTimes(1)
  })

  it('adds a step to the history for what is stepped to, so that going back leads to what was before', async () => {
    const { lookAt, lookedAt, url } = await openAt(address)
    const { stepTo } = await import('./keep-address.ts')
    stepTo({ group: 'loan-group-1' })
    lookAt({ measure: 'loanCount' })
    stepTo({ group: 'loan-group-2' })
    expect(url.searchParams.get('group')).toBe('loan-group-2')
    expect(pushState).toHaveBeenCalledTimes(2)
    url.search = '?group=loan-group-1'
    hearBack()
    expect(lookedAt().group).toBe('loan-group-1')
    expect(pushState).toHaveBeenCalledTimes(2)
  })

  it('tells of a row under the pointer, which no address carries', async () => {
    const { lookAt, lookedAt, onLooking } = await openAt(address)
    const hear = vi.fn()
    const stop = onLooking(hear)
    lookAt({ row: { table: 'state', bucket: 3 } })
    stop()
    lookAt({ row: null })
    expect(hear).toHaveBeenCalledTimes(1)
    expect(lookedAt().row).toBeNull()
    expect(replaceState).not.toHaveBeenCalled()
  })

  it('follows a step back', async () => {
    const { lookAt, lookedAt, url } = await openAt(address)
    lookAt({ at: '1:2-3' })
    url.search = ''
    hearBack()
    expect(lookedAt().at).toBeNull()
  })
})
