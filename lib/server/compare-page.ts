import type { CompareAddress } from '../addresses/compare-address.ts'
import { findDimension } from '../dimensions/index.ts'
import { type CompareChoice, isEdgeChoice, readEdgeChoice } from '../distributions/index.ts'
import type { LoadedPool } from '../library/index.ts'
import { mostCompared, readMeasure, readRows } from './compare-answer.ts'
import { type RepeatedValues, sayRepeated } from './repeated-values.ts'

type Asked = {
  pools: readonly LoadedPool[]
  address: CompareAddress
  /** Refs of no pool, as the address has them. */
  unknown: readonly string[]
  /** Refs of pools that are too long to be compared. */
  tooLong: readonly string[]
  /** How many pools the address names. */
  asked: number
  /** Is a deal being looked for, so that there may be none yet? */
  isSearching: boolean
  /** What the address gives several values, of which none is used. */
  repeated: readonly RepeatedValues[]
}

/** What a page that compares shows, whatever its address says; what is wrong with that is told, as sentences. */
export function readComparePage({ pools, address, unknown, tooLong, asked, isSearching, repeated }: Asked) {
  const dimension = findDimension(address.dimension ?? null)
  const [measure, rows] = [readMeasure(address.measure), readRows(address.rows)]
  const edges = readEdgeChoice(address.edges, dimension)
  const isChoice = isEdgeChoice(edges)
  const ofEdges = dimension === null ? undefined : repeated.find(({ name }) => name === 'edges')
  const baseAt = pools.findIndex(({ ref }) => ref === address.base)
  const problems = [
    unknown.length > 0 && `No deal of the library has the address ${unknown.map(quoted).join(', ')}.`,
    tooLong.length > 0 &&
      `The tables of ${tooLong.map(quoted).join(', ')} are too long to be compared; they are on the deal’s own pages.`,
    asked > mostCompared &&
      `At most eight deals can be compared; the address names ${asked}. The first eight are shown.`,
    pools.length === 0 &&
      !isSearching &&
      unknown.length + tooLong.length === 0 &&
      'Tick two to eight deals in the library, then choose “Compare”.',
    address.dimension && dimension === null && `There is no dimension ${quoted(address.dimension)}.`,
    measure === undefined && `There is no measure ${quoted(address.measure)}; the share of balance is shown.`,
    rows === undefined && `Rows are “between” edges or “above” each, not ${quoted(address.rows)}.`,
    address.base &&
      baseAt < 0 &&
      `The base ${quoted(address.base)} is none of the deals compared; the first is.`,
    ...repeated.filter(one => one !== ofEdges).map(sayRepeated),
  ]
    .filter(problem => typeof problem === 'string')
    .filter(problem => problem !== '')
  return {
    problems,
    context: {
      pools,
      address,
      measure: measure ?? 'balancePct',
      base: Math.max(0, baseAt),
      edges: isChoice && (dimension !== null || !Array.isArray(edges)) ? edges : null,
      /** To stand beside the field of edges. */
      edgesProblem: ofEdges ? sayRepeated(ofEdges) : isChoice || dimension === null ? null : edges.problem,
      rows: rows ?? 'between',
    } satisfies CompareChoice & {
      pools: readonly LoadedPool[]
      address: CompareAddress
      base: number
      edgesProblem: string | null
    },
  }
}

const quoted = (text: string | undefined) => `“${text}”`
