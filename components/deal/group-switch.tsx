import { groupRules, groupTarget } from '@/lib/evidence/group-rules.ts'
import type { TableGroup } from '@/lib/evidence/loan-groups.ts'

/**
 * Which loan group's tables are shown: all, or those of one. Links, so that an address can be copied and that they lead
 * there without scripts; the places they lead to are empty and at the head of the tables.
 */
export function GroupSwitch({ groups }: { groups: TableGroup[] }) {
  const all = groups.reduce((sum, { tables }) => sum + tables.length, 0)
  return (
    <nav className="groups" aria-label="Loan groups">
      <noscript>
        <style>{groupRules(groups.map(({ slug }) => slug))}</style>
      </noscript>
      <ul>
        <li>
          <a href="?#tables" data-show="">
            All tables <small>{all}</small>
          </a>
        </li>
        {groups.map(({ slug, name, tables }) => (
          <li key={slug}>
            <a href={`?group=${slug}#${groupTarget(slug)}`} data-show={slug}>
              {name} <small>{tables.length}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The places at the head of the tables that the switch leads to without scripts. */
export function GroupTargets({ groups }: { groups: TableGroup[] }) {
  return groups.map(({ slug }) => <span key={slug} id={groupTarget(slug)} className="group-target" />)
}
