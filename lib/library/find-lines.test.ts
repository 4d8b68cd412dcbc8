import { describe, expect, it, vi } from 'vitest'
import { lineKeeper, windowOf } from './find-lines.ts'

const hundred = Array.from({ length: 100 }, (_, index) => `line ${index + 1}`)

describe('windowOf', () => {
  it.each([
    [1, 3, 1, 3],
    [99, 120, 99, 2],
    [100, 100, 100, 1],
    [500, 600, 100, 1],
  ])('from %i to %i starts at %i and has %i lines', (from, to, first, count) => {
    const found = windowOf(hundred, { from, to })
    expect([found.first, found.lines.length, found.lineCount]).toEqual([first, count, 100])
    expect(found.lines[0]).toBe(`line ${first}`)
  })

  it('is bounded in lines and in characters, and never cuts a line', () => {
    const empty = Array<string>(5000).fill('')
    expect(windowOf(empty, { from: 1, to: 5000 }).lines).toHaveLength(2000)
    const wide = Array<string>(5).fill('x'.repeat(1_500_000))
    expect(windowOf(wide, { from: 2, to: 5 }).lines.map(line => line.length)).toEqual([1_500_000])
  })

  it('is bounded by what it takes on a page, and has the line that it is to be around', () => {
    const tags = Array.from({ length: 1300 }, (_, index) => `${index + 1}${'<TD>a</TD>'.repeat(400)}`)
    const { first, lines } = windowOf(tags, { from: 700, to: 1300, around: 1000 })
    expect(first).toBeLessThan(1000)
    expect(first + lines.length).toBeGreaterThan(1001)
    expect(lines.length).toBeLessThan(40)
    expect(lines[1000 - first]).toBe(tags[999])
    const next = windowOf(tags, { from: first + lines.length, to: 1300 })
    expect(next.first).toBe(first + lines.length)
    expect(next.lines.length).toBeGreaterThan(5)
  })
})

describe('lineKeeper', () => {
  const filing = (name: string) =>
    new TextEncoder().encode(`Prospectus of ${name}\r\nsecond\rthird – ü\nfourth`)

  it('counts lines as the reader does, and decodes a filing once', async () => {
    const findBytes = vi.fn(async (sha256: string) => filing(sha256))
    const linesOf = lineKeeper(findBytes)
    expect(await linesOf('a')).toEqual(['Prospectus of a', 'second', 'third – ü', 'fourth'])
    expect(await linesOf('a')).toHaveLength(4)
    expect(findBytes).toHaveBeenCalledOnce()
  })

  it('keeps the last few filings only', async () => {
    const findBytes = vi.fn(async (sha256: string) => filing(sha256))
    const linesOf = lineKeeper(findBytes)
    for (const sha256 of ['a', 'b', 'c', 'd', 'e', 'e', 'a']) await linesOf(sha256)
    expect(findBytes.mock.calls.map(([sha256]) => sha256)).toEqual(['a', 'b', 'c', 'd', 'e', 'a'])
  })

  it('finds nothing in a filing that is not there', async () =>
    expect(await lineKeeper(async () => null)('a')).toBeNull())
})
