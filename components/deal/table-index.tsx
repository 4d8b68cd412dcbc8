import { ListIcon, SearchIcon } from '@/components/shell/icons.tsx'
import { findDimension } from '@/lib/dimensions/index.ts'
import type { TableGroup } from '@/lib/evidence/loan-groups.ts'
import { titleTable } from '@/lib/evidence/names.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { otherTableId, tablesDrawn, titleOther } from './other-tables.tsx'

/** From this many tables on, the filmstrip no longer shows them all at once, and the index is offered beside it. */
export const indexFrom = 10

type Props = { report: FilingReport; groups: TableGroup[] }

/**
 * Every table of the filing in one list by loan group, opened over the page: a click away without scripts, with them
 * narrowed by typing and walked by arrow keys (`view/index-panel.ts`).
 */
export function TableIndex({ report, groups }: Props) {
  const { stratifications, otherTables, checks } = report
  const failing = new Set(
    checks.flatMap(({ outcome, stratification }) => (outcome === 'fail' ? stratification : [])),
  )
  const lists = groups.length > 0 ? groups : [{ slug: 'tables', name: 'Tables', tables: stratifications }]
  const count = stratifications.length + otherTables.length
  return (
    <>
      <button type="button" className="index-open" popoverTarget="index" data-key="i">
        <ListIcon size={14} />
        Index <small>{count}</small>
      </button>
      <div id="index" popover="auto" className="index-panel" role="dialog" aria-label="Index of tables">
        <div className="index-head">
          <label className="field needs-script">
            <SearchIcon size={14} />
            <input type="search" aria-label="Narrow the list" placeholder="Type to narrow the list" />
          </label>
          <p aria-live="polite" data-all={`${count} tables`}>
            {count} tables
          </p>
          <button type="button" className="text-button" popoverTarget="index" popoverTargetAction="hide">
            Close
          </button>
        </div>
        <div className="index-lists">
          {lists.map(({ slug, name, tables }) => (
            <IndexList key={slug} name={name} entries={tables.map(table => entryOf(table, failing))} />
          ))}
          {otherTables.length > 0 && (
            <IndexList
              name="Other tables"
              entries={otherTables.slice(0, tablesDrawn).map((table, index) => ({
                id: otherTableId(index),
                name: titleOther(table),
                title: table.kind.replaceAll('-', ' '),
                fails: false,
              }))}
            />
          )}
        </div>
      </div>
    </>
  )
}

type Entry = { id: string; name: string; title: string; fails: boolean }

function entryOf(table: Stratification, failing: Set<string | null>): Entry {
  const name = findDimension(table.dimension)?.name ?? table.title
  return { id: table.id, name, title: titleTable(table), fails: failing.has(table.id) }
}

function IndexList({ name, entries }: { name: string; entries: Entry[] }) {
  return (
    <section>
      <h3>
        {name} <small>{entries.length}</small>
      </h3>
      <ol>
        {entries.map(({ id, name, title, fails }) => (
          <li key={id}>
            <a href={`#${id}`} title={title}>
              {name}
              {fails && <b>fails</b>}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
