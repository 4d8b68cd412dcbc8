import { IntervalBar } from '@/components/ask/interval-bar.tsx'
import { compareHref } from '@/lib/addresses/compare-address.ts'
import { findDimension } from '@/lib/dimensions/index.ts'
import {
  type DimensionDistance,
  notComparableSays,
  sayDistance,
  sayMoved,
  sayWhere,
} from '@/lib/distributions/index.ts'
import { formatDecimal, formatShortMoney } from '@/lib/format/index.ts'
import { isBroad, type SimilarPool } from '@/lib/library/index.ts'

type Props = {
  similar: SimilarPool
  /** How many the pool asked for prints. */
  dimensions: number
  /** The pool asked for, as addresses name it. */
  to: string
}

/** A bar as long as the column is this far apart, in points. */
const wholeBar = 30

/** A pool: how far it is, in how many dimensions, and why; dimension by dimension where that is opened. */
export function SimilarRow({ similar: { deal, distance }, dimensions, to }: Props) {
  const { points } = distance
  return (
    <tr>
      <td>
        <input type="checkbox" name="deals" value={deal.slug} aria-label={`Tick ${deal.name}`} />
      </td>
      <th scope="row">
        <a href={deal.url}>{deal.name}</a>
        <span className="similar-short">
          {[deal.year, deal.poolBalanceCents !== null && formatShortMoney(deal.poolBalanceCents)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td className="similar-points">
        {points === null ? (
          'not comparable'
        ) : (
          <>
            <IntervalBar bound={{ low: points, high: points }} most={wholeBar} height={8} />
            {formatDecimal(points, 1)}
          </>
        )}
      </td>
      <td>
        {distance.dimensions.length} of {dimensions}
        {points !== null && !isBroad(distance, dimensions) && (
          <span className="similar-short">fewer than half</span>
        )}
      </td>
      <td className="similar-why">
        {sayDistance(distance)}
        {distance.dimensions.length + distance.notComparable.length > 0 && (
          <details>
            <summary>Dimension by dimension</summary>
            <Dimensions similar={{ deal, distance }} to={to} />
          </details>
        )}
      </td>
    </tr>
  )
}

function Dimensions({ similar: { deal, distance }, to }: Pick<Props, 'similar' | 'to'>) {
  return (
    <>
      {distance.dimensions.length > 0 && (
        <table className="similar-dimensions">
          <thead>
            <tr>
              <th scope="col">Dimension</th>
              <th scope="col">Points</th>
              <th scope="col">Figures move by</th>
              <th scope="col">Furthest, at least</th>
            </tr>
          </thead>
          <tbody>
            {distance.dimensions.map(one => (
              <tr key={one.dimension}>
                <th scope="row">
                  <a href={compareHref({ deals: [to, deal.slug], dimension: one.dimension })}>
                    {nameOf(one.dimension)}
                  </a>
                </th>
                <td>{formatDecimal(one.points, 1)}</td>
                <td>{sayMoved(one) ?? '–'}</td>
                <td>{sayFloor(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {distance.notComparable.map(({ dimension, reason }) => (
        <p key={dimension}>
          {nameOf(dimension)} is not comparable. {notComparableSays[reason]}
        </p>
      ))}
    </>
  )
}

const nameOf = (dimension: string) => findDimension(dimension)?.name ?? dimension

/** > 11.1 above 80 */
function sayFloor(distance: DimensionDistance): string {
  const floor = Math.floor(distance.floor * 10) / 10
  return floor > 0 ? `${formatDecimal(floor, 1)} ${sayWhere(distance)}` : 'nothing'
}
