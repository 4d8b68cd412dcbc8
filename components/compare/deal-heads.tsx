import { CheckIcon, CrossIcon } from '@/components/shell/icons.tsx'
import { type CompareAddress, compareHref } from '@/lib/evidence/compare-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import { withUnit } from '@/lib/format/measure-value.ts'
import { compareFigures } from '@/lib/pool/figure-difference.ts'
import { nameFigure } from '@/lib/pool/figure-names.ts'
import { findFigure, findPool } from '@/lib/pool/find-figure.ts'
import type { PoolFigure } from '@/lib/report.ts'
import { formatFigure } from '../deal/pool-figures.ts'
import type { LoadedDeal } from './loaded-deal.ts'

type Props = {
  deals: readonly LoadedDeal[]
  /** Order of the deal that others are held against. */
  base: number
  slugs: readonly string[]
  hrefOf: (change: Partial<CompareAddress>) => string
}

const figures = [
  'balance',
  'loans',
  'average',
  'wac',
  'net-wac',
  'waltv',
  'wacltv',
  'credit-score',
  'wam',
  'dti',
  'largest-state',
]

type Fact = { name: string; of: (deal: LoadedDeal) => string | null }
const facts: readonly Fact[] = [
  { name: 'Depositor', of: ({ deal }) => deal.depositor?.value ?? null },
  { name: 'Seller', of: ({ deal }) => deal.seller?.value ?? null },
  { name: 'Master servicer', of: ({ deal }) => deal.masterServicer?.value ?? null },
  { name: 'Trustee', of: ({ deal }) => deal.trustee?.value ?? null },
  { name: 'Cut-off date', of: ({ deal }) => deal.cutOffDate?.value ?? null },
  { name: 'Signed', of: ({ deal }) => deal.signedOn?.value ?? null },
]

/** What the deals are known by, side by side; differences from the base are told. */
export function DealHeads({ deals, base, slugs, hrefOf }: Props) {
  const pools = deals.map(({ pool }) => findPool(pool, null))
  const shown = figures.filter(id => pools.some(pool => findFigure(pool, id)))
  const known = facts.filter(({ of }) => deals.some(deal => of(deal) !== null))
  return (
    <section className="ask-scroll compare-heads" aria-label="The deals" tabIndex={0}>
      <table className="strat">
        <thead>
          <tr>
            <th scope="col">Deal</th>
            {deals.map(({ record }, order) => (
              <th scope="col" key={record.slug}>
                <a href={record.url}>{record.name}</a>
                <span className="compare-tools">
                  {order === base ? 'base' : <a href={hrefOf({ base: record.slug })}>Make base</a>}
                  {deals.length > 2 && (
                    <a href={compareHref({ deals: slugs.filter(slug => slug !== record.slug) })}>Remove</a>
                  )}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(id => (
            <tr key={id}>
              <th scope="row">{nameFigure(id).name}</th>
              {pools.map((pool, order) => (
                <td key={slugs[order]}>
                  <Figure
                    figure={findFigure(pool, id)}
                    base={order === base ? undefined : findFigure(pools[base], id)}
                  />
                </td>
              ))}
            </tr>
          ))}
          {known.map(({ name, of }) => (
            <tr key={name} className="compare-fact">
              <th scope="row">{name}</th>
              {deals.map((deal, order) => (
                <td key={slugs[order]}>{of(deal) ?? '–'}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Checks</th>
            {deals.map(({ record }) => (
              <td key={record.slug}>
                <Checks {...record.summary.checks} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function Figure({ figure, base }: { figure: PoolFigure | undefined; base: PoolFigure | undefined }) {
  if (!figure) return <span className="compare-absent">–</span>
  const value = figure.code
    ? `${figure.code} ${withUnit(formatFigure(figure), figure.unit)}`
    : withUnit(formatFigure(figure), figure.unit)
  const difference = compareFigures(figure, base)
  return (
    <>
      {value}
      {difference && <span className="compare-difference">{difference.says}</span>}
    </>
  )
}

function Checks({ passed, failed }: { passed: number; failed: number }) {
  if (passed + failed === 0) return 'none'
  return failed > 0 ? (
    <span className="compare-fails">
      <CrossIcon size={12} /> {formatCount(failed)} of {formatCount(passed + failed)} fail
    </span>
  ) : (
    <span className="compare-passes">
      <CheckIcon size={12} className="text-pass" /> {formatCount(passed)} pass
    </span>
  )
}
