import { typedEdge } from '../addresses/ask-address.ts'
import type { SliceParameters } from '../addresses/slice-address.ts'
import { printLoanFilter } from '../tape/filters.ts'
import { findLoanKey } from '../tape/loan-key.ts'
import type { LoadedSlice } from './slice-answer.ts'

/** An address's parameters by what they are for, so that links can leave one out or change it. */
export type SliceState = {
  filters: SliceParameters[]
  balance: SliceParameters
  edges: SliceParameters
  averages: string[]
  within: SliceParameters
}

/** What a slice was asked for as the shortest address that asks for the same. */
export function stateOfSlice({ asked, columns, isOtherBalance, balance }: LoadedSlice): SliceState {
  const { filters, edges, averages, within } = asked
  return {
    filters: filters.map(filter => printLoanFilter(filter, columns)),
    balance: isOtherBalance ? [['balance', balance.field]] : [],
    edges: [...edges].map(([dimension, all]) => [
      `edges.${dimension}`,
      printEdges(all, findLoanKey(columns.loans, dimension)?.unit ?? 'count'),
    ]),
    averages: averages.map(({ key }) => key),
    within: within
      ? [
          ['rows', within.rows.key],
          ['columns', within.columns.key],
          ...(within.cells === 'balance'
            ? []
            : ([['cells', typeof within.cells === 'string' ? within.cells : within.cells.key]] as const)),
        ]
      : [],
  }
}

/** Edges as somebody would type them: > 60,70,80     $5,000,000; $10,000,000 as 5000000;10000000 */
function printEdges(edges: readonly number[], unit: Parameters<typeof typedEdge>[1]): string {
  return edges.map(edge => typedEdge(edge, unit)).join(unit === 'cents' ? ';' : ',')
}

/** The parameters of a state, in the order in which addresses have them. */
export function parametersOfSlice({
  filters,
  balance,
  edges,
  averages,
  within,
}: SliceState): SliceParameters {
  const average = averages.length > 0 ? [['average', averages.join(',')] as const] : []
  return [...filters.flat(), ...balance, ...edges, ...average, ...within]
}
