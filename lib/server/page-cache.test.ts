import { describe, expect, it } from 'vitest'
import { PageCache } from './page-cache.ts'

type Page = { text: string; bytes: number }

/** A cache for a hundred bytes, with what was made for it in order. */
function newCache() {
  const cache = new PageCache<Page>({ totalBytes: 100, entryBytes: 40 })
  const made: string[] = []
  const ask = async (address: string, version = '1', bytes = 10, mayKeep = true) =>
    cache.find(address, version, async () => {
      made.push(`${address} ${version}`)
      await new Promise(resolve => setTimeout(resolve, 5))
      return { value: { text: `${address} ${version}`, bytes }, mayKeep }
    })
  return { cache, made, ask }
}

describe('PageCache', () => {
  it('makes a page once for each version, and never gives an older one', async () => {
    const { made, ask } = newCache()
    expect(await ask('a')).toEqual({ value: { text: 'a 1', bytes: 10 }, isKept: false })
    expect(await ask('a')).toEqual({ value: { text: 'a 1', bytes: 10 }, isKept: true })
    expect((await ask('a', '2')).value.text).toBe('a 2')
    expect((await ask('a', '2')).isKept).toBe(true)
    expect(made).toEqual(['a 1', 'a 2'])
  })

  it('makes a page once for all who ask at the same time, but not for who asks for another version', async () => {
    const { made, ask } = newCache()
    const asked = await Promise.all([...Array.from({ length: 10 }, () => ask('a')), ask('a', '2')])
    expect(made).toEqual(['a 1', 'a 2'])
    expect(asked.map(({ value }) => value.text)).toEqual([...Array(10).fill('a 1'), 'a 2'])
  })

  it('keeps within its bytes, what was asked for lately longest', async () => {
    const { cache, made, ask } = newCache()
    for (const address of ['a', 'b', 'c', 'd']) await ask(address, '1', 25)
    expect(cache.bytes).toBe(100)
    await ask('a')
    await ask('e', '1', 30)
    expect(cache.bytes).toBe(80)
    for (const address of ['a', 'd', 'e']) expect((await ask(address)).isKept, address).toBe(true)
    for (const address of ['b', 'c']) expect((await ask(address)).isKept, address).toBe(false)
    expect(made).toHaveLength(7)
  })

  it('counts a page that takes another’s place once', async () => {
    const { cache, ask } = newCache()
    for (let version = 1; version <= 20; version++) await ask('a', `${version}`, 30)
    expect(cache.bytes).toBe(30)
  })

  it('gives what is too large, or not to be kept, to who asked and to nobody after', async () => {
    const { cache, made, ask } = newCache()
    for (let times = 0; times < 2; times++) {
      expect((await ask('large', '1', 41)).value.text).toBe('large 1')
      expect((await ask('missing', '1', 1, false)).value.text).toBe('missing 1')
    }
    expect(made).toHaveLength(4)
    expect(cache.bytes).toBe(0)
  })

  it('forgets a page that has become too large to keep', async () => {
    const { cache, ask } = newCache()
    await ask('a')
    await ask('a', '2', 41)
    expect(cache.bytes).toBe(0)
    expect((await ask('a')).isKept).toBe(false)
  })

  it('tries again after a failure', async () => {
    const { cache, ask } = newCache()
    const failing = () => cache.find('a', '1', () => Promise.reject(new Error('no')))
    const both = await Promise.allSettled([failing(), failing()])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect((await ask('a')).value.text).toBe('a 1')
  })
})
