import { type Dimension, findDimension } from '../dimensions/index.ts'
import type { Distribution } from './distribution.ts'
import { edgeIsOutside } from './read-edge.ts'

export type Preset = { at: number; name: string | null }

/**
 * The most that Fannie Mae and Freddie Mac buy of a loan on one unit, in dollars, by the first year of each limit
 * (announced by OFHEO, later FHFA).
 */
const conformingLimits: readonly (readonly [year: number, dollars: number])[] = [
  [1993, 203_150],
  [1996, 207_000],
  [1997, 214_600],
  [1998, 227_150],
  [1999, 240_000],
  [2000, 252_700],
  [2001, 275_000],
  [2002, 300_700],
  [2003, 322_700],
  [2004, 333_700],
  [2005, 359_650],
  [2006, 417_000],
  [2017, 424_100],
  [2018, 453_100],
  [2019, 484_350],
  [2020, 510_400],
  [2021, 548_250],
  [2022, 647_200],
  [2023, 726_200],
  [2024, 766_550],
  [2025, 806_500],
]
const lastKnownYear = 2025
const centsOfDollar = 100

/** Edges of a dimension that people ask for of any deal, whatever its tables print, in its unit. */
export function usualEdges({ unit, thresholds = [], landmarks = [], presets = [] }: Dimension): number[] {
  const limits = unit === 'cents' ? conformingLimits.map(([, dollars]) => dollars * centsOfDollar) : []
  return [...thresholds, ...landmarks, ...presets, ...limits]
}

/** Edges that people ask for: of a balance the conforming limit of the deal's year, of others those of its dimension. */
export function presetsOf(distribution: Distribution, date: string | null): Preset[] {
  const dimension = findDimension(distribution.dimension)
  const own = (dimension?.presets ?? dimension?.landmarks ?? []).map(at => ({ at, name: null }))
  const year = Number(date?.slice(0, 4))
  const limit = year <= lastKnownYear ? conformingLimits.findLast(([from]) => from <= year)?.[1] : undefined
  const conforming =
    distribution.isOfBalance && limit !== undefined
      ? [{ at: limit * centsOfDollar, name: `Conforming limit ${year}` }]
      : []
  return [...conforming, ...own].filter(({ at }) => edgeIsOutside(distribution, at) === null)
}
