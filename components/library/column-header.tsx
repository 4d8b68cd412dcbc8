import type { Sort } from '@/lib/library/library.ts'
import { ArrowDownIcon, ArrowUpIcon } from '../shell/icons.tsx'
import { hrefOf, nextSort, sortedBy, type View } from './view.ts'

type Header = { view: View; header: string; meaning?: string; sort?: Sort; className?: string }

/** A column's header; a link that sorts by it where it can be sorted. */
export function ColumnHeader({ view, header, meaning, sort, className }: Header) {
  const name = meaning ? <abbr title={meaning}>{header}</abbr> : header
  if (!sort) {
    return (
      <th scope="col" className={className}>
        {name}
      </th>
    )
  }
  const sorted = sortedBy(view, sort.replace('-', ''))
  return (
    <th scope="col" aria-sort={sorted} className={className}>
      <a href={hrefOf(view, { sort: nextSort(view, sort) })} data-soft>
        {name}
        {sorted === 'ascending' && <ArrowUpIcon size={12} />}
        {sorted === 'descending' && <ArrowDownIcon size={12} />}
      </a>
    </th>
  )
}
