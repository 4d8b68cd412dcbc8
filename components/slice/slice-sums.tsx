import { formatCount, formatMeasureValue, formatMoney } from '@/lib/format/index.ts'
import type { LoadedSlice } from '@/lib/server/slice-answer.ts'
import { dimensionKeys, fieldKeys } from '@/lib/tape/loan-key.ts'
import type { SliceAverage, SliceSums } from '@/lib/tape/slice.ts'
import { PrintedFigure } from '../table/printed-figure.tsx'
import { KeepFields } from './keep-fields.tsx'
import type { SliceLinks } from './slice-links.ts'

type Props = { loaded: LoadedSlice; links: SliceLinks }

/** What the chosen loans come to, beside the whole pool. */
export function SliceSumsTable({ loaded, links }: Props) {
  const { slice, balance } = loaded
  const averages = slice.whole.averages.map(({ averaged }) => averaged)
  return (
    <div className="slice-pool">
      <section className="strat-scroll scrolls" tabIndex={0} aria-label="The chosen loans and the whole pool">
        <table className="strat slice-sums">
          <thead>
            <tr>
              <td />
              <th scope="col">Loans</th>
              <th scope="col">Balance, $</th>
              <th scope="col">% of balance</th>
              <th scope="col">Average, $</th>
              {averages.map(({ measure, header, unit }) => (
                <th scope="col" key={measure}>
                  {header.replace(/^Weighted average /, 'WA ')}
                  {unit === 'percent' && ', %'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {slice.chosen.loans < slice.whole.loans && (
              <SumsRow name="Chosen loans" sums={slice.chosen} share={slice.balancePct} />
            )}
            <SumsRow name="Whole pool" sums={slice.whole} share={100} />
          </tbody>
        </table>
      </section>
      <p className="footing">Each loan counts with its {balance.name}.</p>
      <div className="slice-choices">
        <Balances loaded={loaded} links={links} />
        <Averages loaded={loaded} links={links} />
      </div>
    </div>
  )
}

function SumsRow({ name, sums, share }: { name: string; sums: SliceSums; share: number | null }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatCount(sums.loans)}</td>
      <td>
        <PrintedFigure text={formatMoney(sums.balanceCents)} />
      </td>
      <td>{share === null ? '–' : share.toFixed(2)}</td>
      <td>
        {sums.averageBalanceCents === null ? (
          '–'
        ) : (
          <PrintedFigure text={formatMoney(sums.averageBalanceCents)} />
        )}
      </td>
      {sums.averages.map(average => (
        <AverageCell key={average.averaged.measure} average={average} loans={sums.loans} />
      ))}
    </tr>
  )
}

/** An average with how many loans it is of, where not all tell the figure. */
function AverageCell({
  average: { averaged, value, told },
  loans,
}: {
  average: SliceAverage
  loans: number
}) {
  return (
    <td>
      {formatMeasureValue(value, averaged.unit, averaged.decimals)}
      {told < loans && value !== null && <small className="slice-told">of {formatCount(told)} loans</small>}
    </td>
  )
}

/** The balances that the exhibit gives, to count with another. */
function Balances({ loaded: { balances, balance }, links }: Props) {
  if (balances.length < 2) return null
  return (
    <form action={links.path} method="get" data-live>
      <KeepFields fields={links.keep({ balance: [] })} />
      <label>
        Count with
        <select name="balance" key={balance.field} defaultValue={balance.field}>
          {balances.map(({ field, name }) => (
            <option key={field} value={field}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        Switch
      </button>
    </form>
  )
}

/** Figures that are averaged besides, each to be taken off, and those to choose from. */
function Averages({ loaded: { columns, asked }, links }: Props) {
  const chosen = links.state.averages
  const isFigure = ({ unit, key }: { unit: string; key: string }) =>
    unit !== 'text' && unit !== 'date' && !chosen.includes(key)
  return (
    <form action={links.path} method="get" data-live>
      <KeepFields fields={links.keep({})} />
      <label>
        Average of
        <select name="average" key={chosen.join()}>
          {[...dimensionKeys(columns.loans), ...fieldKeys(columns.loans)]
            .filter(isFigure)
            .map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" className="button">
        Add
      </button>
      {asked.averages.map(({ key, name }) => (
        <a
          key={key}
          className="chip chosen-chip"
          data-soft
          href={links.hrefOf({ averages: chosen.filter(one => one !== key) })}
        >
          <span className="sr-only">Remove the average of </span>
          {name}
          <span aria-hidden="true">×</span>
        </a>
      ))}
    </form>
  )
}
