import { FileIcon, LinkIcon } from '@/components/shell/icons.tsx'
import { otherTableId, rowsHref, sayLines } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import { type PlainGrid, toPlainGrid } from '@/lib/layout/plain-grid.ts'
import type { Cut, OtherTable } from '@/lib/report.ts'
import { PlainTable } from '../table/plain-table.tsx'
import type { LinkPlace } from './place-link.ts'

/** More tables than this are folded, each to its heading; so is a table of more rows than a screen shows. */
const tablesOpen = 6
const rowsOpen = 40

/** A table by its title as printed, else by its kind. */
export function titleOther({ title, kind }: Pick<OtherTable, 'title' | 'kind'>): string {
  return title ?? `Untitled, ${nameKind(kind)}`
}

/** A kind of table in words: `financial-statement` is a financial statement, `table` is none in particular. */
export function nameKind(kind: string): string {
  return kind === 'table' ? 'plain table' : kind.replaceAll('-', ' ')
}

type Props = {
  home: string
  tables: OtherTable[]
  /** How many such tables of the filing come before these. */
  before: number
  link: LinkPlace
}

/**
 * The filing's other tables as it prints them: what kind each is, why it is no stratification, and its cells in a plain
 * grid. Nothing in them is reckoned with.
 */
export function OtherTables({ home, tables, before, link }: Props) {
  if (tables.length === 0) return null
  return (
    <section className="others" aria-labelledby="other-tables">
      <h2 id="other-tables">
        Other tables <small>{sayKinds(tables)}</small>
      </h2>
      <p>Shown as printed. None of them breaks down the pool, so nothing is computed from them.</p>
      {tables.map((table, index) => (
        <OtherSection
          key={`${table.at.line}:${table.at.start}`}
          id={otherTableId(before + index + 1)}
          isOpen={tables.length <= tablesOpen && table.rows.length <= rowsOpen}
          {...{ home, table, link }}
        />
      ))}
    </section>
  )
}

/** > 29: plain table 19, financial statement 9, holdings 1 */
function sayKinds(tables: OtherTable[]): string {
  const kinds = [...Map.groupBy(tables, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length)
  const said = kinds.map(([kind, own]) => `${nameKind(kind)} ${formatCount(own.length)}`)
  return `${formatCount(tables.length)}: ${said.join(', ')}`
}

type OtherProps = { home: string; id: string; isOpen: boolean; table: OtherTable; link: LinkPlace }

function OtherSection({ home, id, isOpen, table, link }: OtherProps) {
  const { kind, reason, rows, at, cut } = table
  const title = titleOther(table)
  const grid = toPlainGrid(rows)
  return (
    <section id={id} className="other" aria-labelledby={`${id}-title`}>
      <header>
        <h3 id={`${id}-title`}>{title}</h3>
        <div className="section-actions">
          <a className="action" {...link(at)}>
            <FileIcon size={14} />
            {sayLines(at)}
          </a>
          <a className="action" href={`#${id}`} aria-label={`Link to ${title}`} data-copy="section">
            <LinkIcon size={14} />
          </a>
        </div>
        <p>
          <b className="other-kind">{nameKind(kind)}</b> {reason}
        </p>
      </header>
      <details open={isOpen}>
        <summary>{cut ? sayFirst(grid, cut) : sayRows(grid.body.length)}</summary>
        <PlainTable title={title} packed={JSON.stringify(grid)} />
      </details>
      {cut && (
        <p className="show-all">
          <a href={rowsHref(home, id)}>Show all {sayAll(grid, cut)}</a>
        </p>
      )}
    </section>
  )
}

function sayRows(count: number): string {
  return count === 1 ? '1 row' : `${formatCount(count)} rows`
}

/** Rows of a table that is shown in part, its heading not counted. */
function countBody({ head }: PlainGrid, { rows }: Cut): number {
  return rows - (head ? 1 : 0)
}

/** > The first 12 of 5,000 rows and 12 of 300 columns */
function sayFirst(grid: PlainGrid, cut: Cut): string {
  const all = countBody(grid, cut)
  const rows = grid.body.length < all ? `${formatCount(grid.body.length)} of ${sayRows(all)}` : sayRows(all)
  const columns = grid.isFigures.length
  return `The first ${rows}${columns < cut.columns ? ` and ${formatCount(columns)} of ${formatCount(cut.columns)} columns` : ''}`
}

function sayAll(grid: PlainGrid, cut: Cut): string {
  const rows = sayRows(countBody(grid, cut))
  return grid.isFigures.length < cut.columns ? `${rows} and ${formatCount(cut.columns)} columns` : rows
}
