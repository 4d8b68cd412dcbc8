import { CheckIcon, CrossIcon } from '@/components/shell/icons.tsx'
import { printPoolRef } from '@/lib/addresses/compare-address.ts'
import { formatCount, formatDate } from '@/lib/format/index.ts'
import { withUnit } from '@/lib/format/measure-value.ts'
import type { LoadedPool } from '@/lib/library/index.ts'
import { compareFigures } from '@/lib/pool/figure-difference.ts'
import { nameFigure } from '@/lib/pool/figure-names.ts'
import { findFigure, findPool } from '@/lib/pool/find-figure.ts'
import type { PoolFigure } from '@/lib/report.ts'
import { formatFigure } from '../deal/pool-figures.ts'
import { type ComparisonContext, changedHref } from './compare-context.ts'
import { PoolKey } from './pool-key.tsx'

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

type Fact = { name: string; of: (pool: LoadedPool) => string | null }
const day = (printed: { value: string } | null) => (printed ? formatDate(printed.value) : null)
const facts: readonly Fact[] = [
  { name: 'Depositor', of: ({ deal }) => deal.depositor?.value ?? null },
  { name: 'Seller', of: ({ deal }) => deal.seller?.value ?? null },
  { name: 'Master servicer', of: ({ deal }) => deal.masterServicer?.value ?? null },
  { name: 'Trustee', of: ({ deal }) => deal.trustee?.value ?? null },
  { name: 'Form', of: ({ deal }) => deal.formType?.value ?? null },
  { name: 'Cut-off date', of: ({ deal }) => day(deal.cutOffDate) },
  { name: 'Signed', of: ({ deal }) => day(deal.signedOn) },
]

/** What the pools are known by, side by side; whatever differs from the base is marked. */
export function DealHeads({ context }: { context: ComparisonContext }) {
  const { pools: loaded, base } = context
  const pools = loaded.map(({ pool, loanGroup }) => findPool(pool, loanGroup))
  const shown = figures.filter(id => pools.some(pool => findFigure(pool, id)))
  const known = facts.filter(({ of }) => loaded.some(pool => of(pool) !== null))
  return (
    <section className="ask-scroll compare-heads" aria-label="The deals" tabIndex={0}>
      <table className="strat">
        <thead>
          <tr>
            <th scope="col">Deal</th>
            {loaded.map((pool, series) => (
              <HeadCell key={pool.ref} {...{ context, pool, series }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {known.map(({ name, of }) => (
            <tr key={name} className="compare-fact">
              <th scope="row">{name}</th>
              {loaded.map((pool, order) => (
                <FactCell
                  key={pool.ref}
                  value={of(pool)}
                  base={order === base || !loaded[base] ? undefined : of(loaded[base])}
                />
              ))}
            </tr>
          ))}
          {shown.map(id => (
            <tr key={id}>
              <th scope="row">{nameFigure(id).name}</th>
              {pools.map((pool, order) => (
                <FigureCell
                  key={loaded[order]?.ref}
                  figure={findFigure(pool, id)}
                  base={order === base ? undefined : findFigure(pools[base], id)}
                />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Checks</th>
            {loaded.map(({ ref, record }) => (
              <td key={ref}>
                <Checks {...record.summary.checks} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {loaded.length > 1 && (
        <p className="compare-legend">
          ≠ differs from the base, = is the same. Small figures are the difference.
        </p>
      )}
    </section>
  )
}

type HeadProps = { context: ComparisonContext; pool: LoadedPool; series: number }

function HeadCell({ context, pool: { ref, record, groups, loanGroup }, series }: HeadProps) {
  const { pools, base, address } = context
  const isBase = series === base
  const without = address.deals.filter(other => other !== ref)
  return (
    <th scope="col">
      <PoolKey series={series} />
      <a href={record.url}>{record.name}</a>
      {groups.length > 0 && (
        <span className="compare-tools">
          {groups.map(group => {
            const other = printPoolRef({
              slug: record.slug,
              group: group.loanGroup === null ? null : group.slug,
            })
            const deals = address.deals.map(one => (one === ref ? other : one))
            return group.loanGroup === loanGroup ? (
              <b key={group.slug}>{group.name}</b>
            ) : (
              <a key={group.slug} href={changedHref(context, { deals, base: isBase ? other : address.base })}>
                {group.name}
              </a>
            )
          })}
        </span>
      )}
      <span className="compare-tools">
        {pools.length > 1 && (isBase ? 'base' : <a href={changedHref(context, { base: ref })}>Make base</a>)}
        {pools.length > 1 && (
          <a href={changedHref(context, { deals: without, base: isBase ? undefined : address.base })}>
            Remove<span className="sr-only"> {record.name}</span>
          </a>
        )}
      </span>
    </th>
  )
}

/** `base` is undefined in the base's own column, null where it has no such fact. */
function FactCell({ value, base }: { value: string | null; base: string | null | undefined }) {
  if (value === null) return <td className="compare-absent">–</td>
  if (base === undefined || base === null) return <td>{value}</td>
  const isSame = value.toLowerCase() === base.toLowerCase()
  return (
    <td className={isSame ? 'is-same' : undefined}>
      <Sign differs={!isSame} /> {value}
    </td>
  )
}

function Sign({ differs }: { differs: boolean }) {
  return (
    <span className="compare-sign">
      <span aria-hidden="true">{differs ? '≠' : '='}</span>
      <span className="sr-only">{differs ? 'differs: ' : 'the same: '}</span>
    </span>
  )
}

function FigureCell({ figure, base }: { figure: PoolFigure | undefined; base: PoolFigure | undefined }) {
  if (!figure) return <td className="compare-absent">–</td>
  const said = withUnit(formatFigure(figure), figure.unit)
  const difference = compareFigures(figure, base)
  const differs = difference === null && base ? true : difference?.differs
  return (
    <td className={differs === false ? 'is-same' : undefined}>
      {typeof differs === 'boolean' && <Sign differs={differs} />}{' '}
      {figure.check?.outcome === 'fail' && (
        <span className="compare-fails">
          <CrossIcon size={12} />
          <span className="sr-only">A check of it fails: </span>
        </span>
      )}{' '}
      {figure.code ? `${figure.code} ${said}` : said}
      {difference && difference.differs !== false && (
        <span className="compare-difference">{difference.says}</span>
      )}
    </td>
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
