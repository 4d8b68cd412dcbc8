import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findDimension } from '../../dimensions/index.ts'
import { usualEdges } from '../../distributions/index.ts'
import { type FigureValue, figureKey, figureOf, readFigureKey } from '../../figures/index.ts'
import { readFiling } from '../../read-filing.ts'
import type { FilingReport } from '../../report.ts'
import { keptFigures, placeOf } from './layout.ts'
import { isReadable, keptValue, packFigures, viewOf } from './pack-figures.ts'
import { packTails } from './pack-tails.ts'
import { millionths, readKind } from './packed-value.ts'
import { readPackedTail } from './read-tails.ts'

const fixtures = new URL('../../fixtures/', import.meta.url)

function read(fixture: string): FilingReport {
  const result = readFiling(readFileSync(new URL(fixture, fixtures)), 'filing')
  if ('refusal' in result) throw new Error(result.refusal.code)
  return result.report
}
const reports = [
  'final-pool-tables/source.txt',
  'loan-groups/source.txt',
  'html-side-by-side/source.htm',
  'a-digit-changed/source.txt',
].map(name => [name, read(name)] as const)
const close = ({ low, high, kind, contradicted }: FigureValue) => ({
  low: expect.closeTo(low, 5),
  high: expect.closeTo(high, 5),
  kind,
  contradicted,
})

describe.each(reports)('%s', (_, report) => {
  it('gives every figure back from its row as it was read', () => {
    const row = packFigures(report)
    expect(isReadable(row)).toBe(true)
    const view = viewOf(row)
    for (const figure of keptFigures) {
      const place = placeOf(figure)
      if (!place) throw new Error(`${figureKey(figure)} has no place`)
      const ends =
        place.as === 'number'
          ? [view.getFloat64(place.lowAt, true), view.getFloat64(place.lowAt + 8, true)]
          : [view.getInt32(place.lowAt, true) / millionths, view.getInt32(place.lowAt + 4, true) / millionths]
      const value = figureOf(report, figure)
      expect(keptValue(ends[0] ?? 0, ends[1] ?? 0, view.getUint8(place.kindAt))).toEqual(
        value && close(value),
      )
    }
  })

  it('gives tails back as they were read at kept edges, and never narrower between them', () => {
    for (const { dimension, edges } of packTails(report)) {
      const view = viewOf(edges)
      const at = Array.from({ length: (edges.length - 8) / 32 }, (_, order) =>
        view.getFloat64(8 + 32 * order, true),
      )
      expect(at.length).toBeGreaterThan(0)
      for (const side of ['above', 'atLeast', 'below', 'atMost'] as const)
        for (const [order, edge] of at.entries()) {
          const between = (edge + (at[order + 1] ?? edge + 2)) / 2
          for (const asked of [edge, between]) {
            const value = figureOf(report, { kind: 'tail', dimension, side, at: asked })
            const kept = readPackedTail(edges, side, asked)
            if (value === null || kept === null) {
              expect(kept).toBeNull()
              continue
            }
            // All there is leaves out what rounding the parts of it may have lost.
            expect(kept.low / millionths).toBeLessThanOrEqual(value.low + 2e-5)
            expect(kept.high / millionths).toBeGreaterThanOrEqual(value.high - 2e-5)
            expect(readKind(kept.kind)?.contradicted).toBe(value.contradicted)
            if (asked === edge && (side === 'above' || side === 'atLeast'))
              expect(kept.high - kept.low).toBeLessThanOrEqual((value.high - value.low) * millionths + 2)
          }
        }
    }
  })
})

it('knows the figures of every key that is kept', () => {
  for (const figure of keptFigures) expect(readFigureKey(figureKey(figure))).toEqual(figure)
})

it('keeps tails at the edges that people ask for of any deal, whatever its table prints', () => {
  const [[, report] = []] = reports
  const tails = report ? packTails(report) : []
  const edgesOfLtv = tails.find(({ dimension }) => dimension === 'original-ltv')?.edges ?? new Uint8Array(8)
  const view = viewOf(edgesOfLtv)
  const kept = Array.from({ length: (edgesOfLtv.length - 8) / 32 }, (_, order) =>
    view.getFloat64(8 + 32 * order, true),
  )
  const ltv = findDimension('original-ltv')
  expect(kept).toEqual(expect.arrayContaining(ltv ? usualEdges(ltv) : [Number.NaN]))
})
