import type { Dimension } from '@/lib/dimensions/index.ts'
import { amountNames, amounts, type printedDimensions } from '@/lib/distributions/index.ts'
import { type ComparisonContext, changedHref } from './compare-context.ts'

type Props = {
  context: ComparisonContext
  printed: ReturnType<typeof printedDimensions>
  /** The one that is looked at in large; null for all. */
  dimension: Dimension | null
}

/** By what the pools are compared, and in which dimension. */
export function CompareNav({ context, printed, dimension }: Props) {
  const shared = printed.filter(({ pools }) => pools.length > 1)
  return (
    <nav className="compare-nav" aria-label="What is compared">
      <p>
        <span>Measure:</span>
        {amounts.map(amount => (
          <a
            key={amount}
            href={changedHref(context, { measure: amount })}
            aria-current={amount === context.measure ? 'true' : undefined}
          >
            {amountNames[amount]}
          </a>
        ))}
      </p>
      <p>
        <span>Dimension:</span>
        <a
          href={changedHref(context, { dimension: undefined, edges: undefined, rows: undefined })}
          aria-current={dimension ? undefined : 'true'}
        >
          All
        </a>
        {shared.map(({ dimension: { id, name } }) => (
          <a
            key={id}
            href={changedHref(context, { dimension: id, edges: undefined })}
            aria-current={dimension?.id === id ? 'true' : undefined}
          >
            {name}
          </a>
        ))}
      </p>
    </nav>
  )
}
