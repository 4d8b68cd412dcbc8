import { largest } from '../extremes.ts'
import { formatCount } from '../format/index.ts'
import type { TrendDeal } from '../trends/index.ts'
import { textWidth } from './text-width.ts'
import type { PlacedPeriod } from './trend-feet.ts'
import { shapesByWidth, type TrendShape } from './trend-shapes.ts'

/** A square for a deal, and the distance to the next, in pixels. */
const square = 11
const pitch = 15
const inset = 6

type Kind = 'counted' | 'hatched' | 'failing' | 'absent'
/** The kinds of the deals of each period. */
type Row = { y: number; kinds: Kind[][] }

/** How the strip counts a deal. */
function kindInStrip({ value, checksFailed }: TrendDeal): Kind {
  if (value === null) return 'absent'
  if (checksFailed > 0) return 'failing'
  return value.value === null ? 'hatched' : 'counted'
}

/**
 * Two rows under the axis: deals that report the measure, and those that do not. A square for each deal where all periods
 * have room for theirs, else bars as long as they are many; with their numbers where there is room for these.
 */
export function drawStrip(periods: readonly PlacedPeriod[], top: number): TrendShape[] {
  const rows = [
    { y: top, deals: periods.map(({ deals }) => deals.filter(({ value }) => value !== null)) },
    { y: top + 24, deals: periods.map(({ deals }) => deals.filter(({ value }) => value === null)) },
  ].map(({ y, deals }): Row => ({ y, kinds: deals.map(own => own.map(kindInStrip)) }))
  const most = largest([1, ...rows.flatMap(({ kinds }) => kinds.map(own => own.length))])
  const widest = textWidth([{ text: formatCount(most) }])
  return shapesByWidth(width => {
    const room = width * ((periods[0]?.x2 ?? 1) - (periods[0]?.x1 ?? 0))
    const hasSquares = inset + pitch * most + widest + inset <= room
    const how = { hasSquares, hasTexts: hasSquares || widest + 2 * inset <= room, most }
    return rows.flatMap(({ y, kinds }) =>
      periods.flatMap((period, at) => drawCount(period, y, kinds[at] ?? [], how)),
    )
  })
}

type How = { hasSquares: boolean; hasTexts: boolean; most: number }

function drawCount({ x1, x2 }: PlacedPeriod, y: number, own: readonly Kind[], how: How): TrendShape[] {
  if (own.length === 0) return []
  const { hasSquares, hasTexts, most } = how
  const text = formatCount(own.length)
  const textY = hasSquares ? y + 10 : y + 5
  return [
    ...(hasSquares ? drawSquares(own, x1, y) : drawBars(own, { x1, x2, y: hasTexts ? y + 8 : y + 3, most })),
    ...(hasTexts
      ? [{ mark: 'text', ink: 'axis', x: x2, dx: -inset, y: textY, anchor: 'end', text } as const]
      : []),
  ]
}

function drawSquares(own: readonly Kind[], x: number, y: number): TrendShape[] {
  return order
    .flatMap(kind => own.filter(one => one === kind))
    .map((ink, step): TrendShape => {
      const dx = inset + pitch * step + square / 2
      return { mark: 'bar', ink, x, dx, width: square, y, height: square }
    })
}

const order: readonly Kind[] = ['counted', 'hatched', 'failing', 'absent']

function drawBars(
  own: readonly Kind[],
  { x1, x2, y, most }: { x1: number; x2: number; y: number; most: number },
): TrendShape[] {
  const per = ((x2 - x1) * 0.9) / most
  let x = x1 + (x2 - x1) * 0.05
  return order.flatMap((ink): TrendShape[] => {
    const many = own.filter(kind => kind === ink).length
    if (many === 0) return []
    const from = x
    x += per * many
    return [{ mark: 'box', ink, x1: from, x2: x, y, height: 5 }]
  })
}
