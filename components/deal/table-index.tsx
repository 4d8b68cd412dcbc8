import { ListIcon, SearchIcon } from '@/components/shell/icons.tsx'
import { otherTableId } from '@/lib/addresses/place-address.ts'
import { formatCount, formatCountOf } from '@/lib/format/index.ts'
import type { ReportPart } from '@/lib/library/report-part.ts'
import type { TableGroup } from '@/lib/names/loan-groups.ts'
import { nameSplit, titleTable } from '@/lib/names/names.ts'
import type { Stratification } from '@/lib/report.ts'
import { failingTables } from './failing-tables.ts'
import { titleOther } from './other-tables.tsx'

/** From this many tables on, the filmstrip no longer shows them all at once, and the index is offered beside it. */
export const indexFrom = 10

type Props = { part: ReportPart; groups: TableGroup[] }

/**
 * Every table of the page in one list by loan group, opened over the page: a click away without scripts, with them
 * narrowed by typing and walked by arrow keys (`view/index-panel.ts`).
 */
export function TableIndex({ part, groups }: Props) {
  const { report, counts } = part
  const { stratifications, otherTables } = report
  const failing = failingTables(report, counts)
  const lists = groups.length > 0 ? groups : listsOf(stratifications)
  const count = stratifications.length + otherTables.length
  const words = `${formatCountOf(count, 'table')}${part.count > 1 ? ` of part ${formatCount(part.number)} of ${formatCount(part.count)}` : ''}`
  return (
    <>
      <button type="button" className="index-open" popoverTarget="index" data-key="i">
        <ListIcon size={14} />
        Index <small>{formatCount(count)}</small>
      </button>
      <div id="index" popover="auto" className="index-panel" role="dialog" aria-label="Index of tables">
        <div className="index-head">
          <label className="field needs-script">
            <SearchIcon size={14} />
            <input type="search" aria-label="Narrow the list" placeholder="Type to narrow the list" />
          </label>
          <p aria-live="polite" data-all={words}>
            {words}
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
              entries={otherTables.map((table, index) => ({
                id: otherTableId(counts.othersBefore + index + 1),
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

/** All tables, those computed from loans apart where the filing prints some too. */
function listsOf(tables: Stratification[]) {
  const computed = tables.filter(table => table.computed)
  const printed = tables.filter(table => !table.computed)
  if (computed.length === 0 || printed.length === 0) return [{ slug: 'tables', name: 'Tables', tables }]
  return [
    { slug: 'printed', name: 'Printed tables', tables: printed },
    { slug: 'computed', name: 'From loans', tables: computed },
  ]
}

type Entry = { id: string; name: string; title: string; fails: boolean }

function entryOf(table: Stratification, failing: Set<string | null>): Entry {
  return { id: table.id, name: nameSplit(table), title: titleTable(table), fails: failing.has(table.id) }
}

function IndexList({ name, entries }: { name: string; entries: Entry[] }) {
  return (
    <section>
      <h3>
        {name} <small>{formatCount(entries.length)}</small>
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
