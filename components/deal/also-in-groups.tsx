import { formatCount } from '@/lib/format/index.ts'
import { splitId } from '@/lib/layout/side-by-side.ts'
import { findSiblings, groupSlug, nameGroup } from '@/lib/names/loan-groups.ts'
import type { Stratification } from '@/lib/report.ts'

/** More groups than this are in the index alone: each of a hundred tables would name ninety-nine others. */
const mostNamed = 12

type Props = {
  table: Stratification
  tables: Stratification[]
  /** Address of the page of all groups side by side. */
  side: string
}

/** The same split of the other loan groups, each a step away; nothing where the filing has no groups. */
export function AlsoInGroups({ table, tables, side }: Props) {
  const siblings = findSiblings(table, tables)
  if (siblings.length === 0) return null
  return (
    <p className="also-in">
      Also in{' '}
      {siblings.slice(0, mostNamed).map((sibling, index) => (
        <span key={sibling.id}>
          {index > 0 && ', '}
          <a href={`#${sibling.id}`} data-sibling={groupSlug(sibling)}>
            {nameGroup(sibling.loanGroup)}
          </a>
        </span>
      ))}
      {siblings.length > mostNamed &&
        ` and ${formatCount(siblings.length - mostNamed)} more groups, in the index`}
      {!table.cut && (
        <>
          {' · '}
          <a href={`${side}#${splitId(table)}`} data-keeps="">
            side by side
          </a>
        </>
      )}
    </p>
  )
}
