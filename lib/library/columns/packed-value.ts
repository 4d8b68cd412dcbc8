import type { FigureValue } from '../../figures/index.ts'

/** Shares are kept in whole millionths of a percent. */
export const millionths = 1e6

const kinds = ['stated', 'computed', 'bounded'] as const
const contradictedBit = 4

/** A kind as a number: 0 where the figure is not reported; 4 more where the filing contradicts itself in it. */
export function kindNumber(value: Pick<FigureValue, 'kind' | 'contradicted'> | null): number {
  if (value === null) return 0
  return kinds.indexOf(value.kind) + 1 + (value.contradicted ? contradictedBit : 0)
}

/** What a kind's number says; null where the figure is not reported. */
export function readKind(number: number): { kind: FigureValue['kind']; contradicted: boolean } | null {
  const kind = kinds[(number & (contradictedBit - 1)) - 1]
  return kind === undefined ? null : { kind, contradicted: number >= contradictedBit }
}

/** The ends of a share in millionths, never narrower than it is; an exact one to the nearest. */
export function shareEnds({ low, high }: Pick<FigureValue, 'low' | 'high'>): [number, number] {
  if (low === high) return [Math.round(low * millionths), Math.round(high * millionths)]
  return [Math.floor(low * millionths), Math.ceil(high * millionths)]
}
