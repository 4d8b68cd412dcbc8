import { formatCount, formatPercent, formatShortMoney } from '@/lib/format/index.ts'
import type { DealSummary, FoundDeal } from '@/lib/library/deal-summary.ts'
import { nameGroup } from '@/lib/names/loan-groups.ts'
import type { AskedFigure } from './asked-figures.ts'
import { askedFrom, shownUntil, signedCell } from './columns.tsx'
import { sayAsked } from './figure-cell.tsx'
import { holdsWords } from './holds-words.ts'
import { isUnnamed } from './unnamed-deal.ts'

type Props = { deal: FoundDeal; asked: readonly AskedFigure[] }

/** A deal's name, its depositor and series under it, and in a narrow window its figures too, those asked for first. */
export function DealCell({ deal, asked }: Props) {
  return (
    <th scope="row">
      <a href={deal.url}>{deal.name}</a>
      <span className="block text-xs/4 text-ink-3">
        <Origin deal={deal} />
      </span>
      {deal.loanGroup && (
        <span className="block text-xs/4 text-ink-3">Figures of {nameGroup(deal.loanGroup)} alone</span>
      )}
      {deal.filedName && <span className="block text-xs/4 text-ink-3">Filed as {deal.filedName}</span>}
      {deal.tags.length > 0 && (
        <span className="row-tags">
          {deal.tags.map(tag => (
            <span key={tag}>{tag}</span>
          ))}
        </span>
      )}
      {asked.map((figure, order) => (
        <span key={figure.key} className={`asked-folded ${shownUntil[askedFrom(order)]}`}>
          {figure.name} <strong>{sayAsked(figure, deal.figures?.[figure.key] ?? null)}</strong>
        </span>
      ))}
      <span className="mt-1 block text-xs/4 text-ink-2 md:hidden">{inShort(deal)}</span>
    </th>
  )
}

/**
 * Depositor and series, each where the name does not hold it. Of a filing that names no deal, what tells it from others of
 * the same file name.
 */
function Origin({ deal: { name, depositor, series, slug } }: { deal: DealSummary }) {
  const [owner, issue] = [depositor, series].map(words => (words && !holdsWords(name, words) ? words : null))
  if (isUnnamed(slug)) return `Unnamed ${slug.replace('-', '\u00a0')}`
  return (
    <>
      {owner}
      {owner && issue && ', '}
      {issue && <span className="whitespace-nowrap">Series {issue}</span>}
    </>
  )
}

/** A row's figures in a line: `15 Oct 2002 · $225.1 m · 553 loans · WAC 6.973`. */
function inShort(deal: DealSummary): string {
  const { poolBalanceCents, loanCount, wacPct, waltvPct, noStratifications } = deal
  const figures = [
    poolBalanceCents !== null && formatShortMoney(poolBalanceCents),
    loanCount !== null && `${formatCount(loanCount)}\u00a0loans`,
    wacPct !== null && `WAC\u00a0${formatPercent(wacPct, 3)}`,
    waltvPct !== null && `WALTV\u00a0${formatPercent(waltvPct)}`,
  ]
  return [signedCell(deal), ...(noStratifications ? [noStratifications.message] : figures)]
    .filter(Boolean)
    .join('\u00a0· ')
}
