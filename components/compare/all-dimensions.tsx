import { amountNames, hasRanges, type printedDimensions, sayCompared } from '@/lib/distributions/index.ts'
import { formatCount } from '@/lib/format/index.ts'
import { type ComparisonContext, changedHref } from './compare-context.ts'
import type { SmallComparison } from './compare-in-small.ts'
import { LinkSwitch } from './link-switch.tsx'
import { KeyedName, PoolKey } from './pool-key.tsx'
import { SmallMultiple, sayPlace } from './small-multiple.tsx'

type Printed = ReturnType<typeof printedDimensions>
type Props = { context: ComparisonContext; printed: Printed; shared: readonly SmallComparison[] }

/** Every dimension that two of the pools print, in small: ranges, then names, then what only one prints. */
export function AllDimensions({ context, printed, shared }: Props) {
  const alone = printed.filter(({ pools }) => pools.length === 1)
  const ranges = shared.filter(({ dimension }) => hasRanges(dimension.id))
  const names = shared.filter(({ dimension }) => !hasRanges(dimension.id))
  const { edges, measure } = context
  const draw = (small: SmallComparison) => (
    <SmallMultiple key={small.dimension.id} small={small} context={context} />
  )
  const amount = amountNames[measure]
  return (
    <>
      {ranges.length > 0 && (
        <section className="compare-part" aria-labelledby="compare-ranges">
          <header>
            <h2 id="compare-ranges">Ranges</h2>
            <p>{amount} above each edge</p>
            <LinkSwitch
              label="Edges"
              choices={[
                {
                  name: 'Edges all print',
                  href: changedHref(context, { edges: undefined }),
                  isChosen: edges !== 'finer',
                },
                {
                  name: 'Finer, with intervals',
                  href: changedHref(context, { edges: 'finer' }),
                  isChosen: edges === 'finer',
                },
              ]}
            />
          </header>
          <HowToRead context={context} />
          <div className="compare-cells">{ranges.map(draw)}</div>
        </section>
      )}
      {(names.length > 0 || alone.length > 0) && (
        <section className="compare-part" aria-labelledby="compare-names">
          <header>
            <h2 id="compare-names">{names.length > 0 ? 'Names' : 'Not compared'}</h2>
            {names.length > 0 && <p>{amount}</p>}
          </header>
          <div className="compare-cells">
            {names.map(draw)}
            {alone.length > 0 && <PrintedByOne context={context} alone={alone} />}
          </div>
        </section>
      )}
    </>
  )
}

/**
 * Where two pools are furthest apart of all that is shown, as a sentence; null where nothing proves that any differ.
 *
 * > Furthest apart in mortgage rate above 6.5: Harbor Point 2001-4 has 93.28%, Tidewater 2004-3 4.02%.
 */
export function sayFurthest(context: ComparisonContext, shared: readonly SmallComparison[]): string | null {
  const found = shared.flatMap(({ widest, ...one }) => (widest ? [{ ...one, widest }] : []))
  const [furthest] = found.toSorted((a, b) => b.widest.least - a.widest.least)
  if (!furthest) return null
  const { dimension, compared, widest } = furthest
  const { row, higher, lower } = widest
  const say = (order: number) => {
    const value = row.values[order]
    const name = context.pools[compared.pools[order]?.pool ?? 0]?.name ?? ''
    return { name, says: value ? sayCompared(value, context.measure) : '' }
  }
  const [most, least] = [say(higher), say(lower)]
  const place = sayPlace(row, dimension)
  return `Furthest apart in ${dimension.longName.toLowerCase()} ${place}: ${most.name} has ${most.says}, ${least.name} ${least.says}.`
}

function HowToRead({ context: { pools } }: { context: ComparisonContext }) {
  return (
    <p className="compare-key">
      {pools.map(({ ref, name }, series) => (
        <KeyedName key={ref} series={series} name={name} />
      ))}
      <span>Solid to the least that the rows allow, hatched to the most.</span>
      <span>Grey ground: where the proven difference is widest.</span>
    </p>
  )
}

/** What only one pool prints: there is nothing to set beside it. */
function PrintedByOne({ context, alone }: { context: ComparisonContext; alone: Printed }) {
  return (
    <section className="compare-small" aria-labelledby="compare-alone">
      <header>
        <h3 id="compare-alone">Printed by one only</h3>
      </header>
      <p className="compare-widest">There is nothing to set beside these.</p>
      <ul className="compare-alone">
        {alone.map(({ dimension, pools }) => {
          const [only] = pools
          return (
            only && (
              <li key={dimension.id}>
                <PoolKey series={only.pool} />
                <span>{dimension.name}</span>
                <span>
                  <span className="sr-only">{context.pools[only.pool]?.name}, </span>
                  {formatCount(only.table.buckets.length)} {only.table.buckets.length === 1 ? 'row' : 'rows'}
                </span>
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}
