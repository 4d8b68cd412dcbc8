import { formatCount, formatShortMoney } from '@/lib/format/index.ts'
import type { DealSummary } from '@/lib/library/index.ts'
import { type ComparisonContext, changedHref } from './compare-context.ts'

/** Deals that may be added: what was typed with what it finds, or with nothing typed those most like the one that is there. */
export type Candidates = { typed: string; deals: DealSummary[]; count: number }

/** Add a deal by typing its name, a party or a series; those most like it stand there to be chosen. */
export function AddDeal({ context, candidates }: { context: ComparisonContext; candidates: Candidates }) {
  const { address, pools } = context
  const { typed, deals, count } = candidates
  const hidden = { ...address, deals: address.deals.join(',') }
  const isNone = typed !== '' && deals.length === 0
  return (
    <section className="compare-add" aria-label="Add a deal">
      <form action="/compare" className="ask-form">
        {Object.entries(hidden).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <label className="ask-edges">
          <span>Compare with</span>
          <input
            type="search"
            name="add"
            autoComplete="off"
            defaultValue={typed}
            placeholder="Name, party or series"
            maxLength={200}
            aria-describedby={isNone ? 'add-problem' : undefined}
            aria-invalid={isNone ? true : undefined}
          />
        </label>
        <button type="submit" className="button">
          {pools.length === 0 ? 'Find' : 'Add'}
        </button>
      </form>
      {isNone && (
        <p id="add-problem" role="alert" className="ask-problem">
          No other deal is found by “{typed}”.
        </p>
      )}
      {deals.length > 0 && (
        <div className="compare-candidates">
          <p>
            {typed === ''
              ? 'Most like it:'
              : count > deals.length
                ? `${formatCount(count)} deals match; the first ${deals.length}:`
                : 'Choose one:'}
          </p>
          <ul>
            {deals.map(deal => (
              <li key={deal.slug}>
                <a href={changedHref(context, { deals: [...address.deals, deal.slug] })}>
                  <span className="sr-only">Add </span>
                  {deal.name}
                </a>{' '}
                <span>{inShort(deal)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

/** > 2002 · $225.1 m */
function inShort({ year, poolBalanceCents }: DealSummary): string {
  return [year, poolBalanceCents !== null && formatShortMoney(poolBalanceCents)].filter(Boolean).join(' · ')
}
