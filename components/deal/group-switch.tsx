import { WarningIcon } from '@/components/shell/icons.tsx'
import { formatCount } from '@/lib/format/index.ts'
import { groupRules, groupTarget } from '@/lib/layout/group-rules.ts'
import type { TableGroup } from '@/lib/names/loan-groups.ts'

type Props = {
  groups: TableGroup[]
  /** Address of the page of all groups side by side; null on that page itself, from which groups lead back. */
  side: string | null
  /** Address of the deal's page, where another page has the switch. */
  home?: string
}

/** Which loan group's tables are shown: all, those of one, or all side by side. */
export function GroupSwitch(props: Props) {
  return (
    <nav className="groups scrolls" aria-label="Loan groups">
      <noscript>
        <style>{groupRules(props.groups.map(({ slug }) => slug))}</style>
      </noscript>
      <GroupLinks {...props} />
    </nav>
  )
}

/**
 * The choices of the switch. Links, so that an address can be copied and that they lead there without scripts; the places
 * that groups lead to are empty and at the head of the tables. `data-keeps` is what begins the ids of a group's tables on
 * the page that a link leads to: there the table is looked for that the reader has in view here.
 */
export function GroupLinks({ groups, side, home }: Props) {
  const all = groups.reduce((sum, { tables }) => sum + tables.length, 0)
  const isHere = side !== null
  return (
    <ul>
      <li>
        {isHere ? (
          <a href="?#tables" data-show="">
            All tables <small>{formatCount(all)}</small>
          </a>
        ) : (
          <a href={home} data-keeps={prefixOf(groups[0])}>
            All tables <small>{formatCount(all)}</small>
          </a>
        )}
      </li>
      {groups.map(group => (
        <li key={group.slug}>
          <a
            href={`${home ?? ''}?group=${group.slug}#${groupTarget(group.slug)}`}
            {...(isHere ? { 'data-show': group.slug } : { 'data-keeps': prefixOf(group) })}
          >
            {group.name} <small>{formatCount(group.tables.length)}</small>
          </a>
        </li>
      ))}
      <li>
        <a href={side ?? '?'} data-keeps={isHere ? '' : undefined} aria-current={isHere ? undefined : 'page'}>
          Side by side
        </a>
      </li>
    </ul>
  )
}

/** What the ids of a group's tables begin with; nothing for those of the whole pool. */
function prefixOf(group: TableGroup | undefined): string {
  return group === undefined || group.loanGroup === null ? '' : `${group.slug}--`
}

/** The places at the head of the tables that the switch leads to without scripts. */
export function GroupTargets({ groups }: { groups: TableGroup[] }) {
  return groups.map(({ slug }) => <span key={slug} id={groupTarget(slug)} className="group-target" />)
}

/** Shown by the page's script where the address names a group of which the page has no table. */
export function NoSuchGroup() {
  return (
    <p hidden role="status" className="notice no-such-group">
      <WarningIcon className="mt-0.5" />
      The address names a loan group of which this page has no table. All tables are shown.
    </p>
  )
}
