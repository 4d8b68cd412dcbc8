import { LiveQuestion } from '@/components/ask/live-question.tsx'
import { ExportMenu } from '@/components/sharing/export-menu.tsx'
import { PageHead } from '@/components/sharing/page-head.tsx'
import { PrintHead } from '@/components/sharing/print-head.tsx'
import { TableIcon } from '@/components/shell/icons.tsx'
import { Page } from '@/components/shell/page.tsx'
import { loansHref } from '@/lib/addresses/loans-address.ts'
import { filingHref } from '@/lib/addresses/place-address.ts'
import { packTable } from '@/lib/charts/pack-table.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import { filtersOfRow } from '@/lib/names/rows-of-loans.ts'
import type { FilingReport } from '@/lib/report.ts'
import type { LoadedSlice } from '@/lib/server/slice-answer.ts'
import { sortWords, sortWordsId } from '../table/sort-words.ts'
import { TableData } from '../table/table-data.tsx'
import { ChosenFilters } from './chosen-filters.tsx'
import { LeftOpen } from './left-open.tsx'
import { linksOfSlice } from './slice-links.ts'
import { SliceSection } from './slice-section.tsx'
import { SliceSumsTable } from './slice-sums.tsx'
import { SplitForm } from './split-form.tsx'
import { SplitMatrix } from './split-matrix.tsx'

type Props = {
  deal: DealRecord
  report: FilingReport
  loaded: LoadedSlice
  /** What was typed and is not understood. */
  typed: string
}

/** Some of a deal's loans: which, what they come to beside the whole pool, and every table and chart of them. */
export function SliceView({ deal, report, loaded, typed }: Props) {
  const { columns, slice, within, sha256 } = loaded
  const links = linksOfSlice(deal, loaded)
  const { kind } = columns.loans
  const packed = slice.stratifications.map(table =>
    packTable(table, [], {
      hrefOf: bucket => {
        const filters = filtersOfRow(kind, table, bucket)
        return filters && links.hrefOf({ filters: [...links.state.filters, filters] })
      },
    }),
  )
  const home = filingHref(deal, sha256)
  return (
    <TableData packed={packed}>
      <Page className="deal slice">
        <PrintHead name={`${deal.name}: loans, chosen and sorted`} url={links.hrefOf({})} />
        <div className="deal-top">
          <PageHead
            trail={[{ name: deal.name, href: home }]}
            title="Loans, chosen and sorted"
            says={
              <p>
                Choose loans by anything that they are sorted by or that the exhibit gives, and cut the tables
                at edges of your own. Every figure is computed from the loans.
              </p>
            }
            actions={
              <>
                <a className="button" href={home}>
                  <TableIcon />
                  Deal page
                </a>
                <a className="button" href={loansHref(deal, sha256, links.state.filters.flat())}>
                  List the loans
                </a>
                <ExportMenu items={exportsOf(loaded, links)} />
              </>
            }
          />
        </div>
        <LiveQuestion>
          <ChosenFilters loaded={loaded} links={links} typed={typed} />
          <p className="slice-count" role="status">
            {sayCount(loaded)}
          </p>
          <SliceSumsTable loaded={loaded} links={links} />
          <LeftOpen loaded={loaded} links={links} />
          {slice.chosen.loans === 0 ? (
            <NoneLeft loaded={loaded} links={links} />
          ) : (
            <>
              <section className="slice-within" aria-labelledby="within-title" id="within">
                <h2 id="within-title">One within another</h2>
                <SplitForm loaded={loaded} links={links} />
                {within && <SplitMatrix split={within} links={links} />}
              </section>
              <div className="sections">
                {slice.stratifications.map(table => (
                  <SliceSection key={table.id} {...{ deal, report, loaded, table, links }} />
                ))}
              </div>
            </>
          )}
        </LiveQuestion>
        <p id={sortWordsId} hidden>
          {sortWords}
        </p>
      </Page>
    </TableData>
  )
}

function exportsOf({ slice, within }: LoadedSlice, links: ReturnType<typeof linksOfSlice>) {
  return [
    { file: links.json, name: 'All of it (JSON)' },
    ...(within ? [{ file: links.csvOf('within'), name: 'One within another (CSV)' }] : []),
    ...slice.stratifications.map(({ id, title }) => ({ file: links.csvOf(id), name: `${title} (CSV)` })),
  ]
}

/** > 14 of 62 loans, 22.31% of the balance */
function sayCount({ slice: { chosen, whole, balancePct } }: LoadedSlice): string {
  const all = `${formatCount(whole.loans)} ${whole.loans === 1 ? 'loan' : 'loans'}`
  if (chosen.loans === whole.loans) return `All ${all}`
  const share = balancePct === null ? '' : `, ${balancePct.toFixed(2)}% of the balance`
  return `${formatCount(chosen.loans)} of ${all}${share}`
}

/** No loan is left: what to take off. */
function NoneLeft({
  loaded: { slice },
  links,
}: {
  loaded: LoadedSlice
  links: ReturnType<typeof linksOfSlice>
}) {
  const { filters } = links.state
  return (
    <div className="slice-none">
      <p>
        <strong>No loan meets all of these filters.</strong> Take one off
        {slice.filtered.open.loans > 0 && ', or look at the loans that do not tell what is asked for'}:
      </p>
      <ul>
        {slice.filtered.byFilter.map(({ filter }, order) => (
          <li key={filters[order]?.join()}>
            <a href={links.hrefOf({ filters: filters.filter((_, other) => other !== order) })} data-soft>
              Without “{filter.by.name}”
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
