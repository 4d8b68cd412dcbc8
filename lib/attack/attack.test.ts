import { describe, expect, it } from 'vitest'
import type { FoundFile } from '../archive/found-file.ts'
import { openArchives } from '../archive/open-archives.ts'
import { readFiling } from '../read-filing.ts'
import { uploadLimits } from '../server/receive-files.ts'
import { acknowledgedBy } from './acknowledged.ts'
import { bombs } from './bomb-files.ts'
import { dealPathOf, filingPrinter } from './invented-filing.ts'
import { overlappingZip } from './overlapping-zip.ts'
import { randomOf } from './random.ts'
import { newTimings } from './timings.ts'
import { growthOf } from './watch-memory.ts'

describe('what attacks are made of', () => {
  it('draws the same numbers for the same seed, within their bounds', () => {
    const draw = (seed: number) => {
      const { between } = randomOf(seed)
      return Array.from({ length: 1000 }, () => between(3, 7))
    }
    expect(draw(5)).toEqual(draw(5))
    expect(draw(6)).not.toEqual(draw(5))
    expect(new Set(draw(5))).toEqual(new Set([3, 4, 5, 6, 7]))
  })

  it('prints filings that are read, of the deal they name, no two of the same bytes', () => {
    const { print } = filingPrinter(3)
    const filings = Array.from({ length: 40 }, (_, deal) => print(deal % 20))
    expect(new Set(filings.map(({ bytes }) => bytes.toString())).size).toBe(40)
    for (const [order, { bytes, name, dealPath }] of filings.entries()) {
      const read = readFiling(bytes, name)
      const trust = 'report' in read ? read.report.deal.trust?.value : null
      expect(`/deals/${trust?.toLowerCase().replaceAll(' ', '-')}`).toBe(dealPath)
      expect(dealPath).toBe(dealPathOf(order % 20))
    }
  })

  it('names one packed file of a zip as often as it is told', async () => {
    async function* sent(): AsyncGenerator<FoundFile> {
      yield { name: 'bomb.zip', bytes: overlappingZip(3, Buffer.from('Mortgage Loans')) }
    }
    const found: FoundFile[] = []
    for await (const file of openArchives(sent())) found.push(file)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ name, archive }) => archive === 'bomb.zip' || name === 'bomb.zip')).toBe(true)
  })
})

describe('a bomb', () => {
  it.each(bombs.map(bomb => [bomb.name, bomb] as const))(
    'can be made in full, and is small enough to be taken: %s',
    (_, { make, size }) => {
      const { length } = make(size)
      expect(length).toBeGreaterThan(1000)
      expect(length).toBeLessThanOrEqual(uploadLimits.fileBytes)
    },
  )
})

describe('what attacks measure', () => {
  it('finds how fast memory grows after the first third, in megabytes a minute', () => {
    const points = Array.from({ length: 90 }, (_, s) => ({ s, mb: s < 30 ? 20 * s : 600 + (s - 30) * 0.1 }))
    expect(growthOf(points)).toBeCloseTo(6)
    expect(growthOf(points.map(({ s }) => ({ s, mb: 300 })))).toBeCloseTo(0)
    expect(growthOf([{ s: 0, mb: 1 }])).toBeNull()
  })

  it('counts a filing as acknowledged only when the answer says that it is kept', () => {
    const file = { name: 'a.txt', bytes: Buffer.from('a') }
    const told = (status: number, kept: 'added' | 'refused') => ({
      status,
      headers: {},
      body: Buffer.alloc(0),
      ms: 1,
      fault: null,
      code: null,
      files: [
        {
          name: 'a.txt',
          status: kept,
          deal: kept === 'added' ? { slug: 'a', url: '/deals/a', name: 'A' } : null,
          stratifications: 0,
          checks: null,
          problem: null,
        },
      ],
    })
    expect(acknowledgedBy(told(201, 'added'), [file]).map(({ dealUrl }) => dealUrl)).toEqual(['/deals/a'])
    expect(acknowledgedBy(told(201, 'refused'), [file])).toEqual([])
    expect(acknowledgedBy(told(0, 'added'), [file])).toEqual([])
    expect(acknowledgedBy({ ...told(201, 'added'), files: null }, [file])).toEqual([])
  })

  it('misses an aim for a slow answer and for a wrong one', () => {
    const timings = newTimings()
    timings.add('page', { status: 200, ms: 80, fault: null }, true)
    expect(timings.figures('a').every(({ met }) => met !== false)).toBe(true)
    timings.add('page', { status: 200, ms: 5001, fault: null }, true)
    timings.add('page', { status: 500, ms: 2, fault: null }, false)
    const missed = timings.figures('a').filter(({ met }) => met === false)
    expect(missed.map(({ name }) => name)).toEqual(['a-page-slowest', 'a-wrong-answers'])
  })
})
