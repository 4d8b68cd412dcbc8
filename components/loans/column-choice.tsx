import { CheckIcon } from '@/components/shell/icons.tsx'
import { loansHref } from '@/lib/addresses/loans-address.ts'
import { type AskedLoans, keptQuery } from '@/lib/server/loans-query.ts'
import { dimensionKeys, fieldKeys, type LoanKey } from '@/lib/tape/loan-key.ts'
import type { TapeOfDeal } from './loans-table.tsx'

type Props = { of: TapeOfDeal; asked: AskedLoans; query: URLSearchParams }

/** Which columns the table of loans has: a plain form, so that the choice is part of the address. */
export function LoanColumnChoice({ of, asked, query }: Props) {
  const { loans, columns } = asked
  const { assets } = loans.from
  const fields = fieldKeys(loans)
  const kept = keptQuery(query, { columns: null })
  const filing = of.sha256 === of.deal.chosen ? [] : [['filing', of.sha256.slice(0, 12)]]
  const chosen = new Set(columns.map(({ key }) => key))
  return (
    <details className="loans-choice">
      <summary className="button">Columns</summary>
      <form action={`/deals/${of.deal.slug}/loans`} method="get">
        {[...kept, ...filing].map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <p className="loans-choice-do">
          <button type="submit" className="button button-strong">
            <CheckIcon size={14} /> Show these
          </button>
          <a href={loansHref(of.deal, of.sha256, kept)} className="text-button">
            The usual ones
          </a>
        </p>
        <Ticks legend="What loans are sorted by" keys={dimensionKeys(loans)} chosen={chosen} />
        <Ticks
          legend="Fields of the loan"
          keys={fields.filter(({ key }) => assets.holds(key) && key !== 'assetNumber')}
          chosen={chosen}
        />
        <Ticks
          legend="Fields of its properties"
          keys={fields.filter(({ key }) => !assets.holds(key))}
          chosen={chosen}
        />
      </form>
    </details>
  )
}

function Ticks({ legend, keys, chosen }: { legend: string; keys: LoanKey[]; chosen: ReadonlySet<string> }) {
  if (keys.length === 0) return null
  return (
    <fieldset>
      <legend>{legend}</legend>
      {keys.map(({ key, title }) => (
        <label key={key}>
          <input type="checkbox" name="columns" value={key} defaultChecked={chosen.has(key)} />
          {title}
        </label>
      ))}
    </fieldset>
  )
}
