import { formatCount } from '../format/index.ts'
import type { StateMapModel } from './chart-model.ts'
import { boxPath, type Ink, type Shape, type Target, textAt } from './drawing.ts'
import { type OffMap, shadeOf } from './state-shares.ts'
import { textWidth } from './text-width.ts'
import { sayAmount } from './words.ts'

export const stripHeight = 13

export type Strip = { y: number; shapes: Shape[]; targets: Target[] }

/** The whole pool as one strip from a height on: states by share in their shades, then what the map does not show. */
export function drawStrip(model: StateMapModel, y: number, width: number): Strip {
  const { named, offMap, limits } = model.states
  const parts = [
    ...named.map(({ slice, share }) => ({ slice, share, ink: `shade-${shadeOf(share, limits)}` as Ink })),
    ...offMap.map(({ slice, share, isResidual }) => ({
      slice,
      share,
      ink: (isResidual ? 'residual' : 'soft') as Ink,
    })),
  ].filter(({ share }) => share > 0)
  const whole = Math.max(
    100,
    parts.reduce((sum, { share }) => sum + share, 0),
  )
  let x = 0
  const targets: Target[] = []
  const paths = new Map<Ink, string>()
  for (const { slice, share, ink } of parts) {
    const length = (share / whole) * (width - 1)
    const box = { x: x + 0.5, y: y + 0.5, width: Math.max(0.5, length - 1), height: stripHeight - 1 }
    paths.set(ink, (paths.get(ink) ?? '') + boxPath(box))
    targets.push({ x, y: y - 5, width: length, height: 24, buckets: [slice.bucket], mark: box })
    x += length
  }
  const shapes: Shape[] = [...paths].map(([ink, d]) => ({ ink, d }))
  return { y, shapes: [...shapes, ...stripWords(model, y + stripHeight + 14, width)], targets }
}

function stripWords(model: StateMapModel, y: number, width: number): Shape[] {
  const { named, offMap } = model.states
  const states = `${formatCount(named.length)} named ${named.length === 1 ? 'state' : 'states'} `
  const left = [{ text: states }, { text: sumWords(model, named), strong: true }]
  if (offMap.length === 0) return [textAt('words', 0, y, 'start', left)]
  const rest = { text: sumWords(model, offMap), strong: true }
  const full = [{ text: `${offMapWords(offMap)}, not on the map ` }, rest]
  const hasRoom = textWidth([...left, ...full]) < width * 0.9
  const right = hasRoom ? full : [{ text: 'not on the map ' }, rest]
  return [textAt('words', 0, y, 'start', left), textAt('words', width, y, 'end', right)]
}

function offMapWords(offMap: OffMap[]): string {
  const [first] = offMap
  if (!first || offMap.length > 1) return `${formatCount(offMap.length)} rows`
  return first.isResidual ? 'Other' : first.label
}

function sumWords(
  { source, measure }: StateMapModel,
  states: { slice: { amount: number | null } }[],
): string {
  return sayAmount(
    source,
    measure,
    states.reduce((sum, { slice }) => sum + (slice.amount ?? 0), 0),
  )
}
