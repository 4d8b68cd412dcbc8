import { formatFigure } from '@/components/deal/pool-figures.ts'
import { withUnit } from '@/lib/format/measure-value.ts'
import { nameFiling } from '@/lib/library/index.ts'
import { compareFigures } from '@/lib/pool/figure-difference.ts'
import { nameFigure } from '@/lib/pool/figure-names.ts'
import { findFigure, findPool } from '@/lib/pool/find-figure.ts'
import type { PoolFigure } from '@/lib/report.ts'
import type { TwoFilings } from '@/lib/server/changes-answer.ts'

/** What the pool is known by in either filing. */
export function ChangedFigures({ two: { deal, from, to } }: { two: TwoFilings }) {
  const [old, now] = [findPool(from.loaded.pool, null), findPool(to.loaded.pool, null)]
  const ids = [...new Set([...(now?.figures ?? []), ...(old?.figures ?? [])].map(({ id }) => id))]
  if (ids.length === 0) return null
  return (
    <section aria-labelledby="changes-pool">
      <h2 id="changes-pool">The pool</h2>
      <section className="ask-scroll" tabIndex={0} aria-labelledby="changes-pool">
        <table className="strat changes-rows">
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">{nameFiling(from, deal)}</th>
              <th scope="col">{nameFiling(to, deal)}</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {ids.map(id => {
              const [before, after] = [findFigure(old, id), findFigure(now, id)]
              return (
                <tr key={id}>
                  <th scope="row">{nameFigure(id).name}</th>
                  <td>{sayFigure(before)}</td>
                  <td>{sayFigure(after)}</td>
                  <td>{compareFigures(after, before)?.says ?? (before && after ? '≠' : '–')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function sayFigure(figure: PoolFigure | undefined): string {
  if (!figure) return 'not reported'
  const said = withUnit(formatFigure(figure), figure.unit)
  return figure.code ? `${figure.code} ${said}` : said
}
