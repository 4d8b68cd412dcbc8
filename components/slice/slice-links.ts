import { type SliceParameters, sliceHref } from '@/lib/addresses/slice-address.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { LoadedSlice } from '@/lib/server/slice-answer.ts'
import { parametersOfSlice, type SliceState, stateOfSlice } from '@/lib/server/slice-parameters.ts'

/** Addresses that lead on from a slice: the same with something changed. */
export type SliceLinks = {
  state: SliceState
  hrefOf: (change: Partial<SliceState>) => string
  csvOf: (table: string) => string
  json: string
  /** The path that forms send to, and the fields that keep what is asked but for what a form has itself. */
  path: string
  keep: (change: Partial<SliceState>) => SliceParameters
}

export function linksOfSlice(deal: DealRecord, loaded: LoadedSlice): SliceLinks {
  const state = stateOfSlice(loaded)
  const { sha256 } = loaded
  const all = (change: Partial<SliceState>) => parametersOfSlice({ ...state, ...change })
  const filing: SliceParameters = sha256 === deal.chosen ? [] : [['filing', sha256.slice(0, 12)]]
  return {
    state,
    hrefOf: change => sliceHref(deal, sha256, all(change)),
    csvOf: table => sliceHref(deal, sha256, [...all({}), ['table', table]], 'csv'),
    json: sliceHref(deal, sha256, all({}), 'json'),
    path: `/deals/${deal.slug}/slice`,
    keep: change => [...all(change), ...filing],
  }
}
